const zone = 'Europe/Helsinki';
const saturday = 6;

/** The region's calendar date at an instant. */
export const dayOf = (at: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** A time of day, `HH:MM` on the clocks of Helsinki, so many days before a day. */
export const instantBefore = (day: Temporal.PlainDate, daysBefore: number, time: string): Date => {
  const date = day.subtract({ days: daysBefore });
  const moment = date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(moment.epochMilliseconds);
};

/** The same on a working day: nobody works at weekends, so what falls there happened on the Friday before. */
export const workingInstantBefore = (day: Temporal.PlainDate, daysBefore: number, time: string): Date => {
  const { dayOfWeek } = day.subtract({ days: daysBefore });
  return instantBefore(day, daysBefore + Math.max(0, dayOfWeek - saturday + 1), time);
};

/** The first such weekday (1 = Monday) on or after a day. */
export const nextWeekday = (day: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });
