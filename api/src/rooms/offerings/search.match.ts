import sql, { type Sql } from 'sql-template-tag';
import { alternativesOf, searchWordsOf } from './search.words.ts';

/** No search looks at more offerings than twice this; what only looks alike comes last. */
const mostCandidates = 300;
const mostAlike = 50;

/** Whether a text has a word to search for. */
export const isSearch = (text: string): boolean => searchWordsOf(text).length > 0;

/**
 * The offerings that a text finds, as rows of `(offering_id, rank)`: 0 where a title or a theme has every word in some
 * form, 1 where the texts, hosts or places have, or the words are spelt or sound alike, 2 where a title merely looks
 * alike. Three looks into three indexes, each of them capped, so that the cost does not grow with the hits.
 */
export const searched = (text: string): Sql => {
  const words = searchWordsOf(text);
  const [only = ''] = words.length === 1 ? words : [];
  return sql`(with ways as (
      select w.word, w.lexeme, w."isSure" from jsonb_to_recordset(${JSON.stringify(alternativesOf(words))}::jsonb)
        as w(word int, lexeme text, "isSure" boolean)
      union all
      select w.place - 1, '''' || stem || '''' || case when length(stem) > 3 then ':*' else '' end, true
      from unnest(${words}::text[]) with ordinality as w(text, place)
      cross join unnest(array['finnish_stem', 'swedish_stem', 'english_stem', 'russian_stem', 'arabic_stem']::regdictionary[]) as dictionary
      cross join lateral unnest(ts_lexize(dictionary, w.text)) as stem),
    words as (
      select word, string_agg(lexeme, '|') as any_way, string_agg(lexeme, '|') filter (where "isSure") as sure_way
      from ways group by word),
    wanted as materialized (
      select string_agg('(' || any_way || ')', '&')::tsquery as any_way, string_agg('(' || sure_way || ')', '&')::tsquery as sure_way
      from words)
    select offering_id, min(rank) as rank from (
      (select offering_id, 0 as rank from offering_search where titles @@ (select sure_way from wanted) limit ${mostCandidates})
      union all
      (select offering_id, 1 from offering_search where document @@ (select any_way from wanted) limit ${mostCandidates})
      union all
      (select offering_id, 2 from offering_search where ${only} <% words and length(${only}) > 4 limit ${mostAlike})) as found
    group by offering_id)`;
};
