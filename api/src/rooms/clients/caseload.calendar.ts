const zone = 'Europe/Helsinki';

/** A leave is planned a year ahead at most. */
const MOST_DAYS = 366;

const dateOf = (at: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

const startOf = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(zone).epochMilliseconds);

/** The days of a leave, both included, as instants; null where they are past, turned round or too far away. */
export const leaveBetween = (
  now: Date,
  startsOn: string,
  endsOn: string,
): { readonly startsAt: Date; readonly endsAt: Date } | null => {
  const today = dateOf(now);
  const [first, last] = [Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn)];
  const { compare } = Temporal.PlainDate;
  const isOver = compare(first, today) < 0 || compare(last, first) < 0;
  if (isOver || compare(last, today.add({ days: MOST_DAYS })) > 0) return null;
  return { startsAt: startOf(first), endsAt: startOf(last.add({ days: 1 })) };
};

/** The last day of a leave that ends at an instant. */
export const lastDayOf = (endsAt: Date): string => dateOf(endsAt).subtract({ days: 1 }).toString();

export const firstDayOf = (startsAt: Date): string => dateOf(startsAt).toString();
