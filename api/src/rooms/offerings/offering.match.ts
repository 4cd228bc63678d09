import sql, { join, type Sql } from 'sql-template-tag';
import { isId } from '../../platform/ids.ts';
import type { OfferingFacetsInput } from './offering.filters.ts';
import { isNear } from './offering.near.ts';
import { languageKeyOf, searchKeyOf } from './offering.texts.ts';
import { finnishLevels, type Rhythm } from './offering.words.ts';

/** Below it a trigram has too little to compare. */
const shortestFuzzy = 4;
/** Finds 'lapset' by 'lapsi' and one slip of the finger, and not every word with the same ending. */
const similarity = 0.5;

const matchesText = (text: string): Sql => {
  const key = searchKeyOf(text.slice(0, 100));
  const contains = sql`position(${key} in o.search_text) > 0`;
  return key.length < shortestFuzzy
    ? contains
    : sql`(${contains} or word_similarity(${key}, o.search_text) >= ${similarity})`;
};

/** Whether a rule of an offering repeats. */
export const isRegular: Sql = sql`exists (
  select from schedules s where s.offering_id = o.id and s.replaced_at is null and s.rule is not null)`;

const hasRhythm = (rhythm: Rhythm): Sql => (rhythm === 'REGULAR' ? isRegular : sql`not ${isRegular}`);

type Facet =
  | 'municipalities'
  | 'languages'
  | 'finnishLevels'
  | 'kinds'
  | 'themes'
  | 'audiences'
  | 'rhythms'
  | 'free'
  | 'childrenWelcome'
  | 'womenOnly'
  | 'stepFree'
  | 'online';

/** What a filter says of each facet that can be counted, as conditions on `offerings o`. */
export const facetConditions = (filter: OfferingFacetsInput): Partial<Record<Facet, Sql>> => {
  const { municipalityCodes, languages, finnishLevelAtMost, kinds, themeIds, audiences, rhythm } = filter;
  const levels = finnishLevelAtMost && finnishLevels.slice(0, finnishLevels.indexOf(finnishLevelAtMost) + 1);
  return {
    ...(municipalityCodes?.length && {
      municipalities: sql`o.municipality_code = any(${municipalityCodes}::text[])`,
    }),
    ...(languages?.length && { languages: sql`o.language_keys && ${languages.map(languageKeyOf)}::text[]` }),
    ...(levels && { finnishLevels: sql`o.finnish_level = any(${levels}::text[])` }),
    ...(kinds?.length && { kinds: sql`o.kind = any(${kinds}::text[])` }),
    ...(themeIds?.length && {
      themes: sql`o.id in (select h.offering_id from offering_themes h where h.theme_id = any(${themeIds}::text[]))`,
    }),
    ...(audiences?.length && { audiences: sql`o.audience = any(${audiences}::text[])` }),
    ...(rhythm && { rhythms: hasRhythm(rhythm) }),
    ...(filter.free && { free: sql`o.price_euro_cents = 0` }),
    ...(filter.childrenWelcome && { childrenWelcome: sql`o.children_welcome` }),
    ...(filter.womenOnly && { womenOnly: sql`o.women_only` }),
    ...(filter.stepFree && { stepFree: sql`o.step_free` }),
    ...(filter.online && { online: sql`o.online_url is not null` }),
  };
};

/** What a filter says besides: by whom, near what, with which words. */
export const frameConditions = ({ organisationId, near, text }: OfferingFacetsInput): Sql[] => [
  ...(organisationId
    ? [isId(organisationId) ? sql`${organisationId}::uuid = any(o.host_ids)` : sql`false`]
    : []),
  ...(near ? [isNear(near)] : []),
  ...(text && searchKeyOf(text) ? [matchesText(text)] : []),
];

/** All that a filter says, as a condition on `offerings o`; null when it says nothing. Its text depends on which facets are named alone. */
export const matches = (filter: OfferingFacetsInput): Sql | null => {
  const all = [...frameConditions(filter), ...Object.values(facetConditions(filter))];
  return all.length === 0 ? null : join(all, ' and ');
};
