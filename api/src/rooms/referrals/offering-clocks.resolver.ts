import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { offeringLoader, OfferingType, type OfferingRow } from '../offerings/index.ts';
import { clocksLoader, type OfferingClocksRow } from './offering-clocks.read.ts';
import { offeringClocksPolicy, setOfferingClocks } from './offering-clocks.set.ts';
import {
  OfferingClocksAbilitiesType,
  OfferingClocksType,
  SetOfferingClocksInput,
  SetOfferingClocksPayload,
} from './offering-clocks.types.ts';

/** Who may set them. */
@Resolver(() => OfferingClocksType)
export class OfferingClocksAbilityResolver {
  @FieldResolver(() => OfferingClocksAbilitiesType, { description: 'What the viewer may do with them.' })
  async viewerCan(
    @Root() { offeringId }: OfferingClocksRow,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<OfferingClocksAbilitiesType> {
    const offering = await loaders.load(offeringLoader, offeringId);
    return { set: offering !== null && offeringClocksPolicy.can(viewer, 'set', offering) };
  }
}

/** How fast referrals to an offering are answered. */
@Resolver(() => OfferingType)
export class OfferingClocksResolver {
  constructor(private readonly hub: Hub) {}

  @FieldResolver(() => OfferingClocksType, {
    description: 'How fast referrals to it are answered and looked at again.',
  })
  referralClocks(@Root() { id }: OfferingRow, @Ctx() { loaders }: Context): Promise<OfferingClocksType> {
    return loaders.load(clocksLoader, id);
  }

  @Mutation(() => SetOfferingClocksPayload, {
    description:
      'Says how fast referrals to an offering are answered and looked at again. Reason: NUMBER_OUT_OF_RANGE.',
  })
  async setOfferingClocks(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SetOfferingClocksInput, { description: 'The clocks.' }) input: SetOfferingClocksInput,
  ): Promise<SetOfferingClocksPayload> {
    return { clocks: await setOfferingClocks(this.hub, viewer, input) };
  }
}
