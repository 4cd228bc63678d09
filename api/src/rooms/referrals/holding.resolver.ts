import { Arg, Ctx, Extensions, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { OfferingType, type OfferingRow } from '../offerings/index.ts';
import { MembershipType, type MembershipRow } from '../people/index.ts';
import { offeringsNaming } from './holding.offerings.ts';
import { holdingsOf, nextHoldersKey, nextHoldersLoader, type Holdings } from './holding.read.ts';
import {
  HandOverReferralsInput,
  HandOverReferralsPayload,
  MembershipHoldingsType,
  NextHolderType,
} from './holding.types.ts';
import { handOverReferrals } from './referral.hand-over.ts';

/** What somebody holds by a role: shown before it ends, and handed over. */
@Resolver(() => MembershipType)
export class HoldingResolver {
  constructor(private readonly hub: Hub) {}

  @Mutation(() => HandOverReferralsPayload, {
    description:
      'Gives what one of an organisation’s people has to another. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, ASSIGNEE_UNKNOWN.',
  })
  async handOverReferrals(
    @Ctx() { viewer }: Context,
    @Arg('input', () => HandOverReferralsInput, { description: 'Whose, and to whom.' })
    input: HandOverReferralsInput,
  ): Promise<HandOverReferralsPayload> {
    return { referralCount: await handOverReferrals(this.hub, viewer, input) };
  }

  @FieldResolver(() => MembershipHoldingsType, {
    nullable: true,
    description: 'What they hold by it; for themselves and whoever leads the organisation.',
  })
  holdings(@Root() membership: MembershipRow, @Ctx() context: Context): Promise<Holdings | null> {
    return holdingsOf(context, membership);
  }
}

@Resolver(() => MembershipHoldingsType)
export class MembershipHoldingsResolver {
  constructor(private readonly hub: Hub) {}

  // Someone is the contact of a handful.
  @Extensions({ rows: 5 })
  @FieldResolver(() => [OfferingType], {
    description: 'Offerings of the organisation that name them as contact, 100 at most.',
  })
  offerings(@Root() { membership }: Holdings, @Ctx() context: Context): Promise<OfferingRow[]> {
    return offeringsNaming(this.hub, context, membership);
  }

  @Extensions({ rows: 20 })
  @FieldResolver(() => [NextHolderType], {
    description:
      'To whom the viewer can hand the referrals or clients over; nobody where that is not theirs.',
  })
  nextHolders(@Root() { membership }: Holdings, @Ctx() { loaders }: Context): Promise<NextHolderType[]> {
    return loaders.load(nextHoldersLoader, nextHoldersKey(membership));
  }
}
