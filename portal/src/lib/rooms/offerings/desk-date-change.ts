/** What a host does to one date. */
export type DateAction = 'cancel' | 'postpone' | 'move';

/** What a form of a date gets back when it failed; `values.kind` says which one it was. */
export interface DateForm {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Wall time in Helsinki, `2026-12-01T17:00`, as a form shows and sends it. */
export const localTimeOf = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/Helsinki')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

export const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
