import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { occurrenceColumns, type OccurrenceRow } from './occurrence.row.ts';
import { visibleTo } from './offering.visibility.ts';

/** Occurrences by id, as the viewer may see them. */
export const readOccurrences = (hub: Hub, viewer: Viewer, ids: readonly string[]): Promise<OccurrenceRow[]> =>
  hub.db.read(
    viewer,
    sql`select ${occurrenceColumns} from occurrences c
        where c.id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer, 'c')}`,
  );

/** The next `first` dates of each offering that are not over, cancelled ones among them. */
export const readNextOccurrences = (
  hub: Hub,
  viewer: Viewer,
  offeringIds: readonly string[],
  first: number,
): Promise<OccurrenceRow[]> => {
  const now: Sql = sql`${hub.clock.now()}::timestamptz`;
  return hub.db.read(
    viewer,
    sql`select c.* from unnest(${[...offeringIds]}::uuid[]) as wanted(id)
        cross join lateral (
          select ${occurrenceColumns} from occurrences c
          where c.offering_id = wanted.id and c.ends_at > ${now} and ${visibleTo(viewer, 'c')}
          order by c.starts_at, c.id limit ${first}) c
        order by c."offeringId", c."startsAt", c.id`,
  );
};
