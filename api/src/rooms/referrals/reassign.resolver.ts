import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { ReassignReasonEnum } from './reason.enums.ts';
import { reassignReferral } from './referral.reassign.ts';
import { ReferralPayload } from './referral.types.ts';
import type { ReassignReason } from './referral.words.ts';

@InputType({ description: 'Which caseworker of the municipality is to have a referral, and why.' })
class ReassignReferralInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => Int, { description: 'The version it was decided on.' })
  version!: number;

  @Field(() => ID, { description: 'Another caseworker of the referring municipality: the person’s id.' })
  caseworkerId!: string;

  @Field(() => ReassignReasonEnum, { description: 'Why.' })
  reason!: ReassignReason;
}

/** What whoever leads a municipality does about its referrals. */
@Resolver()
export class ReassignResolver {
  constructor(private readonly hub: Hub) {}

  @Mutation(() => ReferralPayload, {
    description:
      'Gives a referral to another caseworker of the municipality; the client stays with theirs. Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, NOT_REASSIGNABLE, CASEWORKER_UNKNOWN.',
  })
  async reassignReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ReassignReferralInput, { description: 'Which, to whom, and why.' })
    input: ReassignReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await reassignReferral(this.hub, viewer, input) };
  }
}
