import { GraphQLLocalDate } from 'graphql-scalars';
import { textScalar } from './scalar.factory.ts';

const instantForm =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const localForm = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::00(?:\.0+)?)?$/;

const instantOf = (text: string): Date => new Date(Temporal.Instant.from(text).epochMilliseconds);

/** The driver's `2026-12-01 17:00:00+02` is read too; a text without offset is refused, since its instant is unknown. */
const shownInstant = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Temporal.Instant) return instantOf(value.toString()).toISOString();
  return instantOf(String(value)).toISOString();
};

/** The driver reads `date` columns as local midnight, hence the local parts of a JS Date. */
const shownDate = (value: unknown): string => {
  if (value instanceof Date)
    return new Temporal.PlainDate(value.getFullYear(), value.getMonth() + 1, value.getDate()).toString();
  if (value instanceof Temporal.PlainDate) return value.toString();
  return String(GraphQLLocalDate.serialize(value));
};

const shownLocal = (value: unknown): string =>
  Temporal.PlainDateTime.from(value instanceof Temporal.PlainDateTime ? value : String(value)).toString({
    smallestUnit: 'minute',
  });

/** An instant; a JS `Date` inside. */
export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description:
    'An instant as RFC 3339 writes it. Answers are in UTC, e.g. 2026-12-01T15:00:00.000Z; input must carry an offset, e.g. 2026-12-01T17:00:00+02:00.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  reason: 'INVALID_DATE_TIME',
  expected: 'An instant with its offset is expected, e.g. 2026-12-01T17:00:00+02:00.',
  parse: (text) => (instantForm.test(text) ? instantOf(text) : undefined),
  serialize: shownInstant,
});

/** A calendar date; a text like `2026-12-01` inside. */
export const DateScalar = textScalar<string>({
  name: 'Date',
  description: 'A calendar date without time and zone, e.g. 2026-12-01.',
  reason: 'INVALID_DATE',
  expected: 'A calendar date is expected, e.g. 2026-12-01.',
  parse: (text) => String(GraphQLLocalDate.parseValue(text)),
  serialize: shownDate,
});

/** A time on a local clock; a text like `2026-12-01T17:00` inside. */
export const LocalDateTimeScalar = textScalar<string>({
  name: 'LocalDateTime',
  description:
    'A date and time to the minute as the local clock shows it (Europe/Helsinki), e.g. 2026-12-01T17:00.',
  reason: 'INVALID_LOCAL_DATE_TIME',
  expected: 'A date and time to the minute is expected, e.g. 2026-12-01T17:00.',
  parse: (text) =>
    localForm.test(text)
      ? Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toString({ smallestUnit: 'minute' })
      : undefined,
  serialize: shownLocal,
});
