import { contentHashOf } from './content-hash.ts';
import type { EventProblems } from './event.problems.ts';
import { IMPORT_TEXT_LIMITS, type ImportedEvent } from './import-source.ts';
import { fieldOf, isAbsent, isObject, type JsonObject } from './json-value.ts';
import * as facts from './linked-events.facts.ts';
import { readKeywords } from './linked-events.keywords.ts';
import { readPrice } from './linked-events.offers.ts';
import { readPlace } from './linked-events.place.ts';
import { idsOf } from './linked-events.references.ts';
import { localTextList, localTexts, readTranslations } from './linked-events.texts.ts';
import { readTimes } from './linked-events.times.ts';

/** What the side files name, by id. */
export type KnownObjects = {
  places: ReadonlyMap<string, JsonObject>;
  keywords: ReadonlyMap<string, JsonObject>;
};

const LIST_FIELDS = ['keywords', 'audience', 'offers', 'in_language'];

/** One event; null when it cannot come in, for a reason that `problems` then holds. */
export function readEvent(
  event: JsonObject,
  known: KnownObjects,
  problems: EventProblems,
): ImportedEvent | null {
  if (fieldOf(event, 'deleted') === true) {
    problems.skip('deleted', 'DELETED_AT_SOURCE', 'The event is deleted at its source; left out.');
    return null;
  }
  noteWrongLists(event, problems);
  const translations = readTranslations(event, problems);
  const sourceLanguage = translations[0]?.language;
  if (sourceLanguage === undefined) {
    problems.skip('name', 'NAME_MISSING', 'The event has no name in any language; left out.');
    return null;
  }
  const { place, isOnline } = readPlace(event, sourceLanguage, known.places, problems);
  const onlineUrl = facts.readUrl(event, 'virtualevent_url', sourceLanguage, problems);
  const status = facts.readStatus(event);
  const superEvent = fieldOf(event, 'super_event');
  const content = {
    sourceId: problems.sourceId,
    translations,
    sourceLanguage,
    place,
    placeDetails: localTextList(localTexts(event, 'location_extra_info', IMPORT_TEXT_LIMITS.line, problems)),
    keywords: readKeywords(event, 'keywords', known.keywords, problems),
    audienceKeywords: readKeywords(event, 'audience', known.keywords, problems),
    ...readPrice(event, problems),
    ...readTimes(event, problems),
    status,
    isCancelled: status === 'CANCELLED',
    isOnline: isOnline || onlineUrl !== null || fieldOf(event, 'is_virtualevent') === true,
    onlineUrl,
    spokenLanguages: facts.readSpokenLanguages(event, problems),
    ...facts.readAges(event, problems),
    maximumCapacity: facts.readCapacity(event, problems),
    organiserName: facts.readOrganiserName(event, sourceLanguage, problems),
    infoUrl: facts.readUrl(event, 'info_url', sourceLanguage, problems),
    enrolmentUrl: facts.readUrl(event, 'enrolment_url', sourceLanguage, problems),
    superEventSourceId: isObject(superEvent) ? (idsOf(superEvent)[0] ?? null) : null,
  };
  return { ...content, contentHash: contentHashOf(content) };
}

function noteWrongLists(event: JsonObject, problems: EventProblems): void {
  for (const field of LIST_FIELDS) {
    const value = fieldOf(event, field);
    if (isAbsent(value) || Array.isArray(value)) continue;
    problems.note(field, 'WRONG_TYPE', `${field} must be a list; left out.`);
  }
}
