const zone = 'Europe/Helsinki';

/** How long those who lead an organisation have. */
const reviewDays = 30;

const dateOf = (at: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

const startOf = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(zone).epochMilliseconds);

/** The quarter of an instant by the region's calendar: its name, `2026-Q4`, and its first instant. */
export const quarterOf = (at: Date): { readonly name: string; readonly startsAt: Date } => {
  const day = dateOf(at);
  const number = Math.ceil(day.month / 3);
  const first = Temporal.PlainDate.from({ year: day.year, month: number * 3 - 2, day: 1 });
  return { name: `${day.year}-Q${number}`, startsAt: startOf(first) };
};

/** When a review that was opened at an instant is overdue: at the start of the day after 30 days. */
export const reviewDueAt = (openedAt: Date): Date => startOf(dateOf(openedAt).add({ days: reviewDays + 1 }));
