import { contentHashOf } from './content-hash.ts';
import type { EventProblems } from './event.problems.ts';
import {
  IMPORT_TEXT_LIMITS,
  MAXIMUM_IMPORT_BYTES,
  MAXIMUM_IMPORT_EVENTS,
  type ImportedEvent,
  type ImportOptions,
  type ImportProblem,
  type ImportProblemReason,
  type ImportResult,
} from './import-source.ts';
import { partsOf, type CalendarParts } from './ics.components.ts';
import { decodeCalendar } from './ics.decode.ts';
import { readCalendarEvent, type CalendarEvent } from './ics.event.ts';
import { instantAt } from './ics.moments.ts';
import { nameOf, readProperty, type Property } from './ics.properties.ts';
import { seriesOf } from './ics.series.ts';
import { languageOf, pageOf, placeOf, textOf } from './ics.text.ts';
import { CalendarZones, HELSINKI } from './ics.zones.ts';

const ofFile = (reason: ImportProblemReason, message: string, isSkipped = true): ImportProblem => ({
  sourceId: null,
  field: null,
  reason,
  message,
  isSkipped,
});

const headerOf = ({ header }: CalendarParts, ...names: string[]): string | null => {
  const line = names.map((name) => header.find((each) => nameOf(each) === name)).find(Boolean);
  return (line && readProperty(line)?.value.trim().slice(0, IMPORT_TEXT_LIMITS.title)) || null;
};

/** Of several with one UID the event itself, the newest; and the newest for each single date. */
const grouped = (events: readonly CalendarEvent[]): CalendarEvent[][] => {
  const byUid = new Map<string, Map<string, CalendarEvent>>();
  for (const event of events) {
    const group = byUid.get(event.uid) ?? new Map<string, CalendarEvent>();
    byUid.set(event.uid, group);
    const key = event.recurrence?.wall ?? '';
    const before = group.get(key);
    if (before !== undefined)
      event.problems.note('UID', 'ID_DOUBLED', 'The calendar has this event twice; the newer one counts.');
    if (before === undefined || event.sequence >= before.sequence) group.set(key, event);
  }
  return [...byUid.values()].map((group) => [...group.values()]);
};

/** A bare date of a series whose rule is not in the file stands for itself. */
const leadersOf = (group: readonly CalendarEvent[]): { event: CalendarEvent; sourceId: string }[] => {
  const base = group.find(({ recurrence }) => recurrence === null);
  if (base !== undefined) return [{ event: base, sourceId: base.uid }];
  return group.map((event) => ({ event, sourceId: `${event.uid}#${event.recurrence?.wall ?? ''}` }));
};

const nothingMore = {
  keywords: [],
  audienceKeywords: [],
  priceText: [],
  isFree: null,
  spokenLanguages: [],
  minimumAge: null,
  maximumAge: null,
  maximumCapacity: null,
  organiserName: null,
  enrolmentUrl: null,
  superEventSourceId: null,
};

const eventOf = (
  event: CalendarEvent,
  sourceId: string,
  overrides: readonly CalendarEvent[],
  usualLanguage: string,
): ImportedEvent | null => {
  const { properties, problems, start, durationMinutes, isCancelled } = event;
  const first = (name: string): Property | undefined => properties.get(name)?.[0];
  const title = textOf(first('SUMMARY'), IMPORT_TEXT_LIMITS.title, true, problems);
  if (title === null) {
    problems.skip('SUMMARY', 'NAME_MISSING', 'The event has no name (SUMMARY); left out.');
    return null;
  }
  const language = languageOf(first('SUMMARY'), usualLanguage);
  const location = textOf(first('LOCATION'), IMPORT_TEXT_LIMITS.line, false, problems);
  const onlineUrl = pageOf(location);
  const place = location === null || onlineUrl !== null ? null : placeOf(location, first('GEO'));
  const details =
    location !== null && onlineUrl === null && place === null ? [{ language, text: location }] : [];
  const series = seriesOf(event, overrides);
  const startsAt = start === null ? null : instantAt(start);
  const description = textOf(first('DESCRIPTION'), IMPORT_TEXT_LIMITS.description, false, problems);
  const content = {
    ...nothingMore,
    sourceId,
    translations: [{ language, title, summary: null, description, isCopyOfSource: false }],
    sourceLanguage: language,
    place,
    placeDetails: details,
    startsAt: startsAt?.toString({ smallestUnit: 'second' }) ?? null,
    endsAt:
      startsAt === null || durationMinutes === null
        ? null
        : startsAt.add({ minutes: durationMinutes }).toString({ smallestUnit: 'second' }),
    isAllDay: start?.isDay ?? false,
    ...(series && { series }),
    status: isCancelled ? ('CANCELLED' as const) : ('SCHEDULED' as const),
    isCancelled,
    isOnline: onlineUrl !== null,
    onlineUrl,
    infoUrl: pageOf(first('URL')?.value ?? null),
  };
  return { ...content, contentHash: contentHashOf(content) };
};

/** The events of an iCalendar file (RFC 5545), whoever wrote it. Never throws for bad bytes. */
export function readCalendar(bytes: Uint8Array, { language = 'fi' }: ImportOptions = {}): ImportResult {
  if (bytes.byteLength > MAXIMUM_IMPORT_BYTES) {
    const message = `The calendar is larger than ${MAXIMUM_IMPORT_BYTES / 1024 / 1024} MB; import it in parts.`;
    return { events: [], problems: [ofFile('FILE_TOO_LARGE', message)] };
  }
  const { text, isGuessed } = decodeCalendar(bytes);
  const parts = partsOf(text, MAXIMUM_IMPORT_EVENTS);
  if (!parts.isCalendar)
    return {
      events: [],
      problems: [ofFile('FILE_NOT_READABLE', 'The file is no calendar (iCalendar, .ics).')],
    };
  const problems: ImportProblem[] = [];
  if (isGuessed)
    problems.push(
      ofFile('ENCODING_GUESSED', 'The letters are not UTF-8; Western European ones are taken.', false),
    );
  if (parts.eventCount > MAXIMUM_IMPORT_EVENTS) {
    const message = `The calendar has ${parts.eventCount} events; the first ${MAXIMUM_IMPORT_EVENTS} come in.`;
    problems.push(ofFile('TOO_MANY_EVENTS', message));
  }
  const zones = new CalendarZones(parts.zones);
  const usualZone = zones.find(headerOf(parts, 'X-WR-TIMEZONE') ?? HELSINKI) ?? HELSINKI;
  const found: EventProblems[] = [];
  const read = parts.events
    .map((block, index) => readCalendarEvent(block, index, zones, usualZone, (each) => found.push(each)))
    .filter((event) => event !== null);
  const events = grouped(read).flatMap((group) =>
    leadersOf(group).map(({ event, sourceId }) => {
      const overrides = event.recurrence === null ? group.filter((each) => each !== event) : [];
      return eventOf(event, sourceId, overrides, language);
    }),
  );
  return {
    name: headerOf(parts, 'NAME', 'X-WR-CALNAME'),
    events: events.filter((event) => event !== null),
    problems: [...problems, ...found.flatMap(({ list }) => list)],
  };
}
