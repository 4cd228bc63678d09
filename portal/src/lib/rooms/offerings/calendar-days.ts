import { timeZone } from '#lib/i18n/dates.ts';

/** A span of days in the region, both included, as calendars show it. */
export interface CalendarSpan {
  readonly days: readonly string[];
  /** Instants of its beginning and of what comes after it. */
  readonly from: string;
  readonly to: string;
  /** A day of the span before and after. */
  readonly earlier: string;
  readonly later: string;
}

const startOf = (day: Temporal.PlainDate): string => day.toZonedDateTime(timeZone).toInstant().toString();
const spanOf = (
  first: Temporal.PlainDate,
  length: number,
  earlier: Temporal.PlainDate,
  later: Temporal.PlainDate,
) => ({
  days: Array.from({ length }, (_, index) => first.add({ days: index }).toString()),
  from: startOf(first),
  to: startOf(first.add({ days: length })),
  earlier: earlier.toString(),
  later: later.toString(),
});
const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

/** The week of a day, from Monday. */
export function weekOf(day: string): CalendarSpan & { readonly number: number } {
  const monday = mondayOf(Temporal.PlainDate.from(day));
  return {
    ...spanOf(monday, 7, monday.subtract({ days: 7 }), monday.add({ days: 7 })),
    number: monday.weekOfYear ?? 0,
  };
}

/** The month of a day in whole weeks, from the Monday before its first day to the Sunday after its last. */
export function monthOf(day: string): CalendarSpan & { readonly first: string } {
  const first = Temporal.PlainDate.from(day).with({ day: 1 });
  const monday = mondayOf(first);
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  const length = Math.ceil((monday.until(last).days + 1) / 7) * 7;
  return {
    ...spanOf(monday, length, first.subtract({ months: 1 }), first.add({ months: 1 })),
    first: first.toString(),
  };
}
