import { byId, defineLoader, groupedById } from '../../platform/loader.ts';
import { readJoinLinks } from './join-link.ts';
import { undoableUntil } from './occurrence.change.ts';
import {
  readChangedOccurrences,
  readNextOccurrences,
  readOccurrences,
  readUndoable,
} from './occurrence.read.ts';
import { offeringPolicy } from './offering.policy.ts';
import {
  readEnds,
  readOfferings,
  readSchedules,
  readStoredTexts,
  readThemes,
  readTranslations,
} from './offering.read.ts';
import { readPlaces } from './place.read.ts';

/** An offering by id; null where it does not exist or the viewer may not see it. */
export const offeringLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await readOfferings(hub, viewer, ids), ({ id }) => id),
);

/** An occurrence by id; null where it does not exist or the viewer may not see it. */
export const occurrenceLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await readOccurrences(hub, viewer, ids), ({ id }) => id),
);

/** Until when a date's last change can be taken back; null when it cannot, or not by this viewer. */
export const undoableLoader = defineLoader(async (hub, viewer, ids) => {
  const rows = viewer.kind === 'anonymous' ? [] : await readUndoable(hub, viewer, ids);
  const now = hub.clock.now();
  return byId(ids, rows, ({ occurrenceId }) => occurrenceId).map((row) =>
    row && undoableUntil(row.madeAt) > now ? undoableUntil(row.madeAt) : null,
  );
});

/** The coming dates of an offering that are not as its series has them. */
export const changedOccurrencesLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await readChangedOccurrences(hub, viewer, ids), ({ offeringId }) => offeringId),
);

/** An offering's texts, the source first. */
export const translationsLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await readTranslations(hub, viewer, ids), ({ offeringId }) => offeringId),
);

/** An offering's texts with what they are based on; none for whom may not change the offering. */
export const storedTextsLoader = defineLoader(async (hub, viewer, ids) => {
  const offerings = await readOfferings(hub, viewer, ids);
  const changeable = offerings.filter((offering) => offeringPolicy.can(viewer, 'update', offering));
  const texts = await readStoredTexts(
    hub,
    viewer,
    changeable.map(({ id }) => id),
  );
  return groupedById(ids, texts, ({ offeringId }) => offeringId);
});

/** The ids of an offering's themes. */
export const themeIdsLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await readThemes(hub, viewer, ids), ({ offeringId }) => offeringId),
);

/** An offering's schedules in force. */
export const schedulesLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await readSchedules(hub, viewer, ids), ({ offeringId }) => offeringId),
);

/** The link to join an offering online, as `readJoinLinks` gives it. */
export const joinLinkLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await readJoinLinks(hub, viewer, ids), ({ offeringId }) => offeringId),
);

/** A place by id. */
export const placeLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await readPlaces(hub, viewer, ids), ({ id }) => id),
);

/** When the last known date of an offering is; null without dates. */
export const endLoader = defineLoader(async (hub, viewer, ids) =>
  byId(ids, await readEnds(hub, viewer, ids), ({ offeringId }) => offeringId),
);

/** `first` and an offering's id in one key, so that one request may ask for different numbers. */
export const nextOccurrencesKey = (offeringId: string, first: number): string => `${first} ${offeringId}`;

/** The next dates of an offering, by `nextOccurrencesKey`; one statement for each `first`. */
export const nextOccurrencesLoader = defineLoader(async (hub, viewer, keys) => {
  const asked = Map.groupBy(keys, (key) => Number(key.split(' ')[0]));
  const rows = await Promise.all(
    [...asked].map(async ([first, group]) => {
      const ids = group.map((key) => key.split(' ')[1] ?? '');
      const found = await readNextOccurrences(hub, viewer, ids, first);
      return found.map((row) => ({ key: nextOccurrencesKey(row.offeringId, first), row }));
    }),
  );
  return groupedById(keys, rows.flat(), ({ key }) => key).map((group) => group.map(({ row }) => row));
});
