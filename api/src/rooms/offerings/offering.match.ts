import sql, { join, type Sql } from 'sql-template-tag';
import { isId } from '../../platform/ids.ts';
import type { OfferingFacetsInput } from './offering.filters.ts';
import { languageKeyOf, searchKeyOf } from './offering.texts.ts';

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

/** The facets that a filter names, as a condition on `offerings o`; null when it names none. Its text depends on which they are alone. */
export const matches = (filter: OfferingFacetsInput): Sql | null => {
  const { organisationId, kinds, municipalityCodes, languages, themeIds, text, free, childrenWelcome } =
    filter;
  const facets = [
    ...(organisationId
      ? [isId(organisationId) ? sql`${organisationId}::uuid = any(o.host_ids)` : sql`false`]
      : []),
    ...(kinds?.length ? [sql`o.kind = any(${kinds}::text[])`] : []),
    ...(municipalityCodes?.length ? [sql`o.municipality_code = any(${municipalityCodes}::text[])`] : []),
    ...(languages?.length ? [sql`o.language_keys && ${languages.map(languageKeyOf)}::text[]`] : []),
    ...(themeIds?.length
      ? [
          sql`o.id in (select h.offering_id from offering_themes h where h.theme_id = any(${themeIds}::text[]))`,
        ]
      : []),
    ...(text && searchKeyOf(text) ? [matchesText(text)] : []),
    ...(free ? [sql`o.price_euro_cents = 0`] : []),
    ...(childrenWelcome ? [sql`o.children_welcome`] : []),
  ];
  return facets.length === 0 ? null : join(facets, ' and ');
};
