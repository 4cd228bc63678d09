import { Arg, Ctx, Extensions, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { personLoader, PersonType } from '../people/index.ts';
import { volunteerPolicy } from './volunteer.policy.ts';
import { checkExtract, updateVolunteer } from './volunteer.profile.ts';
import type { VolunteerRow } from './volunteer.read.ts';
import { VolunteerService } from './volunteer.service.ts';
import {
  CheckVolunteerExtractInput,
  UpdateVolunteerInput,
  VolunteerAbilitiesType,
  VolunteerPayload,
  VolunteerType,
} from './volunteer.types.ts';

/** An association's volunteers. */
@Resolver(() => VolunteerType)
export class VolunteerResolver {
  private readonly service: VolunteerService;

  constructor(private readonly hub: Hub) {
    this.service = hub.get(VolunteerService);
  }

  // An association has a few dozen at most.
  @Extensions({ rows: 40 })
  @Query(() => [VolunteerType], {
    description: 'The volunteers of an organisation, 500 at most: for its coordinators alone.',
  })
  volunteers(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The organisation.' }) organisationId: string,
  ): Promise<VolunteerType[]> {
    return this.service.list(viewer, organisationId);
  }

  @Query(() => VolunteerType, {
    nullable: true,
    description: 'Oneself as a volunteer of an organisation; null for whoever is none.',
  })
  volunteerProfile(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The organisation.' }) organisationId: string,
  ): Promise<VolunteerType | null> {
    return this.service.own(viewer, organisationId);
  }

  @Mutation(() => VolunteerPayload, {
    description:
      'Writes down skills, languages and times: one’s own, or as a coordinator anyone’s. Reasons: TOO_MANY, NUMBER_OUT_OF_RANGE.',
  })
  async updateVolunteer(
    @Ctx() { viewer }: Context,
    @Arg('input', () => UpdateVolunteerInput, { description: 'The volunteer.' }) input: UpdateVolunteerInput,
  ): Promise<VolunteerPayload> {
    return { volunteer: await updateVolunteer(this.hub, viewer, input) };
  }

  @Mutation(() => VolunteerPayload, {
    description: 'Writes down on which day an extract was seen, never one’s own. Reason: DATE_IN_FUTURE.',
  })
  async checkVolunteerExtract(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CheckVolunteerExtractInput, { description: 'Whose.' })
    input: CheckVolunteerExtractInput,
  ): Promise<VolunteerPayload> {
    return { volunteer: await checkExtract(this.hub, viewer, input, input.checkedOn ?? null) };
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who; with their address for coordinators.',
  })
  person(@Root() { personId }: VolunteerRow, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.load(personLoader, personId);
  }

  @FieldResolver(() => VolunteerAbilitiesType, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() volunteer: VolunteerRow, @Ctx() { viewer }: Context): VolunteerAbilitiesType {
    return {
      update: volunteerPolicy.can(viewer, 'update', volunteer),
      checkExtract: volunteerPolicy.can(viewer, 'checkExtract', volunteer),
    };
  }
}
