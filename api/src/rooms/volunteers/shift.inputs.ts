import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ShiftSwapType, ShiftType } from './shift.types.ts';
import { SwapAnswerEnum } from './volunteer.enums.ts';
import type { SwapAnswer } from './volunteer.words.ts';

@InputType({ description: 'A shift to open.' })
export class CreateShiftInput {
  @Field(() => ID, { description: 'Whose volunteers work it: a host of the date.' })
  organisationId!: string;

  @Field(() => ID, { description: 'The date.' })
  occurrenceId!: string;

  @Field(() => String, { description: 'What there is to do, 80 characters at most.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: 'At most three hours before the date begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'At most three hours after the date ends.' })
  endsAt!: Date;

  @Field(() => Int, { defaultValue: 1, description: 'How many volunteers it needs, 1 to 50.' })
  neededCount!: number;
}

@InputType({ description: 'Another number of volunteers.' })
export class ChangeShiftInput {
  @Field(() => ID, { description: 'The shift.' })
  shiftId!: string;

  @Field(() => Int, { description: '1 to 50, and no fewer than have taken it.' })
  neededCount!: number;
}

@InputType({ description: 'Which shift.' })
export class ShiftInput {
  @Field(() => ID, { description: 'The shift.' })
  shiftId!: string;
}

@InputType({ description: 'Which shift to take.' })
export class TakeShiftInput {
  @Field(() => ID, { description: 'The shift.' })
  shiftId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Also when it overlaps another one of mine.' })
  acceptsOverlap!: boolean;
}

@InputType({ description: 'Whom to ask to take over one’s shift.' })
export class AskShiftSwapInput {
  @Field(() => ID, { description: 'The shift.' })
  shiftId!: string;

  @Field(() => ID, { description: 'A colleague, of `shiftColleagues`.' })
  toPersonId!: string;
}

@InputType({ description: 'The answer to a request.' })
export class AnswerShiftSwapInput {
  @Field(() => ID, { description: 'The request.' })
  swapId!: string;

  @Field(() => SwapAnswerEnum, { description: 'What becomes of it.' })
  answer!: SwapAnswer;

  @Field(() => Boolean, { defaultValue: false, description: 'Also when it overlaps another one of mine.' })
  acceptsOverlap!: boolean;
}

@InputType({ description: 'How long somebody worked.' })
export class ConfirmShiftHoursInput {
  @Field(() => ID, { description: 'The place on the shift.' })
  placeId!: string;

  @Field(() => Int, { description: 'Minutes, 0 to 1440; 0 = did not come.' })
  minutes!: number;
}

@ObjectType({ description: 'The shift as it stands now.' })
export class ShiftPayload {
  @Field(() => ShiftType, { description: 'The shift.' })
  shift!: ShiftType;
}

@ObjectType({ description: 'A shift that is no more.' })
export class CancelShiftPayload {
  @Field(() => Int, { description: 'How many were on it and are told.' })
  notifiedCount!: number;
}

@ObjectType({ description: 'The request as it stands now.' })
export class ShiftSwapPayload {
  @Field(() => ShiftSwapType, { description: 'The request.' })
  swap!: ShiftSwapType;
}
