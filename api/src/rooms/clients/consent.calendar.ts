const zone = 'Europe/Helsinki';

/** A consent holds for a year unless it says otherwise, and for two at most. */
const DEFAULT_MONTHS = 12;
const MOST_MONTHS = 24;

const dateOf = (at: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

const endOf = (day: Temporal.PlainDate): Date =>
  new Date(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);

/** When a consent given at `givenAt` ends by itself, `lastDay` included; null when that day is not allowed. */
export const expiryOf = (givenAt: Date, lastDay: string | null | undefined): Date | null => {
  const today = dateOf(givenAt);
  const latest = today.add({ months: MOST_MONTHS });
  const day = lastDay ? Temporal.PlainDate.from(lastDay) : today.add({ months: DEFAULT_MONTHS });
  const { compare } = Temporal.PlainDate;
  return compare(day, today) < 0 || compare(day, latest) > 0 ? null : endOf(day);
};
