import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { personNameLoader } from '../people/index.ts';
import { assignReferral } from './referral.assign.ts';
import { ReferralFilter } from './referral.inputs.ts';
import { ReferralService } from './referral.service.ts';
import { ReferralPayload, ReferralType } from './referral.types.ts';
import type { ReferralView } from './referral.view.ts';
import { ReferralCountsType } from './tab.types.ts';

@InputType({ description: 'Who is to have a referral.' })
class AssignReferralInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => Int, { description: 'The version it was decided on.' })
  version!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'A coordinator or volunteer of the receiving organisation; null takes it from whoever has it.',
  })
  assigneeId?: string | null;
}

/** What desks need to share the work out. */
@Resolver(() => ReferralType)
export class DeskResolver {
  private readonly service: ReferralService;

  constructor(private readonly hub: Hub) {
    this.service = hub.get(ReferralService);
  }

  @Query(() => ReferralCountsType, {
    description: 'How many of the viewer’s referrals that have not ended stand in each pile.',
  })
  referralCounts(
    @Ctx() { viewer }: Context,
    @Arg('filter', () => ReferralFilter, { nullable: true, description: 'Of which ones.' })
    filter?: ReferralFilter,
  ): Promise<ReferralCountsType> {
    return this.service.counts(viewer, filter ?? {});
  }

  @Mutation(() => ReferralPayload, {
    description: 'Gives a received referral to someone of the receiver’s people, or to nobody.',
  })
  async assignReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AssignReferralInput, { description: 'Which, and to whom.' })
    input: AssignReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await assignReferral(this.hub, viewer, input) };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of whoever has it; the referring side is not told.',
  })
  async assigneeName(
    @Root() { assigneeId }: ReferralView,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return assigneeId === null ? null : loaders.load(personNameLoader, assigneeId);
  }
}
