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
  HoldReasonEnum,
  InformationKindEnum,
  ReferralOutcomeEnum,
  ReopenReasonEnum,
  WithdrawReasonEnum,
} from './reason.enums.ts';
import type {
  ContactChannel,
  DeclineReason,
  HoldReason,
  InformationKind,
  ReferralOutcome,
  ReopenReason,
  WithdrawReason,
} from './referral.words.ts';

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

@InputType({ description: 'The client said no.' })
export class RefuseReferralConsentInput extends MoveInputType {}

@InputType({ description: 'Asks the referrer something before answering.' })
export class AskReferralInfoInput extends MoveInputType {
  @Field(() => [InformationKindEnum], { description: 'What it is about; one at least.' })
  informationKinds!: InformationKind[];

  @Field(() => String, {
    description: 'The words, up to 2 000 characters; no names, numbers, addresses or identity codes.',
  })
  message!: string;
}

@InputType({ description: 'Answers what the receiver asked.' })
export class ReplyReferralInfoInput extends MoveInputType {
  @Field(() => String, {
    description: 'The words, up to 2 000 characters; no names, numbers, addresses or identity codes.',
  })
  message!: string;
}

@InputType({ description: 'Puts a referral on a waiting list.' })
export class WaitlistReferralInput extends MoveInputType {
  @Field(() => Int, { description: 'Weeks that the client will probably wait, 1 to 52.' })
  estimatedWaitWeeks!: number;
}

@InputType({ description: 'Interrupts a referral for a while.' })
export class HoldReferralInput extends MoveInputType {
  @Field(() => HoldReasonEnum, { description: 'Why.' })
  reason!: HoldReason;

  @Field(() => DateScalar, {
    description: 'The day on which it is looked at again, up to 180 days from now.',
  })
  reviewOn!: string;
}

@InputType({ description: 'Goes on after an interruption.' })
export class ResumeReferralInput extends MoveInputType {}

@InputType({ description: 'Goes on with a closed referral, within 30 days.' })
export class ReopenReferralInput extends MoveInputType {
  @Field(() => ReopenReasonEnum, { description: 'Why.' })
  reason!: ReopenReason;
}
