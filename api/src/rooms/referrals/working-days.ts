import { isPublicHoliday } from '../../platform/calendar/public-holidays.ts';

const zone = 'Europe/Helsinki';

type Day = Temporal.PlainDate;

export const isWorkingDay = (day: Day): boolean => day.dayOfWeek <= 5 && !isPublicHoliday(day);

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
