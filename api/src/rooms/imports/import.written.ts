import { createHash } from 'node:crypto';
import type {
  OfferingRow,
  OfferingTranslationInput,
  ScheduleInput,
  ScheduleRow,
  TranslationRow,
} from '../offerings/index.ts';
import type { EventFields } from './import.facts.ts';

/** The fields that an import writes, by name: `title:fi`, `capacity`, `schedules`. */
export type Values = ReadonlyMap<string, unknown>;

const facts = [
  'sourceLanguage',
  'spokenLanguages',
  'ageMinimum',
  'ageMaximum',
  'priceEuroCents',
  'priceNote',
  'capacity',
  'placeId',
  'onlineUrl',
] as const;
export type Fact = (typeof facts)[number];

/** An offering as it stands, with the link to join it online, which no row of it carries. */
export type StandingRow = Pick<OfferingRow, Exclude<Fact, 'onlineUrl'>> & {
  readonly onlineUrl: string | null;
};

export const isFact = (field: string): field is Fact => (facts as readonly string[]).includes(field);

export const textFields = ['title', 'summary', 'description'] as const;

const textsOf = (
  texts: readonly Pick<OfferingTranslationInput, 'language' | 'title' | 'summary' | 'description'>[],
): [string, unknown][] =>
  texts.flatMap((text) =>
    textFields.map((field): [string, unknown] => [`${field}:${text.language}`, text[field] ?? '']),
  );

/** A schedule without what is the same unless told: what is asked for equals what is kept. */
const scheduleOf = (schedule: ScheduleInput | ScheduleRow): unknown => ({
  startsAtLocal: schedule.startsAtLocal,
  durationMinutes: schedule.durationMinutes,
  rule: schedule.rule ?? null,
  timeKind: schedule.timeKind ?? 'TIMED',
  skippedOn: [...(schedule.skippedOn ?? [])].sort(),
  extraStarts: [...(schedule.extraStarts ?? [])].sort(),
});

const valuesOf = (
  row: StandingRow | EventFields,
  texts: Parameters<typeof textsOf>[0],
  schedules: readonly (ScheduleInput | ScheduleRow)[],
): Values =>
  new Map<string, unknown>([
    ...textsOf(texts),
    ...facts.map((field): [string, unknown] => [field, row[field] ?? null]),
    ['schedules', schedules.map(scheduleOf)],
  ]);

export const valuesHere = (
  row: StandingRow,
  texts: readonly TranslationRow[],
  schedules: readonly ScheduleRow[],
): Values => valuesOf(row, texts, schedules);

export const valuesThere = (fields: EventFields): Values =>
  valuesOf(fields, fields.translations, fields.schedules);

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 16);

export const hashesOf = (values: Values): Record<string, string> =>
  Object.fromEntries([...values].map(([field, value]) => [field, hashOf(value)]));

/** Fields that say something else than the import wrote last: somebody edited them here. */
export const editedFields = (written: Readonly<Record<string, string>>, here: Values): Set<string> => {
  const now = hashesOf(here);
  return new Set(Object.keys(written).filter((field) => now[field] !== written[field]));
};

/** Fields of the source that differ from what stands here; a field of which it says nothing is none. */
export const changedFields = (here: Values, there: Values): string[] => {
  const [now, then] = [hashesOf(here), hashesOf(there)];
  const isSilent = (value: unknown): boolean =>
    value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
  return [...there]
    .filter(
      ([field, value]) => now[field] !== then[field] && !(isSilent(value) && !field.startsWith('price')),
    )
    .map(([field]) => field);
};
