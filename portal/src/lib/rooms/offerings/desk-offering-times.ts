import type { ResultOf, VariablesOf } from '#lib/api/graphql.ts';
import { domain_reason_value_malformed, ui_answer_missing } from '#lib/paraglide/messages.js';
import type { EditedOffering, PreviewSchedule } from './desk-offering.queries.ts';
import type { OfferingValues } from './desk-offering-values.ts';
import type { ToldSchedule } from './schedule-words.ts';

export type ScheduleInput = VariablesOf<typeof PreviewSchedule>['input'];
type Edited = NonNullable<ResultOf<typeof EditedOffering>['offering']>;

export type TimeValues = Pick<
  OfferingValues,
  | 'repeats'
  | 'weekdays'
  | 'interval'
  | 'monthWeek'
  | 'firstOn'
  | 'startTime'
  | 'durationMinutes'
  | 'timeKind'
  | 'untilOn'
  | 'skips'
  | 'skippedOn'
  | 'extraOn'
>;

export const rhythms = ['WEEKLY', 'MONTHLY_ON_WEEKDAY', 'MONTHLY_ON_DATE', 'YEARLY', 'DAILY'] as const;
export type Rhythm = (typeof rhythms)[number];

export const timeKinds = ['TIMED', 'OPEN_END', 'ALL_DAY'] as const;
export type TimeKind = (typeof timeKinds)[number];

/** Days as people write them, one a line or parted by commas: 24.12.2026 or 2026-12-24. Null where one is none. */
export function readDays(text: string): string[] | null {
  const days = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((written) => {
      const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? [];
      const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : written;
      try {
        return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString();
      } catch {
        return null;
      }
    });
  const found = days.filter((day) => day !== null);
  return found.length === days.length ? found : null;
}

const writeDays = (days: readonly string[]): string =>
  days
    .map((iso) => Temporal.PlainDate.from(iso))
    .map(({ day, month, year }) => `${day}.${month}.${year}`)
    .join('\n');

/** The weekday of a date, 1 = Monday … 7 = Sunday. */
const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

const wholeDays = (minutes: number): number => Math.max(1, Math.ceil(minutes / 1440)) * 1440;

/** The times of the form; a group without a ticked day meets on the weekday of its first date. */
export function scheduleOf(values: TimeValues): ScheduleInput {
  const { repeats, timeKind, firstOn, untilOn } = values;
  const isAllDay = timeKind === 'ALL_DAY';
  const startTime = isAllDay ? '00:00' : values.startTime;
  const minutes = Number(values.durationMinutes);
  const times = {
    startsAtLocal: `${firstOn}T${startTime}`,
    durationMinutes: isAllDay ? wholeDays(minutes) : minutes,
    timeKind,
  };
  if (repeats === 'ONCE') return times;
  const hasWeekdays = repeats === 'WEEKLY' || repeats === 'MONTHLY_ON_WEEKDAY';
  const weekdays = values.weekdays.length > 0 ? values.weekdays.map(Number) : [weekdayOf(firstOn)];
  return {
    ...times,
    rhythm: repeats,
    interval: Number(values.interval),
    ...(hasWeekdays && { weekdays }),
    ...(repeats === 'MONTHLY_ON_WEEKDAY' && values.monthWeek === '-1' && { monthWeek: -1 }),
    untilOn,
    skippedOn: readDays(values.skippedOn) ?? [],
    extraStarts: (readDays(values.extraOn) ?? []).map((day) => `${day}T${startTime}`),
    skipsHolidays: values.skips.includes('HOLIDAYS'),
    skipsSchoolBreaks: values.skips.includes('SCHOOL_BREAKS'),
  };
}

/** The same as the API would tell it, for the sentence above the dates. */
export function toldOf(values: TimeValues): ToldSchedule {
  const {
    startsAtLocal,
    durationMinutes,
    rhythm = null,
    interval = null,
    weekdays,
    ...rest
  } = scheduleOf(values);
  const week = Math.ceil(Temporal.PlainDate.from(values.firstOn).day / 7);
  return {
    startsAtLocal,
    durationMinutes,
    timeKind: values.timeKind,
    rhythm,
    interval,
    monthWeek: rest.monthWeek ?? week,
    weekdays: weekdays ?? [],
    untilOn: rest.untilOn ?? null,
    skippedOn: rest.skippedOn ?? [],
    extraStarts: rest.extraStarts ?? [],
    skipsHolidays: rest.skipsHolidays ?? false,
    skipsSchoolBreaks: rest.skipsSchoolBreaks ?? false,
  };
}

/** The first schedule of an offering as the form shows it. */
export function timesOf({ schedules }: Pick<Edited, 'schedules'>): TimeValues {
  const [schedule] = schedules;
  const [firstOn = '', startTime = ''] = (schedule?.startsAtLocal ?? '').split('T');
  return {
    repeats: schedule?.rhythm ?? 'ONCE',
    weekdays: (schedule?.weekdays ?? []).map(String),
    interval: String(schedule?.interval ?? 1),
    monthWeek: schedule?.monthWeek === -1 ? '-1' : '',
    firstOn,
    startTime: startTime.slice(0, 5),
    durationMinutes: String(schedule?.durationMinutes ?? 90),
    timeKind: schedule?.timeKind ?? 'TIMED',
    untilOn: schedule?.untilOn ?? '',
    skips: [
      ...(schedule?.skipsHolidays ? ['HOLIDAYS'] : []),
      ...(schedule?.skipsSchoolBreaks ? ['SCHOOL_BREAKS'] : []),
    ],
    skippedOn: writeDays(schedule?.skippedOn ?? []),
    extraOn: writeDays((schedule?.extraStarts ?? []).map((start) => start.slice(0, 10))),
  };
}

/** What is missing or misread in the times, by control. */
export function timeErrors(values: TimeValues): Record<string, string> {
  const errors: Record<string, string> = {};
  const { repeats, timeKind, firstOn, startTime, untilOn, durationMinutes, skippedOn, extraOn } = values;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(firstOn)) errors['firstOn'] = ui_answer_missing();
  if (timeKind !== 'ALL_DAY' && !/^\d{2}:\d{2}$/.test(startTime)) errors['startTime'] = ui_answer_missing();
  if (!/^\d+$/.test(durationMinutes)) errors['durationMinutes'] = ui_answer_missing();
  if (repeats === 'ONCE') return errors;
  if (untilOn === '') errors['untilOn'] = ui_answer_missing();
  if (readDays(skippedOn) === null) errors['skippedOn'] = domain_reason_value_malformed();
  if (readDays(extraOn) === null) errors['extraOn'] = domain_reason_value_malformed();
  return errors;
}
