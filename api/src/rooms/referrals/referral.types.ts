import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { DetailFieldEnum, type DetailField } from '../clients/index.ts';
import {
  DeclineReasonEnum,
  HoldReasonEnum,
  ReasonSideEnum,
  ReferralOutcomeEnum,
  WithdrawReasonEnum,
} from './reason.enums.ts';
import type { ReasonSide } from './reason.sides.ts';
import { ReferralMoveEnum, ReferralSideEnum, ReferralStateEnum } from './referral.enums.ts';
import type { ReferralMoveName } from './referral.exposed.ts';
import type {
  DeclineReason,
  HoldReason,
  ReferralOutcome,
  ReferralSide,
  ReferralState,
  WithdrawReason,
} from './referral.words.ts';

@ObjectType('ReferralAbilities', { description: 'What the viewer may do with a referral now.' })
export class ReferralAbilitiesType {
  @Field(() => Boolean, { description: 'Begin to ask the client’s consent.' })
  submitForConsent!: boolean;

  @Field(() => Boolean, { description: 'Record the client’s yes and send.' })
  confirmConsent!: boolean;

  @Field(() => Boolean, { description: 'Make a link for the client, to answer or to look.' })
  createClientLink!: boolean;

  @Field(() => Boolean, { description: 'Record the client’s no.' })
  refuseConsent!: boolean;

  @Field(() => Boolean, { description: 'Send, with a consent that was recorded before.' })
  send!: boolean;

  @Field(() => Boolean, { description: 'Answer what the receiver asked.' })
  replyInfo!: boolean;

  @Field(() => Boolean, { description: 'Ask the referrer something before answering.' })
  askInfo!: boolean;

  @Field(() => Boolean, { description: 'Put it on a waiting list.' })
  waitlist!: boolean;

  @Field(() => Boolean, { description: 'Interrupt it for a while.' })
  hold!: boolean;

  @Field(() => Boolean, { description: 'Go on after an interruption.' })
  resume!: boolean;

  @Field(() => Boolean, { description: 'Go on with it after it was closed.' })
  reopen!: boolean;

  @Field(() => Boolean, { description: 'Write to the other side.' })
  sendMessage!: boolean;

  @Field(() => Boolean, { description: 'Take the client in.' })
  accept!: boolean;

  @Field(() => Boolean, { description: 'Give it to someone of the receiver’s people.' })
  assign!: boolean;

  @Field(() => Boolean, { description: 'Give it to another caseworker of the municipality.' })
  reassign!: boolean;

  @Field(() => Boolean, { description: 'Say no.' })
  decline!: boolean;

  @Field(() => Boolean, { description: 'Take it back.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Record that the client was reached.' })
  recordFirstContact!: boolean;

  @Field(() => Boolean, { description: 'End it with an outcome.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Let another referral take its place, after it came to nothing.' })
  reroute!: boolean;

  @Field(() => Boolean, { description: 'Ask for one more thing about the client.' })
  askDetail!: boolean;

  @Field(() => Boolean, { description: 'Grant or refuse what was asked for.' })
  answerDetail!: boolean;

  @Field(() => Boolean, { description: 'Give the client a place on a date.' })
  signUp!: boolean;

  @Field(() => Boolean, { description: 'Throw the draft away.' })
  discardDraft!: boolean;
}

@ObjectType('Referral', { description: 'One client handed over to one offering of one organisation.' })
export class ReferralType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ReferralStateEnum, { description: 'Where it stands.' })
  state!: ReferralState;

  @Field(() => Int, { description: 'Rises with every move; moves must name it.' })
  version!: number;

  @Field(() => ReferralSideEnum, { description: 'How the viewer stands to it.' })
  side!: ReferralSide;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the receiver does not see who the client is: NOT_ACCEPTED, CONSENT_ENDED, STRONG_SIGN_IN_NEEDED or ENDED; null when it does.',
  })
  identityHiddenBecause!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent.' })
  sentAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the receiver is to answer.' })
  answerDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the receiver accepted.' })
  acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the receiver is to reach the client.',
  })
  firstContactDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Weeks that the receiver expected the client to wait, when it was put on a waiting list.',
  })
  estimatedWaitWeeks!: number | null;

  @Field(() => HoldReasonEnum, { nullable: true, description: 'Why it was last interrupted.' })
  holdReason!: HoldReason | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a waiting or interrupted referral is looked at again.',
  })
  reviewAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Which of the receiver’s people has it; the referring side is not told.',
  })
  assigneeId!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer has it.' })
  isMine!: boolean;

  @Field(() => Boolean, { description: 'Whether the answer or the first contact is late.' })
  isOverdue!: boolean;

  @Field(() => DeclineReasonEnum, { nullable: true, description: 'Why the receiver said no.' })
  declineReason!: DeclineReason | null;

  @Field(() => WithdrawReasonEnum, {
    nullable: true,
    description: 'Why it was taken back; the referring side alone is told.',
  })
  withdrawReason!: WithdrawReason | null;

  @Field(() => ReasonSideEnum, {
    nullable: true,
    description: 'Whose reason ended it, by the coded reasons; null for none and for those of neither side.',
  })
  reasonSide!: ReasonSide | null;

  @Field(() => ReferralOutcomeEnum, { nullable: true, description: 'What became of it.' })
  outcome!: ReferralOutcome | null;

  @Field(() => Int, { nullable: true, description: 'How often the client came.' })
  sessionsAttended!: number | null;

  @Field(() => [DetailFieldEnum], {
    description:
      'What the receiver may ask for beyond name and contact, by the consent; for the receiver alone.',
  })
  detailsInScope!: DetailField[];

  @Field(() => [ReferralMoveEnum], { description: 'What the viewer may do with it now.' })
  moves!: ReferralMoveName[];

  @Field(() => ReferralAbilitiesType, { description: 'The same as yes and no.' })
  viewerCan!: ReferralAbilitiesType;
}

@ObjectType('ReferralEvent', { description: 'Something that happened to a referral.' })
export class ReferralEventType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'What: create, or a move by its name, e.g. accept.' })
  action!: string;

  @Field(() => ReferralStateEnum, { nullable: true, description: 'The state before; null at the beginning.' })
  fromState!: ReferralState | null;

  @Field(() => ReferralStateEnum, { description: 'The state after.' })
  toState!: ReferralState;
}

@ObjectType('ReferralPayload', { description: 'The referral after the move.' })
export class ReferralPayload {
  @Field(() => ReferralType, { description: 'The referral.' })
  referral!: ReferralType;
}

export const ReferralConnectionType = connectionType('Referral', () => ReferralType);
export type ReferralConnectionType = InstanceType<typeof ReferralConnectionType>;
