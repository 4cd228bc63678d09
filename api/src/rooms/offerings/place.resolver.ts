import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { MunicipalityType, RegionService } from '../regions/index.ts';
import { CreatePlaceInput, CreatePlacePayload } from './lifecycle.inputs.ts';
import type { PlaceRow } from './offering.row.ts';
import { PlaceType } from './offering.types.ts';
import { PlaceService } from './place.service.ts';

@Resolver(() => PlaceType)
export class PlaceResolver {
  private readonly service: PlaceService;
  private readonly regions: RegionService;

  constructor(hub: Hub) {
    this.service = hub.get(PlaceService);
    this.regions = hub.get(RegionService);
  }

  @Query(() => [PlaceType], {
    description: 'A desk’s choice of places: the organisation’s own, then the shared ones.',
  })
  places(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The organisation.' }) organisationId: string,
    @Arg('text', () => String, { nullable: true, description: 'A part of name or address.' })
    text?: string | null,
  ): Promise<unknown> {
    return this.service.choice(viewer, organisationId, text ?? null);
  }

  @Mutation(() => CreatePlacePayload, {
    description:
      'Makes a place of an organisation. Reasons: MUNICIPALITY_UNKNOWN, POSTAL_CODE_INVALID, OUTSIDE_FINLAND, POSITION_INCOMPLETE.',
  })
  async createPlace(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreatePlaceInput, { description: 'The place.' }) input: CreatePlaceInput,
  ): Promise<unknown> {
    return { place: await this.service.create(viewer, input) };
  }

  @FieldResolver(() => MunicipalityType, { description: 'The municipality it is in.' })
  municipality(@Root() { municipalityCode }: PlaceRow): Promise<unknown> {
    return this.regions.municipality(municipalityCode);
  }
}
