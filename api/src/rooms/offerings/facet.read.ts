import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { frameOfDates, hasRoom, partOfDay } from './occurrence.match.ts';
import type { OccurrenceFacetsType, FacetCountType } from './facet.types.ts';
import type { OccurrenceFilter } from './offering.filters.ts';
import { facetConditions, frameConditions, isRegular } from './offering.match.ts';
import { finnishLevels, sqlList } from './offering.words.ts';
import { isOffered } from './offering.visibility.ts';

/** What each list of counts is counted by, from the columns of `fitting f`. */
const lists = {
  municipalities: 'array[f.municipality_code]',
  languages: 'f.language_keys',
  // Whoever knows more Finnish may go where less is enough.
  finnishLevels: `(array[${sqlList(finnishLevels)}])[array_position(array[${sqlList(finnishLevels)}], f.finnish_level):]`,
  kinds: 'array[f.kind]',
  themes: 'f.themes',
  audiences: 'array[f.audience]',
  rhythms: `array[case when f.is_regular then 'REGULAR' else 'ONCE' end]`,
  partsOfDay: 'array[f.part_of_day]',
} as const;
/** What is counted where it holds. */
const flags = {
  free: 'f.price_euro_cents = 0',
  childrenWelcome: 'f.children_welcome',
  womenOnly: 'f.women_only',
  stepFree: 'f.step_free',
  online: 'f.online_url is not null',
  hasRoom: 'f.has_room',
} as const;

type ListName = keyof typeof lists;
type FlagName = keyof typeof flags;
type Name = ListName | FlagName;

const names = [...Object.keys(lists), ...Object.keys(flags)] as Name[];
const bitOf = (name: Name): Sql => raw(String(1 << names.indexOf(name)));

/** Which facets of the filter do not hold, one bit for each. */
const failing = (conditions: Partial<Record<Name, Sql>>): Sql => {
  const bits = names.flatMap((name) => {
    const condition = conditions[name];
    return condition ? [sql`case when ${condition} then 0 else ${bitOf(name)} end`] : [];
  });
  return bits.length === 0 ? sql`0` : join(bits, ' | ');
};

const choices: Sql = raw(
  [
    ...Object.entries(lists).map(
      ([name, values]) =>
        `select '${name}' as facet, value, ${1 << names.indexOf(name as Name)} as bit from unnest(${values}) as value`,
    ),
    ...Object.entries(flags).map(
      ([name, holds]) => `select '${name}', 'true', ${1 << names.indexOf(name as Name)} where ${holds}`,
    ),
    `select 'offerings', 'true', 0`,
  ].join(' union all '),
);

interface Counted extends FacetCountType {
  readonly facet: Name | 'offerings';
}

/**
 * Counts offerings by every choice, in one statement: each offering with each kind of its dates once, with the facets
 * that it fails; a choice counts those that fail nothing but the choice's own facet.
 */
export const countFacets = async (
  hub: Hub,
  viewer: Viewer,
  filter: OccurrenceFilter,
): Promise<OccurrenceFacetsType> => {
  const { partsOfDay, hasRoom: withRoom } = filter;
  const offers = join([isOffered, sql`o.is_public`, ...frameConditions(filter)], ' and ');
  const ofDates = {
    ...(partsOfDay?.length && { partsOfDay: sql`d.part_of_day = any(${partsOfDay}::text[])` }),
    ...(withRoom && { hasRoom: sql`d.has_room` }),
  };
  const rows = await hub.db.read<Counted>(
    viewer,
    sql`with offers as materialized (
          select o.id, o.municipality_code, o.language_keys, o.finnish_level, o.kind, o.audience, o.price_euro_cents,
            o.children_welcome, o.women_only, o.step_free, o.online_url, ${isRegular} as is_regular,
            array(select h.theme_id from offering_themes h where h.offering_id = o.id) as themes,
            ${failing(facetConditions(filter))} as failing
          from offerings o where ${offers}),
        dates as materialized (
          select distinct c.offering_id, ${partOfDay} as part_of_day, ${hasRoom} as has_room from occurrences c
          where ${frameOfDates(viewer, filter, hub.clock.now())} and c.is_listed),
        fitting as (
          select o.*, d.part_of_day, d.has_room, o.failing | ${failing(ofDates)} as fails
          from offers o join dates d on d.offering_id = o.id)
        select choice.facet, choice.value, count(distinct f.id)::int as count
        from fitting f cross join lateral (${choices}) as choice
        where f.fails & ~choice.bit = 0
        group by 1, 2 order by 1, 3 desc, 2`,
  );
  const of = (facet: Counted['facet']): Counted[] => rows.filter((row) => row.facet === facet);
  const flag = (facet: Counted['facet']): number => of(facet)[0]?.count ?? 0;
  return {
    offeringCount: flag('offerings'),
    municipalities: of('municipalities'),
    languages: of('languages'),
    finnishLevels: of('finnishLevels'),
    kinds: of('kinds'),
    themes: of('themes'),
    audiences: of('audiences'),
    rhythms: of('rhythms'),
    partsOfDay: of('partsOfDay'),
    free: flag('free'),
    childrenWelcome: flag('childrenWelcome'),
    womenOnly: flag('womenOnly'),
    stepFree: flag('stepFree'),
    online: flag('online'),
    hasRoom: flag('hasRoom'),
  };
};
