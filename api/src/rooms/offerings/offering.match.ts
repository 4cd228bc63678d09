import sql, { join, type Sql } from 'sql-template-tag';
import { isId } from '../../platform/ids.ts';
import type { OfferingFacetsInput } from './offering.filters.ts';
import { isNear } from './offering.near.ts';
import { isSearch, searched } from './search.match.ts';
import { languageKeyOf, searchKeyOf } from './offering.texts.ts';
import { finnishLevels, type Rhythm } from './offering.words.ts';

/** Drafts and what has ended are in no index: their titles are looked at one by one, on a desk alone. */
const matchesText = (text: string, isDesk: boolean): Sql => {
  const found = sql`o.id in (select offering_id from ${searched(text)} as search)`;
  return isDesk
    ? sql`(${found} or (o.status <> 'PUBLISHED' and position(${searchKeyOf(text)} in o.search_text) > 0))`
    : found;
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
export const frameConditions = (
  { organisationId, near, text }: OfferingFacetsInput,
  isDesk = false,
): Sql[] => [
  ...(organisationId
    ? [isId(organisationId) ? sql`${organisationId}::uuid = any(o.host_ids)` : sql`false`]
    : []),
  ...(near ? [isNear(near)] : []),
  ...(text?.trim() ? [isSearch(text) ? matchesText(text, isDesk) : sql`false`] : []),
];

/** All that a filter says, as a condition on `offerings o`; null when it says nothing. Its text depends on which facets are named alone. */
export const matches = (filter: OfferingFacetsInput, isDesk = false): Sql | null => {
  const all = [...frameConditions(filter, isDesk), ...Object.values(facetConditions(filter))];
  return all.length === 0 ? null : join(all, ' and ');
};
