import { Field, InputType, Int } from 'type-graphql';
import { DateScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.ts';

@InputType({
  description:
    'When an offering takes place: once, weekly (weekdays with untilOn or count), or by a rule text.',
})
export class ScheduleInput {
  @Field(() => LocalDateTimeScalar, { description: 'The first start on the clocks of Helsinki.' })
  startsAtLocal!: string;

  @Field(() => Int, { description: 'How long each date takes, 5 to 10 080 minutes (7 days).' })
  durationMinutes!: number;

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
    description: 'A weekly RRULE of RFC 5545 with UNTIL or COUNT, instead of the four fields above.',
  })
  rule?: string | null;
}
