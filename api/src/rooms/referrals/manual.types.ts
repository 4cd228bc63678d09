import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReferralStateEnum } from './referral.enums.ts';
import {
  actionNames,
  actorNames,
  moveReasons,
  type ActionName,
  type ActorName,
  type MoveReason,
} from './referral.manual.ts';
import type { ReferralState } from './referral.words.ts';
import { timerKinds, type TimerKind } from './timer.plan.ts';

/** Names as they are, for GraphQL. */
const namesOf = <Name extends string>(names: readonly Name[]): Record<Name, Name> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;

const ReferralActionEnum = namesOf<ActionName>(Object.values(actionNames));
registerEnumType(ReferralActionEnum, {
  name: 'ReferralAction',
  description: 'Everything that can happen to a referral, by people or by itself.',
  valuesConfig: {
    SUBMIT_FOR_CONSENT: { description: 'Begin to ask the client’s consent.' },
    CONFIRM_CONSENT: { description: 'The client said yes; it is sent.' },
    REFUSE_CONSENT: { description: 'The client said no.' },
    SEND: { description: 'Send, with a consent that was recorded before.' },
    REPLY_INFO: { description: 'Answer what the receiver asked.' },
    ACCEPT: { description: 'Take the client in.' },
    ASK_INFO: { description: 'Ask the referrer something before answering.' },
    WAITLIST: { description: 'Put it on a waiting list.' },
    DECLINE: { description: 'Say no, with a reason.' },
    RECORD_FIRST_CONTACT: { description: 'The client was reached.' },
    RESUME: { description: 'Go on after an interruption.' },
    HOLD: { description: 'Interrupt it for a while.' },
    CLOSE: { description: 'End it with an outcome.' },
    REOPEN: { description: 'Go on with it after it was closed.' },
    WITHDRAW: { description: 'Take it back, with a reason.' },
    REVOKE_CONSENT: { description: 'The consent was withdrawn or ran out.' },
    EXPIRE: { description: 'Nobody acted in time.' },
    ERASE: { description: 'Its data are erased.' },
  },
});

const ReferralActorEnum = namesOf<ActorName>(Object.values(actorNames));
registerEnumType(ReferralActorEnum, {
  name: 'ReferralActor',
  description: 'Who moves a referral; REFERRER is whoever made it or stands in, SYSTEM a clock.',
  valuesConfig: {
    REFERRER: { description: 'The caseworker who made it, or who stands in.' },
    REFERRER_MANAGER: { description: 'A manager of the referring municipality.' },
    CLIENT: { description: 'The client, by a link of their own.' },
    COORDINATOR: { description: 'A coordinator of the receiver.' },
    VOLUNTEER_ASSIGNED: { description: 'The receiver’s volunteer to whom it was given.' },
    DATA_PROTECTION_OFFICER: { description: 'The municipality’s data-protection officer.' },
    SYSTEM: { description: 'A clock of the hub.' },
  },
});

const ReferralMoveReasonEnum = namesOf<MoveReason>(moveReasons);
registerEnumType(ReferralMoveReasonEnum, {
  name: 'ReferralMoveReason',
  description: 'What must be told with a move: one of the codes of that name.',
  valuesConfig: {
    DECLINE: { description: 'A DeclineReason.' },
    WITHDRAW: { description: 'A WithdrawReason.' },
    HOLD: { description: 'A HoldReason.' },
    REOPEN: { description: 'A ReopenReason.' },
    OUTCOME: { description: 'A ReferralOutcome.' },
  },
});

const ReferralClockKindEnum = namesOf<TimerKind>(timerKinds);
registerEnumType(ReferralClockKindEnum, {
  name: 'ReferralClockKind',
  description: 'What a clock of a referral does when it rings.',
  valuesConfig: {
    ANSWER_HALF: { description: 'Reminds: half the time to answer is over.' },
    ANSWER_DUE: { description: 'Reminds: the answer is due.' },
    ANSWER_LATE: { description: 'Tells both sides that the answer is late.' },
    INFORMATION_DUE: { description: 'Reminds: a question waits for its answer.' },
    CONTACT_DUE: { description: 'Reminds: the first contact is due.' },
    CONTACT_LATE: { description: 'Tells both sides that the first contact is late.' },
    REVIEW: { description: 'Reminds to look at it again.' },
    OUTCOME_FIRST: { description: 'Asks the outcome.' },
    OUTCOME_SECOND: { description: 'Asks the outcome again.' },
    EXPIRE: { description: 'Ends it, since nobody acted.' },
    CLOSE: { description: 'Closes it without a known outcome.' },
    DELETE: { description: 'Deletes the draft.' },
    ERASE_RECEIVER: { description: 'Erases the receiver’s copy.' },
    ERASE: { description: 'Erases all its data.' },
  },
});

@ObjectType('ReferralClock', { description: 'A clock that starts when a referral enters a state.' })
class ReferralClockType {
  @Field(() => ReferralClockKindEnum, { description: 'What it does.' })
  kind!: TimerKind;

  @Field(() => Float, { nullable: true, description: 'After how many working days; null where days count.' })
  workingDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'After how many days; null where working days count.' })
  days!: number | null;
}

@ObjectType('ReferralStateRule', { description: 'What holds in a state.' })
class ReferralStateRuleType {
  @Field(() => ReferralStateEnum, { description: 'The state.' })
  state!: ReferralState;

  @Field(() => Boolean, { description: 'Whether the referral has ended.' })
  isEnded!: boolean;

  @Field(() => Int, { nullable: true, description: 'The tier of data that the receiver sees; null: none.' })
  receiverTier!: number | null;

  @Field(() => [ReferralClockType], {
    description: 'Its clocks, as they are unless an offering says otherwise.',
  })
  clocks!: ReferralClockType[];
}

@ObjectType('ReferralMoveRule', { description: 'One move of the table.' })
class ReferralMoveRuleType {
  @Field(() => ReferralActionEnum, { description: 'What is done.' })
  action!: ActionName;

  @Field(() => ReferralStateEnum, { description: 'In which state.' })
  from!: ReferralState;

  @Field(() => ReferralStateEnum, { description: 'The state after it.' })
  to!: ReferralState;

  @Field(() => [ReferralActorEnum], { description: 'Who may.' })
  by!: ActorName[];

  @Field(() => ReferralMoveReasonEnum, {
    nullable: true,
    description: 'What must be told with it; null: nothing.',
  })
  reason!: MoveReason | null;
}

@ObjectType('ReferralManual', {
  description: 'The rules of a referral’s life, from the table that decides them.',
})
export class ReferralManualType {
  @Field(() => [ReferralStateRuleType], { description: 'All 14 states.' })
  states!: ReferralStateRuleType[];

  @Field(() => [ReferralMoveRuleType], { description: 'All 43 moves.' })
  moves!: ReferralMoveRuleType[];
}
