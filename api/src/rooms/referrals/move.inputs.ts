import { Field, ID, InputType, Int } from 'type-graphql';
import { Bcp47Scalar, DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import {
  ConsentFieldEnum,
  ConsentMethodEnum,
  type ConsentField,
  type ConsentMethod,
} from '../clients/index.ts';
import {
  ContactChannelEnum,
  DeclineReasonEnum,
  ReferralOutcomeEnum,
  WithdrawReasonEnum,
} from './reason.enums.ts';
import type { ContactChannel, DeclineReason, ReferralOutcome, WithdrawReason } from './referral.words.ts';

/** What every move names. */
@InputType()
class MoveInputType {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => Int, { description: 'The version the move was decided on.' })
  version!: number;
}

@InputType({ description: 'Begins to ask the client’s consent.' })
export class SubmitReferralForConsentInput extends MoveInputType {
  @Field(() => Bcp47Scalar, { description: 'The language in which the client is asked.' })
  languageTag!: string;
}

@InputType({ description: 'The client said yes: what is recorded as consent before the referral goes out.' })
export class ConfirmReferralConsentInput extends MoveInputType {
  @Field(() => [ConsentFieldEnum], { description: 'What may be told; GIVEN_NAME and CONTACT at least.' })
  fields!: ConsentField[];

  @Field(() => ConsentMethodEnum, { description: 'How it was given: SPOKEN or PAPER.' })
  method!: ConsentMethod;

  @Field(() => Bcp47Scalar, { description: 'The language in which it was asked.' })
  languageTag!: string;

  @Field(() => Boolean, { description: 'Whether an interpreter was there.' })
  interpreterUsed!: boolean;

  @Field(() => String, { description: 'The version of the text that the client was shown or read.' })
  textVersion!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Its last day, up to two years from now; a year from now when left out.',
  })
  expiresOn?: string | null;
}

@InputType({ description: 'Sends a referral with a consent that was recorded before.' })
export class SendReferralInput extends MoveInputType {}

@InputType({ description: 'Takes the client in.' })
export class AcceptReferralInput extends MoveInputType {
  @Field(() => ID, { nullable: true, description: 'The member who looks after it.' })
  assigneeId?: string | null;
}

@InputType({ description: 'Says no.' })
export class DeclineReferralInput extends MoveInputType {
  @Field(() => DeclineReasonEnum, { description: 'Why.' })
  reason!: DeclineReason;
}

@InputType({ description: 'Takes a referral back.' })
export class WithdrawReferralInput extends MoveInputType {
  @Field(() => WithdrawReasonEnum, { description: 'Why; the receiver is not told.' })
  reason!: WithdrawReason;
}

@InputType({ description: 'The client was reached.' })
export class RecordFirstContactInput extends MoveInputType {
  @Field(() => ContactChannelEnum, { description: 'How.' })
  channel!: ContactChannel;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When, between the acceptance and now; now when left out.',
  })
  contactedAt?: Date | null;
}

@InputType({ description: 'Ends a referral.' })
export class CloseReferralInput extends MoveInputType {
  @Field(() => ReferralOutcomeEnum, {
    description: 'What became of it. Before a first contact only those that need none.',
  })
  outcome!: ReferralOutcome;

  @Field(() => Int, { nullable: true, description: 'How often the client came, 0 to 500.' })
  sessionsAttended?: number | null;
}
