import { EventProblems } from './event.problems.ts';
import {
  type ImportOptions,
  type ImportProblem,
  type ImportResult,
  type ImportSource,
  MAXIMUM_IMPORT_BYTES,
  MAXIMUM_IMPORT_EVENTS,
} from './import-source.ts';
import { fieldOf, isObject, parseJson } from './json-value.ts';
import { type KnownObjects, readEvent } from './linked-events.event.ts';
import { idsOf, indexOf } from './linked-events.references.ts';

/**
 * Events of a Linked Events interface (Helsinki, Turku, Tampere): a page with `data`, a bare list or one event.
 * Side files `places` and `keywords` are pages of the same interface.
 */
export const linkedEventsSource: ImportSource = { kind: 'linked-events', read };

function read(text: string, options: ImportOptions = {}): ImportResult {
  const { sideFiles = {} } = options;
  const problems: ImportProblem[] = [];
  for (const [name, content] of Object.entries({ events: text, ...sideFiles })) {
    if (content !== undefined && isTooLarge(content)) problems.push(tooLarge(name));
  }
  if (problems.length > 0) return { events: [], problems };
  const items = itemsOf(parseJson(text));
  if (items === null) return { events: [], problems: [notReadable()] };
  for (const [name, content] of Object.entries(sideFiles)) {
    if (content !== undefined && parseJson(content) === null) problems.push(sideFileNotReadable(name));
  }
  if (items.length > MAXIMUM_IMPORT_EVENTS) problems.push(tooMany(items.length));
  const known = { places: indexOf(sideFiles.places), keywords: indexOf(sideFiles.keywords) };
  return readItems(items.slice(0, MAXIMUM_IMPORT_EVENTS), known, problems);
}

function readItems(items: readonly unknown[], known: KnownObjects, problems: ImportProblem[]): ImportResult {
  const events: ImportResult['events'] = [];
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const id = isObject(item) ? idsOf(item)[0] : undefined;
    const found = new EventProblems(id ?? `#${index + 1}`);
    if (!isObject(item)) {
      found.skip(null, 'WRONG_TYPE', `Entry ${index + 1} of the file is no event; left out.`);
    } else if (id === undefined) {
      found.skip(
        'id',
        'ID_MISSING',
        `Event ${index + 1} of the file has no id of the form source:id; left out.`,
      );
    } else if (seen.has(id)) {
      found.skip('id', 'ID_DOUBLED', 'The file has this event twice; the first one counts.');
    } else {
      seen.add(id);
      const event = readEvent(item, known, found);
      if (event !== null) events.push(event);
    }
    problems.push(...found.list);
  }
  return { events, problems };
}

function itemsOf(document: unknown): readonly unknown[] | null {
  if (Array.isArray(document)) return document;
  if (!isObject(document)) return null;
  const data = fieldOf(document, 'data');
  if (Array.isArray(data)) return data;
  return fieldOf(document, 'name') === undefined && idsOf(document).length === 0 ? null : [document];
}

function isTooLarge(text: string): boolean {
  return text.length > MAXIMUM_IMPORT_BYTES || Buffer.byteLength(text) > MAXIMUM_IMPORT_BYTES;
}

function tooLarge(name: string): ImportProblem {
  const message = `The file of ${name} is larger than ${MAXIMUM_IMPORT_BYTES / 1024 / 1024} MB; import it in parts.`;
  return { sourceId: null, field: null, reason: 'FILE_TOO_LARGE', message, isSkipped: true };
}

function notReadable(): ImportProblem {
  const message =
    'The file is no JSON of a Linked Events interface: a page with "data", a list of events or one event.';
  return { sourceId: null, field: null, reason: 'FILE_NOT_READABLE', message, isSkipped: true };
}

function sideFileNotReadable(name: string): ImportProblem {
  const message = `The file of ${name} is no JSON; the events come in without it.`;
  return { sourceId: null, field: name, reason: 'FILE_NOT_READABLE', message, isSkipped: false };
}

function tooMany(count: number): ImportProblem {
  const message = `The file has ${count} events; the first ${MAXIMUM_IMPORT_EVENTS} come in, import the rest in another file.`;
  return { sourceId: null, field: null, reason: 'TOO_MANY_EVENTS', message, isSkipped: true };
}
