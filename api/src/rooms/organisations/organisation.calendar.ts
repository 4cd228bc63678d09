const zone = 'Europe/Helsinki';

/** The region's calendar date at an instant, as ISO writes it. */
export const dateOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The date that many years later; 29 February becomes the 28th. */
export const yearsAfter = (date: string, years: number): string =>
  Temporal.PlainDate.from(date).add({ years }).toString();
