import { Field, InputType, Int } from 'type-graphql';
import { DateScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ScheduleRhythmEnum, TimeKindEnum } from './offering.enums.ts';
import type { RhythmKind, TimeKind } from './schedule/index.ts';

@InputType({
  description:
    'When an offering takes place: once, in a rhythm (with untilOn or count; weekly where it names weekdays alone), or by a rule text. Days left out and extra dates go with each.',
})
export class ScheduleInput {
  @Field(() => LocalDateTimeScalar, { description: 'The first start on the clocks of Helsinki.' })
  startsAtLocal!: string;

  @Field(() => Int, { description: 'How long each date takes, 5 to 10 080 minutes (7 days).' })
  durationMinutes!: number;

  @Field(() => ScheduleRhythmEnum, {
    nullable: true,
    description: 'How it repeats; WEEKLY where weekdays are named without it.',
  })
  rhythm?: RhythmKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Every how many days, weeks, months or years, 1 to 52; 1 where it is not told.',
  })
  interval?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of MONTHLY_ON_WEEKDAY: the first to fifth such weekday of the month, or -1 for the last; as the first date lies where it is not told.',
  })
  monthWeek?: number | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Weekdays, 1 = Monday … 7 = Sunday. Empty: takes place once.',
  })
  weekdays?: number[] | null;

  @Field(() => Int, { nullable: true, description: '1 = every week, 2 = every other week … 52.' })
  intervalWeeks?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it may start.' })
  untilOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many dates, at most 2 000.' })
  count?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'An RRULE of RFC 5545 with UNTIL or COUNT, once a day at most, instead of the fields above.',
  })
  rule?: string | null;

  @Field(() => TimeKindEnum, {
    nullable: true,
    description:
      'What is told of its times; TIMED unless told. ALL_DAY starts at 00:00 and takes whole days; of OPEN_END the duration says how long it counts as running.',
  })
  timeKind?: TimeKind | null;

  @Field(() => [DateScalar], { nullable: true, description: 'Days to leave out, 200 at most.' })
  skippedOn?: string[] | null;

  @Field(() => [LocalDateTimeScalar], {
    nullable: true,
    description:
      'Starts beside the rule, on the clocks of Helsinki, 200 at most; they take place in any case.',
  })
  extraStarts?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to leave out the public holidays of Finland.',
  })
  skipsHolidays?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether to leave out the school breaks of the offering’s municipality, as far as they are known.',
  })
  skipsSchoolBreaks?: boolean | null;
}
