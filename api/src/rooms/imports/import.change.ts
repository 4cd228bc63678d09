import { HubError } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import {
  OfferingService,
  type OfferingRow,
  type OfferingTranslationInput,
  type TranslationRow,
  type UpdateOfferingInput,
} from '../offerings/index.ts';
import type { EventProblems } from './event.problems.ts';
import type { ImportedEvent } from './import-source.ts';
import type { EventFields } from './import.facts.ts';
import { changedFields, isFact, textFields, valuesThere } from './import.written.ts';
import type { Standing } from './import.standing.ts';

/** The desk's own translations stay, also where the source has a mere copy; so does each text that was edited here. */
const mergeTexts = (
  event: ImportedEvent,
  fresh: readonly OfferingTranslationInput[],
  stored: readonly TranslationRow[],
  edited: ReadonlySet<string>,
): OfferingTranslationInput[] => {
  const copies = new Set(
    event.translations.filter(({ isCopyOfSource }) => isCopyOfSource).map(({ language }) => language),
  );
  const kept = stored.filter((row) => {
    if (fresh.every(({ language }) => language !== row.language)) return true;
    return copies.has(row.language) && !row.isCopyOfSource;
  });
  const keptLanguages = new Set(kept.map(({ language }) => language));
  const merged = fresh
    .filter(({ language }) => !keptLanguages.has(language))
    .map((text) => {
      const row = stored.find(({ language }) => language === text.language);
      const own = textFields.filter((field) => edited.has(`${field}:${text.language}`));
      return row ? { ...text, ...Object.fromEntries(own.map((field) => [field, row[field]])) } : text;
    });
  return [
    ...merged,
    ...kept.map(({ language, title, summary, description }) => ({ language, title, summary, description })),
  ];
};

/** Says which fields of the source are not taken because they were edited here. */
const tellKept = (fields: EventFields, { values, edited }: Standing, problems: EventProblems): void => {
  const kept = changedFields(values, valuesThere(fields)).filter((field) => edited.has(field));
  for (const field of kept)
    problems.note(field, 'EDITED_HERE', `${field} was edited here and stays as it is.`);
};

/**
 * Brings an offering after its changed event. What the desk decides (kind, audience, themes, sign-ups, referrals)
 * and what was edited here stays; so do place, languages and times of which the source says nothing.
 */
export const changeOffering = async (
  hub: Hub,
  viewer: Viewer,
  standing: Standing,
  event: ImportedEvent,
  fields: EventFields,
  problems: EventProblems,
): Promise<void> => {
  const { offering, texts, edited } = standing;
  tellKept(fields, standing, problems);
  const { translations, spokenLanguages, placeId, schedules, themeIds: _desk, ...facts } = fields;
  const free = Object.entries({
    ...facts,
    ...(spokenLanguages.length > 0 && { spokenLanguages }),
    ...(placeId !== null && { placeId }),
  }).filter(([field]) => !(isFact(field) && edited.has(field)));
  const input: UpdateOfferingInput = {
    ...Object.fromEntries(free),
    offeringId: offering.id,
    version: offering.version,
    translations: mergeTexts(event, translations, texts, edited),
  };
  const hasTimes = schedules.length > 0 && !edited.has('schedules');
  await withTimes(hub, viewer, input, hasTimes ? schedules : null, event.contentHash, problems);
};

/** New times, unless they would take a date from people who have a place on it. */
const withTimes = async (
  hub: Hub,
  viewer: Viewer,
  input: UpdateOfferingInput,
  schedules: EventFields['schedules'] | null,
  contentHash: string,
  problems: EventProblems,
): Promise<void> => {
  const offerings = hub.get(OfferingService);
  try {
    await offerings.update(viewer, schedules ? { ...input, schedules, strandedIds: [] } : input, contentHash);
  } catch (error) {
    if (!(error instanceof HubError) || error.reason !== 'STRANDED_CHANGED') throw error;
    const message =
      'The new times would cancel dates for which people have signed up; change them here yourself.';
    problems.note('schedules', 'DATES_WITH_PEOPLE', message);
    // Without the hash of what came: the change stays visible until somebody settles it.
    await offerings.update(viewer, input);
  }
};

/** An event that does not take place: its offering ends, which cancels its dates and tells who signed up. */
export const endOffering = async (
  hub: Hub,
  viewer: Viewer,
  { id, version }: Pick<OfferingRow, 'id' | 'version'>,
  problems: EventProblems,
): Promise<void> => {
  await hub.get(OfferingService).archive(viewer, { offeringId: id, version });
  problems.note(
    'event_status',
    'CANCELLED_AT_SOURCE',
    'The event is cancelled at its source; its offering is ended.',
  );
};
