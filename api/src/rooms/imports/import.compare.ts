import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { OfferingService, type ImportedOffering } from '../offerings/index.ts';
import { EventProblems } from './event.problems.ts';
import type { ImportProblem } from './import-source.ts';
import { fieldsOf } from './import.facts.ts';
import { PlaceFinder } from './import.place.ts';
import type { PreparedEvent } from './import.prepare.ts';
import { standingOf, type Standing } from './import.standing.ts';
import { entryStates, mostShown, originOf, type EntryState } from './import.words.ts';
import { changedFields, valuesThere } from './import.written.ts';
import { linkedOfferings, type LinkedOffering, type PreviewRow } from './import-preview.row.ts';

/** An event of a preview beside what is here. */
export interface PreviewEntry {
  readonly eventId: string;
  readonly state: EntryState;
  readonly title: string;
  readonly language: string;
  readonly offeringId: string | null;
  /** Its first start, on the clocks of Helsinki. */
  readonly startsAtLocal: string | null;
  readonly isRepeated: boolean;
  readonly changedFields: readonly string[];
  readonly keptFields: readonly string[];
  readonly problems: readonly ImportProblem[];
}

export interface Comparison {
  readonly entries: readonly PreviewEntry[];
  readonly counts: Readonly<Record<EntryState, number>>;
}

const stateOf = ({ event, isOver }: PreparedEvent, known: ImportedOffering | undefined): EntryState => {
  if (known) return known.contentHash === event.contentHash ? 'UNCHANGED' : 'CHANGED';
  if (event.isCancelled) return 'REFUSED';
  return isOver ? 'OVER' : 'NEW';
};

const cancelled = (sourceId: string): ImportProblem => ({
  sourceId,
  field: null,
  reason: 'CANCELLED_AT_SOURCE',
  message: 'The event is cancelled at its source.',
  isSkipped: true,
});

const entryOf = (prepared: PreparedEvent, known: ImportedOffering | undefined): PreviewEntry => {
  const { event, schedules, problems } = prepared;
  const [first] = schedules;
  const state = stateOf(prepared, known);
  return {
    eventId: event.sourceId,
    state,
    title: event.translations[0]?.title ?? '',
    language: event.sourceLanguage,
    offeringId: known?.id ?? null,
    startsAtLocal: first?.startsAtLocal ?? null,
    isRepeated: Boolean(first?.rule ?? first?.extraStarts?.length) || schedules.length > 1,
    changedFields: [],
    keptFields: [],
    problems: event.isCancelled ? [...problems, cancelled(event.sourceId)] : problems,
  };
};

const goneEntry = ({ id, importId }: LinkedOffering, standing: Standing | undefined): PreviewEntry => ({
  eventId: importId,
  state: 'GONE',
  title: standing?.texts[0]?.title ?? '',
  language: standing?.texts[0]?.language ?? 'fi',
  offeringId: id,
  startsAtLocal: null,
  isRepeated: false,
  changedFields: [],
  keptFields: [],
  problems: [],
});

/** Of events that could not be read at all only their problems are left. */
const refusedEntries = (problems: readonly ImportProblem[]): PreviewEntry[] =>
  [...Map.groupBy(problems, ({ sourceId }) => sourceId)]
    .filter((group): group is [string, ImportProblem[]] => group[0] !== null)
    .map(([eventId, own]) => ({
      eventId,
      state: 'REFUSED',
      title: '',
      language: 'fi',
      offeringId: null,
      startsAtLocal: null,
      isRepeated: false,
      changedFields: [],
      keptFields: [],
      problems: own,
    }));

/** What a preview would do, event by event; of each kind the first 200. */
export const compare = async (hub: Hub, viewer: Viewer, preview: PreviewRow): Promise<Comparison> => {
  const { organisationId, kind, content } = preview;
  const known = await hub.get(OfferingService).imported(viewer, organisationId, originOf[kind]);
  const byImportId = new Map(known.map((offering) => [offering.importId, offering]));
  const linked = await hub.db.read<LinkedOffering>(viewer, linkedOfferings(preview, hub.clock.now()));
  const there = new Set(content.events.map(({ event }) => event.sourceId));
  // A file that cannot be read says nothing of what is gone.
  const gone = content.events.length === 0 ? [] : linked.filter(({ importId }) => !there.has(importId));
  const prepared = new Map(content.events.map((each) => [each.event.sourceId, each]));
  const found = content.events.map((each) => entryOf(each, byImportId.get(each.event.sourceId)));
  const ofKind = (state: EntryState): PreviewEntry[] =>
    found.filter((entry) => entry.state === state).slice(0, mostShown);
  const changed = ofKind('CHANGED');
  const shownGone = gone.slice(0, mostShown);
  const ids = [...changed.flatMap(({ offeringId }) => offeringId ?? []), ...shownGone.map(({ id }) => id)];
  const standings = await standingOf(hub, viewer, ids);
  const refused = [...ofKind('REFUSED'), ...refusedEntries(content.problems)].slice(0, mostShown);
  const shown: Record<EntryState, readonly PreviewEntry[]> = {
    NEW: ofKind('NEW'),
    CHANGED: await withFields(hub, viewer, organisationId, changed, prepared, standings),
    GONE: shownGone.map((each) => goneEntry(each, standings.get(each.id))),
    REFUSED: refused,
    UNCHANGED: ofKind('UNCHANGED'),
    OVER: [],
  };
  const count = (state: EntryState): number => found.filter((entry) => entry.state === state).length;
  const counts = Object.fromEntries(entryStates.map((state) => [state, count(state)])) as Record<
    EntryState,
    number
  >;
  return {
    entries: entryStates.flatMap((state) => shown[state]),
    counts: {
      ...counts,
      GONE: gone.length,
      REFUSED: count('REFUSED') + refusedEntries(content.problems).length,
    },
  };
};

const withFields = async (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
  entries: readonly PreviewEntry[],
  prepared: ReadonlyMap<string, PreparedEvent>,
  standings: ReadonlyMap<string, Standing>,
): Promise<PreviewEntry[]> => {
  const places = new PlaceFinder(hub, viewer, organisationId, true);
  const result: PreviewEntry[] = [];
  for (const entry of entries) {
    const event = prepared.get(entry.eventId);
    const standing = standings.get(entry.offeringId ?? '');
    if (!event || !standing) continue;
    const problems = new EventProblems(entry.eventId);
    const there = valuesThere(await fieldsOf(hub, places, event, problems));
    const different = changedFields(standing.values, there);
    result.push({
      ...entry,
      changedFields: different.filter((field) => !standing.edited.has(field)),
      keptFields: different.filter((field) => standing.edited.has(field)),
      problems: [...entry.problems, ...problems.list],
    });
  }
  return result;
};
