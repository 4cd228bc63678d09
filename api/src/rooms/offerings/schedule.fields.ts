import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { ScheduleType } from './occurrence.types.ts';
import { ScheduleRhythmEnum } from './offering.enums.ts';
import type { ScheduleRow } from './offering.row.ts';
import { parseRhythm, type Rhythm, type RhythmKind } from './schedule/index.ts';

const rhythmOf = ({ rule }: ScheduleRow): Rhythm | null => (rule === null ? null : parseRhythm(rule));
const weekly = (rhythm: Rhythm | null): Rhythm | null => (rhythm?.kind === 'WEEKLY' ? rhythm : null);

/** A schedule's rule as the fields of an editor. */
@Resolver(() => ScheduleType)
export class ScheduleFieldResolver {
  @FieldResolver(() => ScheduleRhythmEnum, {
    nullable: true,
    description: 'How it repeats; null when it takes place once, or by a rule that no rhythm says.',
  })
  rhythm(@Root() schedule: ScheduleRow): RhythmKind | null {
    return rhythmOf(schedule)?.kind ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Every how many days, weeks, months or years; null without a rhythm.',
  })
  interval(@Root() schedule: ScheduleRow): number | null {
    return rhythmOf(schedule)?.interval ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Of MONTHLY_ON_WEEKDAY: the first to fifth such weekday of the month, or -1 for the last.',
  })
  monthWeek(@Root() schedule: ScheduleRow): number | null {
    return rhythmOf(schedule)?.monthWeek ?? null;
  }

  @FieldResolver(() => [Int], {
    description: 'Weekdays, 1 = Monday … 7 = Sunday; empty when it repeats on none.',
  })
  weekdays(@Root() schedule: ScheduleRow): number[] {
    const rhythm = rhythmOf(schedule);
    const first = Temporal.PlainDateTime.from(schedule.startsAtLocal).dayOfWeek;
    return weekly(rhythm) && rhythm?.weekdays.length === 0 ? [first] : (rhythm?.weekdays ?? []);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: '1 = every week, 2 = every other week; null = once, or in another rhythm.',
  })
  intervalWeeks(@Root() schedule: ScheduleRow): number | null {
    return weekly(rhythmOf(schedule))?.interval ?? null;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'The last day on which it may start.' })
  untilOn(@Root() schedule: ScheduleRow): string | null {
    return rhythmOf(schedule)?.until ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many dates the rule counts.' })
  count(@Root() schedule: ScheduleRow): number | null {
    return rhythmOf(schedule)?.count ?? null;
  }
}
