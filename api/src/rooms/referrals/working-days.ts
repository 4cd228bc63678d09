import { easter } from 'date-easter';

const zone = 'Europe/Helsinki';

type Day = Temporal.PlainDate;

/** Easter Sunday. */
export const easterOf = (year: number): Day => {
  const { month, day } = easter(year);
  return Temporal.PlainDate.from({ year, month, day });
};

/** The first day from `from` on that falls on a weekday (1 = Monday). */
const firstOn = (weekday: number, from: Day): Day => from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });

/** Days on which Finnish offices are closed beside Saturdays and Sundays; the eves of Christmas and Midsummer too. */
const closedDaysOf = (year: number): ReadonlySet<string> => {
  const on = (month: number, day: number): Day => Temporal.PlainDate.from({ year, month, day });
  const sunday = easterOf(year);
  const midsummer = firstOn(6, on(6, 20));
  const days = [
    on(1, 1),
    on(1, 6),
    sunday.subtract({ days: 2 }),
    sunday.add({ days: 1 }),
    on(5, 1),
    sunday.add({ days: 39 }),
    midsummer.subtract({ days: 1 }),
    midsummer,
    firstOn(6, on(10, 31)),
    on(12, 6),
    on(12, 24),
    on(12, 25),
    on(12, 26),
  ];
  return new Set(days.map((day) => day.toString()));
};

const years = new Map<number, ReadonlySet<string>>();

export const isWorkingDay = (day: Day): boolean => {
  const known = years.get(day.year) ?? closedDaysOf(day.year);
  years.set(day.year, known);
  return day.dayOfWeek <= 5 && !known.has(day.toString());
};

/** The same time of day, that many working days later; the day of `at` itself does not count. */
export const addWorkingDays = (at: Date, count: number): Date => {
  const start = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  let day = start.toPlainDate();
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: start.toPlainTime() }).epochMilliseconds);
};

const startOf = (day: Day): number => day.toZonedDateTime(zone).epochMilliseconds;

/** Milliseconds of working days between two instants; a working day counts whole, nights included. */
export const workingTimeBetween = (from: Date, to: Date): number => {
  let sum = 0;
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  for (; startOf(day) < to.getTime(); day = day.add({ days: 1 })) {
    const begin = Math.max(startOf(day), from.getTime());
    const end = Math.min(startOf(day.add({ days: 1 })), to.getTime());
    if (isWorkingDay(day)) sum += Math.max(0, end - begin);
  }
  return sum;
};

/** The instant at which so much working time has passed since `from`. */
export const addWorkingTime = (from: Date, milliseconds: number): Date => {
  let left = milliseconds;
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  for (;;) {
    const begin = Math.max(startOf(day), from.getTime());
    const end = startOf(day.add({ days: 1 }));
    if (isWorkingDay(day)) {
      if (left <= end - begin) return new Date(begin + left);
      left -= end - begin;
    }
    day = day.add({ days: 1 });
  }
};
