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
});

const ReferralActorEnum = namesOf<ActorName>(Object.values(actorNames));
registerEnumType(ReferralActorEnum, {
  name: 'ReferralActor',
  description: 'Who moves a referral; REFERRER is whoever made it or stands in, SYSTEM a clock.',
});

const ReferralMoveReasonEnum = namesOf<MoveReason>(moveReasons);
registerEnumType(ReferralMoveReasonEnum, {
  name: 'ReferralMoveReason',
  description: 'What must be told with a move: one of the codes of that name.',
});

const ReferralClockKindEnum = namesOf<TimerKind>(timerKinds);
registerEnumType(ReferralClockKindEnum, {
  name: 'ReferralClockKind',
  description: 'What a clock of a referral does when it rings.',
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
