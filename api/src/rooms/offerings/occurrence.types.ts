import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { DateTimeScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.ts';
import { OccurrenceStatusEnum } from './offering.enums.ts';
import type { OccurrenceStatus } from './offering.words.ts';

@ObjectType('OccurrenceAbilities', { description: 'What the viewer may do with an occurrence.' })
export class OccurrenceAbilitiesType {
  @Field(() => Boolean, { description: 'Cancel it.' })
  cancel!: boolean;

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

  @Field(() => OccurrenceStatusEnum, { description: 'Whether it takes place.' })
  status!: OccurrenceStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled.' })
  cancelledAt!: Date | null;

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
