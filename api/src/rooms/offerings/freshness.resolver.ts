import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { freshnessOf, type Freshness } from './freshness.rules.ts';
import { FreshnessService, type OpenedCheck } from './freshness.service.ts';
import {
  ConfirmOfferingByLinkInput,
  ConfirmOfferingInput,
  FreshnessEnum,
  OfferingCheckType,
} from './freshness.types.ts';
import { OfferingPayload } from './lifecycle.inputs.ts';
import { offeringLoader } from './offering.loaders.ts';
import type { OfferingRow } from './offering.row.ts';
import { OfferingType } from './offering.types.ts';

const input = { description: 'What to do.' } as const;

/** Whether an offering is still right, and its hosts' word for it. */
@Resolver(() => OfferingType)
export class FreshnessResolver {
  private readonly service: FreshnessService;

  constructor(hub: Hub) {
    this.service = hub.get(FreshnessService);
  }

  @FieldResolver(() => FreshnessEnum, { description: 'Whether its hosts stand by it.' })
  freshness(@Root() offering: OfferingRow): Freshness {
    return freshnessOf(offering);
  }

  @Query(() => OfferingCheckType, {
    nullable: true,
    description:
      'The question whether an offering is still right, by the link of the mail; null for any link that opens nothing. Looking changes nothing.',
  })
  offeringCheck(
    @Ctx() { address }: Context,
    @Arg('code', () => String, { description: 'The code from the link.' }) code: string,
  ): Promise<OfferingCheckType | null> {
    return this.service.open(code, address);
  }

  @Mutation(() => OfferingPayload, {
    description: 'A host says by the link of the mail that an offering is still right. Again is no error.',
  })
  async confirmOfferingByLink(
    @Ctx() { address, loaders }: Context,
    @Arg('input', () => ConfirmOfferingByLinkInput, input) { code }: ConfirmOfferingByLinkInput,
  ): Promise<unknown> {
    const id = await this.service.confirmByLink(code, address);
    return { offering: await loaders.load(offeringLoader, id) };
  }

  @Mutation(() => OfferingPayload, { description: 'A host says that an offering is still right.' })
  async confirmOffering(
    @Ctx() { viewer, loaders }: Context,
    @Arg('input', () => ConfirmOfferingInput, input) { offeringId }: ConfirmOfferingInput,
  ): Promise<unknown> {
    const id = await this.service.confirm(viewer, offeringId);
    return { offering: await loaders.load(offeringLoader, id) };
  }
}

@Resolver(() => OfferingCheckType)
export class OfferingCheckResolver {
  @FieldResolver(() => OfferingType, { nullable: true, description: 'What is asked about.' })
  offering(@Root() { offeringId }: OpenedCheck, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.load(offeringLoader, offeringId);
  }
}
