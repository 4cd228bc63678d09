import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.ts';
import { OccurrenceStatusEnum, TimeKindEnum } from './offering.enums.ts';
import type { OccurrenceStatus } from './offering.words.ts';
import type { TimeKind } from './schedule/index.ts';

@ObjectType('OccurrenceAbilities', { description: 'What the viewer may do with an occurrence.' })
export class OccurrenceAbilitiesType {
  @Field(() => Boolean, { description: 'Cancel it.' })
  cancel!: boolean;

  @Field(() => Boolean, { description: 'Postpone it, without a new time yet.' })
  postpone!: boolean;

  @Field(() => Boolean, { description: 'Give it another time or place.' })
  move!: boolean;

  @Field(() => Boolean, { description: 'Sign up to it now; nobody needs an account for that.' })
  signUp!: boolean;

  @Field(() => Boolean, { description: 'See who signed up.' })
  seeSignUps!: boolean;
}

@ObjectType('Occurrence', { description: 'One date of an offering.' })
export class OccurrenceType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it starts.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => TimeKindEnum, { description: 'What is told of its time; of OPEN_END `endsAt` is a guess.' })
  timeKind!: TimeKind;

  @Field(() => OccurrenceStatusEnum, { description: 'Whether it takes place.' })
  status!: OccurrenceStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled.' })
  cancelledAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was last moved to a time or place of its own; null for a date as its series has it.',
  })
  movedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its series would have it start; null unless it was moved to another time.',
  })
  previousStartsAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Its places; null = no limit.' })
  capacity!: number | null;
}

@ObjectType('Schedule', { description: 'The rule of an offering’s times.' })
export class ScheduleType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => LocalDateTimeScalar, { description: 'The first start on the local clock.' })
  startsAtLocal!: string;

  @Field(() => String, { description: 'The zone of that clock, e.g. Europe/Helsinki.' })
  timeZone!: string;

  @Field(() => Int, { description: 'How long each date takes, in minutes.' })
  durationMinutes!: number;

  @Field(() => String, { nullable: true, description: 'The rule as RFC 5545 writes it; null = once.' })
  rule!: string | null;

  @Field(() => TimeKindEnum, { description: 'What is told of its times.' })
  timeKind!: TimeKind;

  @Field(() => [DateScalar], { description: 'Days left out.' })
  skippedOn!: readonly string[];

  @Field(() => [LocalDateTimeScalar], { description: 'Starts beside the rule, on the local clock.' })
  extraStarts!: readonly string[];

  @Field(() => Boolean, { description: 'Whether public holidays of Finland are left out.' })
  skipsHolidays!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the school breaks of the offering’s municipality are left out.',
  })
  skipsSchoolBreaks!: boolean;
}

@ObjectType('ScheduledDate', { description: 'One date that a schedule yields.' })
export class ScheduledDateType {
  @Field(() => DateTimeScalar, { description: 'When it starts.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;
}

@ObjectType('SchedulePreview', { description: 'What a schedule would yield.' })
export class SchedulePreviewType {
  @Field(() => [ScheduledDateType], { description: 'Its first dates.' })
  dates!: ScheduledDateType[];

  @Field(() => Int, { description: 'How many dates it has in all.' })
  totalCount!: number;
}

export const OccurrenceConnectionType = connectionType('Occurrence', () => OccurrenceType);
export type OccurrenceConnectionType = InstanceType<typeof OccurrenceConnectionType>;
