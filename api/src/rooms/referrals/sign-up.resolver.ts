import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../context.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import { SignUpStatusEnum, SignUpType, type SignUpRow } from '../signups/index.ts';
import { ReferralPayload, ReferralType } from './referral.types.ts';
import type { ReferralView } from './referral.view.ts';
import { sessionsOf } from './sign-up.attendance.ts';
import { referralLoader, signUpsLoader, type SignUpStatus } from './sign-up.loaders.ts';
import { cancelClientSignUp, signUpClient } from './sign-up.write.ts';

@ObjectType('ReferralSignUp', { description: 'A client’s place on a date of what they were referred to.' })
export class ReferralSignUpType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The date.' })
  occurrenceId!: string;

  @Field(() => DateTimeScalar, { description: 'When the date begins.' })
  startsAt!: Date;

  @Field(() => SignUpStatusEnum, { description: 'Where it stands.' })
  status!: SignUpStatus;
}

@InputType({ description: 'Who comes, and when.' })
export class SignUpReferralInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => ID, { description: 'A date of its offering.' })
  occurrenceId!: string;
}

/** Places on dates for the clients of referrals. */
@Resolver(() => ReferralType)
export class ReferralSignUpsResolver {
  constructor(private readonly hub: Hub) {}

  @Mutation(() => ReferralPayload, {
    description:
      'Gives the client a place on a date, one kept for referrals first; name and contact stay where they are. Reasons: SIGN_UP_NOT_NOW, OCCURRENCE_FULL, OCCURRENCE_CANCELLED, OCCURRENCE_PAST, SIGN_UPS_NOT_TAKEN, ALREADY_SIGNED_UP.',
  })
  async signUpReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SignUpReferralInput, { description: 'Who, and when.' }) input: SignUpReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await signUpClient(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Gives the client’s place on a coming date back.' })
  async cancelReferralSignUp(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SignUpReferralInput, { description: 'Who, and when.' }) input: SignUpReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await cancelClientSignUp(this.hub, viewer, input) };
  }

  @FieldResolver(() => [ReferralSignUpType], {
    description: 'The dates on which the client has or had a place, the soonest first.',
  })
  signUps(@Root() { id }: ReferralView, @Ctx() { loaders }: Context): Promise<ReferralSignUpType[]> {
    return loaders.load(signUpsLoader, id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How often the client came so far, where attendance was written down; null where it never was.',
  })
  async sessionsSoFar(@Root() { id }: ReferralView, @Ctx() { loaders }: Context): Promise<number | null> {
    const places = await loaders.load(signUpsLoader, id);
    return sessionsOf(places.map(({ status }) => status));
  }
}

/** Who it is, of a sign-up that a referral brought: through the referral, and nowhere else. */
@Resolver(() => SignUpType)
export class ReferredSignUpResolver {
  @FieldResolver(() => ReferralType, {
    nullable: true,
    description:
      'The referral that brought the client; null for other sign-ups, for who may not see it, once consent ended, and 30 days after the date.',
  })
  async referral(
    @Root() { referralId }: SignUpRow,
    @Ctx() { loaders }: Context,
  ): Promise<ReferralType | null> {
    return referralId === null ? null : loaders.load(referralLoader, referralId);
  }
}
