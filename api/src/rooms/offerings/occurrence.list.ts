import sql, { type Sql } from 'sql-template-tag';
import type { Page } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { matchesDates, matchesOfferings } from './occurrence.match.ts';
import { occurrenceColumns, type OccurrenceRow } from './occurrence.row.ts';
import type { OccurrenceFilter } from './offering.filters.ts';

/** Up to so many offerings are looked up one by one; more of them are met soon enough on a walk through time. */
const fewOfferings = 100;

const among = (facets: Sql | null): Sql =>
  facets ? sql`and c.offering_id in (select o.id from offerings o where ${facets})` : sql``;

/** The matching offerings, when they are few; null when they are many. */
const fewMatching = async (hub: Hub, viewer: Viewer, facets: Sql): Promise<string[] | null> => {
  const rows = await hub.db.read<{ id: string }>(
    viewer,
    sql`select o.id from offerings o where ${facets} limit ${fewOfferings + 1}`,
  );
  return rows.length > fewOfferings ? null : rows.map(({ id }) => id);
};

/**
 * One page of dates, soonest first; cancelled ones keep their place, so that nobody comes in vain. Few matching
 * offerings are looked up each by its own index, many are met on a walk along the dates: either way the cost
 * follows the page, not the table.
 */
export const listOccurrences = async (
  hub: Hub,
  viewer: Viewer,
  filter: OccurrenceFilter,
  page: Page,
): Promise<OccurrenceRow[]> => {
  const [startsAt, id] = page.after ?? [];
  const behind = page.after ? sql`and (c.starts_at, c.id) > (${startsAt}::timestamptz, ${id}::uuid)` : sql``;
  const facets = matchesOfferings(viewer, filter);
  const few = facets && (await fewMatching(hub, viewer, facets));
  if (few?.length === 0) return [];
  const dates = sql`${matchesDates(viewer, filter, hub.clock.now())} ${behind}`;
  const soonest = sql`order by c.starts_at, c.id limit ${page.fetchCount}`;
  if (few) {
    return hub.db.read(
      viewer,
      sql`select ${occurrenceColumns} from unnest(${few}::uuid[]) as wanted(id) cross join lateral
            (select c.* from occurrences c where c.offering_id = wanted.id and ${dates} ${soonest}) c ${soonest}`,
    );
  }
  return hub.db.read(
    viewer,
    sql`select ${occurrenceColumns} from occurrences c where ${dates} ${among(facets)} ${soonest}`,
  );
};

export const countOccurrences = async (
  hub: Hub,
  viewer: Viewer,
  filter: OccurrenceFilter,
): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from occurrences c
        where ${matchesDates(viewer, filter, hub.clock.now())} ${among(matchesOfferings(viewer, filter))}`,
  );
  return row?.count ?? 0;
};
