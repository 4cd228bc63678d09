import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { detailsLoader } from './detail.loaders.ts';
import {
  AskReferralDetailInput,
  GrantReferralDetailInput,
  ReferralDetailType,
  RefuseReferralDetailInput,
} from './detail.types.ts';
import { askDetail, grantDetail, refuseDetail } from './detail.write.ts';
import { ReferralPayload, ReferralType } from './referral.types.ts';
import type { ReferralView } from './referral.view.ts';

/** Tier 2: what a receiver asks for beyond name and contact. */
@Resolver(() => ReferralType)
export class DetailResolver {
  constructor(private readonly hub: Hub) {}

  @Mutation(() => ReferralPayload, { description: 'Asks the referrer for one more thing about the client.' })
  async askReferralDetail(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AskReferralDetailInput, { description: 'What and why.' })
    input: AskReferralDetailInput,
  ): Promise<ReferralPayload> {
    return { referral: await askDetail(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Lets the receiver know what it asked for.' })
  async grantReferralDetail(
    @Ctx() { viewer }: Context,
    @Arg('input', () => GrantReferralDetailInput, { description: 'What, in words.' })
    input: GrantReferralDetailInput,
  ): Promise<ReferralPayload> {
    return { referral: await grantDetail(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Says no to what was asked, or takes it back.' })
  async refuseReferralDetail(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RefuseReferralDetailInput, { description: 'What.' }) input: RefuseReferralDetailInput,
  ): Promise<ReferralPayload> {
    return { referral: await refuseDetail(this.hub, viewer, input) };
  }

  @FieldResolver(() => [ReferralDetailType], {
    description: 'What was asked for beyond name and contact; empty where the tier hides it.',
  })
  details(@Root() { id }: ReferralView, @Ctx() { loaders }: Context): Promise<ReferralDetailType[]> {
    return loaders.load(detailsLoader, id);
  }
}
