import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import {
  OfferingService,
  translationsLoader,
  type OfferingRow,
  type OfferingTranslationInput,
  type TranslationRow,
} from '../offerings/index.ts';
import type { EventProblems } from './event.problems.ts';
import type { ImportedEvent } from './import-source.ts';
import type { EventFields } from './import.facts.ts';

/** The desk's own translations stay, also where the source has a mere copy. */
const mergeTexts = (
  event: ImportedEvent,
  fresh: readonly OfferingTranslationInput[],
  stored: readonly TranslationRow[],
): OfferingTranslationInput[] => {
  const copies = new Set(
    event.translations.filter(({ isCopyOfSource }) => isCopyOfSource).map(({ language }) => language),
  );
  const kept = stored.filter((row) => {
    if (fresh.every(({ language }) => language !== row.language)) return true;
    return copies.has(row.language) && !row.isCopyOfSource;
  });
  const keptLanguages = new Set(kept.map(({ language }) => language));
  return [
    ...fresh.filter(({ language }) => !keptLanguages.has(language)),
    ...kept.map(({ language, title, summary, description }) => ({ language, title, summary, description })),
  ];
};

/**
 * Brings an offering after its changed event. What the desk decides (kind, audience, themes, sign-ups, referrals)
 * stays; so do place, languages and times of which the source says nothing.
 */
export const changeOffering = async (
  hub: Hub,
  viewer: Viewer,
  { id, version }: Pick<OfferingRow, 'id' | 'version'>,
  event: ImportedEvent,
  fields: EventFields,
): Promise<void> => {
  const [stored = []] = await translationsLoader.batch(hub, viewer, [id]);
  const { translations, spokenLanguages, placeId, schedules, themeIds: _desk, ...facts } = fields;
  await hub.get(OfferingService).update(
    viewer,
    {
      ...facts,
      offeringId: id,
      version,
      translations: mergeTexts(event, translations, stored),
      ...(spokenLanguages.length > 0 && { spokenLanguages }),
      ...(placeId !== null && { placeId }),
      ...(schedules.length > 0 && { schedules }),
    },
    event.contentHash,
  );
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
