import { createHash } from 'node:crypto';
import { EventProblems } from './event.problems.ts';
import type { CalendarBlock } from './ics.components.ts';
import { MomentReader, instantAt, type Moment } from './ics.moments.ts';
import { nameOf, readProperty, type Property } from './ics.properties.ts';
import type { CalendarZones } from './ics.zones.ts';

/** One VEVENT, read but not yet joined with the single dates of its series. */
export interface CalendarEvent {
  readonly uid: string;
  /** Null for the event itself; else the date of its series that it stands for. */
  readonly recurrence: Moment | null;
  readonly sequence: number;
  readonly start: Moment | null;
  readonly durationMinutes: number | null;
  readonly isCancelled: boolean;
  readonly properties: ReadonlyMap<string, readonly Property[]>;
  readonly moments: MomentReader;
  readonly problems: EventProblems;
}

/** What an offering can use; of people (organiser, guests) nothing is read. */
const READ = new Set(
  `UID RECURRENCE-ID SEQUENCE DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE SUMMARY DESCRIPTION LOCATION GEO URL
   STATUS CLASS`.split(/\s+/),
);

const propertiesOf = (block: CalendarBlock, problems: EventProblems): Map<string, Property[]> => {
  const found = new Map<string, Property[]>();
  for (const line of block.lines) {
    const name = nameOf(line);
    if (!READ.has(name)) continue;
    const property = readProperty(line);
    if (property === null)
      problems.note(name, 'LINE_NOT_READABLE', `The line of ${name} cannot be read; left out.`);
    else found.set(name, [...(found.get(name) ?? []), property]);
  }
  return found;
};

const durationOf = (text: string): number | null => {
  try {
    // A day counts 24 hours: near enough for a length.
    const minutes = Temporal.Duration.from(text.trim()).total({
      unit: 'minutes',
      relativeTo: Temporal.PlainDate.from('2001-01-01'),
    });
    return minutes >= 1 ? Math.round(minutes) : null;
  } catch {
    return null;
  }
};

const lengthOf = (
  start: Moment | null,
  end: Moment | null,
  duration: Property | undefined,
  problems: EventProblems,
): number | null => {
  if (start === null) return null;
  if (end === null) return duration === undefined ? null : durationOf(duration.value);
  const span = start.isDay
    ? Temporal.PlainDateTime.from(start.wall).until(end.wall)
    : instantAt(start).until(instantAt(end));
  const minutes = Math.round(
    span.total({ unit: 'minutes', relativeTo: Temporal.PlainDateTime.from(start.wall) }),
  );
  if (minutes > 0) return minutes;
  const message = 'The event ends before it starts or as it starts; the end is left out.';
  problems.note('DTEND', 'END_BEFORE_START', message);
  return null;
};

/** An event without UID is known by what it says; when that changes, it is another one. */
const nameless = (block: CalendarBlock): string =>
  createHash('sha256').update(block.lines.join('\n')).digest('hex').slice(0, 32);

/** Reads one event; null when it cannot come in, for a reason that `tell` gets. */
export function readCalendarEvent(
  block: CalendarBlock,
  index: number,
  zones: CalendarZones,
  usualZone: string,
  tell: (problems: EventProblems) => void,
): CalendarEvent | null {
  const unnamed = new EventProblems(`#${index + 1}`);
  const properties = propertiesOf(block, unnamed);
  const written = properties.get('UID')?.[0]?.value.trim().slice(0, 500);
  const uid = written || nameless(block);
  const problems = new EventProblems(uid);
  problems.list.push(...unnamed.list.map((problem) => ({ ...problem, sourceId: uid })));
  tell(problems);
  if (block.fault === 'EVENT_TOO_LARGE') {
    problems.skip(null, 'EVENT_TOO_LARGE', 'The event is larger than any that a person writes; left out.');
    return null;
  }
  if (block.fault === 'EVENT_NOT_CLOSED') {
    problems.note(
      null,
      'EVENT_NOT_CLOSED',
      'The event has no end in the file (END:VEVENT); read as far as it goes.',
    );
  }
  const first = (name: string): Property | undefined => properties.get(name)?.[0];
  if (/^(private|confidential)$/i.test(first('CLASS')?.value.trim() ?? '')) {
    problems.skip('CLASS', 'PRIVATE_AT_SOURCE', 'The event is private in its calendar; left out.');
    return null;
  }
  if (!written) problems.note('UID', 'ID_MISSING', 'The event has no UID; a changed one comes in anew.');
  const moments = new MomentReader(zones, usualZone, problems);
  const start = moments.one(first('DTSTART'));
  return {
    uid,
    recurrence: moments.one(first('RECURRENCE-ID')),
    sequence: Number(first('SEQUENCE')?.value) || 0,
    start,
    durationMinutes: lengthOf(start, moments.one(first('DTEND')), first('DURATION'), problems),
    isCancelled: /^cancell?ed$/i.test(first('STATUS')?.value.trim() ?? ''),
    properties,
    moments,
    problems,
  };
}
