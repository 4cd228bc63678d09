import { type EventProblems, quoted } from './event.problems.ts';
import { IMPORT_TEXT_LIMITS, type ImportedPlace } from './import-source.ts';
import { fieldOf, isAbsent, isObject, type JsonObject, listOf } from './json-value.ts';
import { idsOf } from './linked-events.references.ts';
import { localTexts, preferredText } from './linked-events.texts.ts';

type PlaceReading = { place: ImportedPlace | null; isOnline: boolean };

/** The place, embedded or pointed to. An id that ends in `:internet` is no place but an online event. */
export function readPlace(
  event: JsonObject,
  language: string,
  known: ReadonlyMap<string, JsonObject>,
  problems: EventProblems,
): PlaceReading {
  const location = fieldOf(event, 'location');
  if (isAbsent(location)) return { place: null, isOnline: false };
  if (!isObject(location)) {
    problems.note('location', 'WRONG_TYPE', 'location must be an object; left out.');
    return { place: null, isOnline: false };
  }
  const ids = idsOf(location);
  if (ids.some((id) => id.endsWith(':internet'))) return { place: null, isOnline: true };
  const listed = ids.map((id) => known.get(id)).find((item) => item !== undefined);
  const object = isAbsent(fieldOf(location, 'name')) ? listed : location;
  if (object === undefined) {
    const message = `The place ${quoted(ids[0] ?? '?')} is not in the file of places; left out.`;
    problems.note('location', 'PLACE_UNKNOWN', message);
    return { place: null, isOnline: false };
  }
  const text = (field: string): string | null =>
    preferredText(localTexts(object, field, IMPORT_TEXT_LIMITS.line, problems), language);
  const place = {
    sourceId: ids[0] ?? null,
    name: text('name'),
    streetAddress: text('street_address'),
    municipalityName: municipalityOf(object, language, problems) ?? text('address_locality'),
    ...coordinatesOf(object, problems),
  };
  return { place, isOnline: false };
}

function municipalityOf(place: JsonObject, language: string, problems: EventProblems): string | null {
  for (const division of listOf(place, 'divisions').slice(0, 20)) {
    if (!isObject(division) || fieldOf(division, 'type') !== 'muni') continue;
    return preferredText(localTexts(division, 'name', IMPORT_TEXT_LIMITS.line, problems), language);
  }
  return null;
}

/** GeoJSON has the longitude first. */
function coordinatesOf(
  place: JsonObject,
  problems: EventProblems,
): Pick<ImportedPlace, 'latitude' | 'longitude'> {
  const position = fieldOf(place, 'position');
  if (isAbsent(position)) return { latitude: null, longitude: null };
  const [longitude, latitude] = isObject(position) ? listOf(position, 'coordinates') : [];
  if (isBetween(longitude, -180, 180) && isBetween(latitude, -90, 90)) return { latitude, longitude };
  problems.note(
    'position',
    'COORDINATES_INVALID',
    'The coordinates are no longitude and latitude (WGS84); left out.',
  );
  return { latitude: null, longitude: null };
}

function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}
