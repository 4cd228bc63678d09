import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedTextInput } from '../../platform/graphql/localized-text.types.ts';
import { LocalDateTimeScalar } from '../../platform/graphql/scalars.ts';
import { OccurrenceType } from './occurrence.types.ts';

const why =
  'Why, at most 280 characters in each language; those who signed up and the public read it. May be empty.';

@InputType({ description: 'Which date to cancel, and why.' })
export class CancelOccurrenceInput {
  @Field(() => ID, { description: 'The occurrence.' })
  occurrenceId!: string;

  @Field(() => [LocalizedTextInput], { description: why })
  reasons!: LocalizedTextInput[];
}

@InputType({ description: 'Which date has no time for now, and why.' })
export class PostponeOccurrenceInput {
  @Field(() => ID, { description: 'The occurrence.' })
  occurrenceId!: string;

  @Field(() => [LocalizedTextInput], { description: why })
  reasons!: LocalizedTextInput[];
}

@InputType({ description: 'Which date to move, whereto, and why.' })
export class MoveOccurrenceInput {
  @Field(() => ID, { description: 'The occurrence.' })
  occurrenceId!: string;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: 'The new start on the clocks of Helsinki, within a year; as before when left out.',
  })
  startsAtLocal?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long it takes, 5 to 10 080 minutes; as before when left out.',
  })
  durationMinutes?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The new place, of a host or shared; as before when left out.',
  })
  placeId?: string | null;

  @Field(() => [LocalizedTextInput], { description: why })
  reasons!: LocalizedTextInput[];
}

@InputType({ description: 'Which date’s last change to take back.' })
export class UndoOccurrenceChangeInput {
  @Field(() => ID, { description: 'The occurrence.' })
  occurrenceId!: string;
}

@ObjectType({ description: 'A cancelled date.' })
export class CancelOccurrencePayload {
  @Field(() => OccurrenceType, { description: 'The occurrence.' })
  occurrence!: OccurrenceType;

  @Field(() => Int, { description: 'How many sign-ups are told, a minute later unless it is taken back.' })
  notifiedCount!: number;
}

@ObjectType({ description: 'A postponed date.' })
export class PostponeOccurrencePayload extends CancelOccurrencePayload {}

@ObjectType({ description: 'A moved date.' })
export class MoveOccurrencePayload extends CancelOccurrencePayload {}

@ObjectType({ description: 'A date as it was before its last change.' })
export class UndoOccurrenceChangePayload {
  @Field(() => OccurrenceType, { description: 'The occurrence.' })
  occurrence!: OccurrenceType;
}
