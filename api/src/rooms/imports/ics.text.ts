import { htmlToText } from '../../platform/text/html-text.ts';
import { canonicalLanguageTag } from '../../platform/text/language-tag.ts';
import { stripText } from '../../platform/text/plain-text.ts';
import type { EventProblems } from './event.problems.ts';
import { IMPORT_TEXT_LIMITS, type ImportedPlace } from './import-source.ts';
import type { Property } from './ics.properties.ts';

const MARKUP = /<\/?(?:p|br|div|span|a|ul|ol|li|b|i|strong|em|h\d|html|body)\b[^>]*>/i;

/** The text of a property, plain, cut to `limit`; null for an empty one. */
export const textOf = (
  property: Property | undefined,
  limit: number,
  isLine: boolean,
  problems: EventProblems,
): string | null => {
  if (property === undefined) return null;
  const { name, value } = property;
  const plain = stripText(MARKUP.test(value) ? htmlToText(value) : value, { multiline: !isLine });
  const characters = [...plain];
  if (plain === '') return null;
  if (characters.length <= limit) return plain;
  problems.note(name, 'TEXT_TOO_LONG', `${name} is longer than ${limit} characters; cut.`);
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
};

export const languageOf = (property: Property | undefined, usual: string): string =>
  canonicalLanguageTag(property?.parameters['language'] ?? '') ?? usual;

/** The address of a page; null for anything else. */
export const pageOf = (text: string | null): string | null => {
  const url = text === null || text.length > 500 ? null : URL.parse(text.trim());
  return url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === '' ? url.href : null;
};

const STREET = /^\p{L}[\p{L} .'-]*\s\d+\s?\p{L}?(?:[ -]\d+)?$/u;
const POSTAL = /^(?:FI-)?\d{5}\s+(\p{L}[\p{L} .'-]*)$/u;
const COUNTRY = /^(?:suomi|finland|финляндия|фінляндія)$/i;

/** `Pääkirjasto, Koskikatu 25, 80100 Joensuu` taken apart; null for a line that says less than street and town. */
export const placeOf = (location: string, geo: Property | undefined): ImportedPlace | null => {
  const parts = location
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !COUNTRY.test(part));
  const streetIndex = parts.findIndex((part) => STREET.test(part));
  const streetAddress = parts[streetIndex];
  const after = parts.slice(streetIndex + 1);
  const towns = after.map((part) => POSTAL.exec(part)?.[1]).filter((town) => town !== undefined);
  const municipalityName = towns[0] ?? after[0];
  if (streetAddress === undefined || municipalityName === undefined) return null;
  const [latitude = NaN, longitude = NaN] = (geo?.raw ?? '').split(';').map(Number);
  const isOnMap = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return {
    sourceId: null,
    name: parts.slice(0, streetIndex).join(', ').slice(0, IMPORT_TEXT_LIMITS.line) || null,
    streetAddress,
    municipalityName,
    latitude: isOnMap ? latitude : null,
    longitude: isOnMap ? longitude : null,
  };
};
