import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { isNetworkAdmin, isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import { occurrenceColumns, type OccurrenceRow } from './occurrence.row.ts';
import { visibleTo } from './offering.visibility.ts';

/** Occurrences by id, as the viewer may see them. */
export const readOccurrences = (hub: Hub, viewer: Viewer, ids: readonly string[]): Promise<OccurrenceRow[]> =>
  hub.db.read(
    viewer,
    sql`select ${occurrenceColumns} from occurrences c
        where c.id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer, 'c')}`,
  );

/** When the changes of dates were made that nobody was told of yet, for who may take them back. */
export const readUndoable = (
  hub: Hub,
  viewer: Viewer,
  ids: readonly string[],
): Promise<{ occurrenceId: string; madeAt: Date }[]> => {
  const hosts = organisationsOf(viewer, 'COORDINATOR');
  const isEverywhere = isSystem(viewer) || isNetworkAdmin(viewer);
  return hub.db.read(
    viewer,
    sql`select k.occurrence_id as "occurrenceId", k.made_at as "madeAt" from occurrence_changes k
        where k.occurrence_id = any(${[...ids]}::uuid[])
          and k.overtaken_at is null and k.undone_at is null and k.told_at is null
          ${isEverywhere ? sql`` : sql`and k.host_ids && ${hosts}::uuid[]`}`,
  );
};

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

/** How far ahead changed dates are told, and how many. */
const changedWithinDays = 28;
const mostChanged = 5;

/** The dates of each offering that a host changed and that are not over, soonest first. */
export const readChangedOccurrences = (
  hub: Hub,
  viewer: Viewer,
  offeringIds: readonly string[],
): Promise<OccurrenceRow[]> => {
  const now = hub.clock.now();
  const until = new Date(now.getTime() + changedWithinDays * 86_400_000);
  return hub.db.read(
    viewer,
    sql`select c.* from unnest(${[...offeringIds]}::uuid[]) as wanted(id)
        cross join lateral (
          select ${occurrenceColumns} from occurrences c
          where c.offering_id = wanted.id and c.ends_at > ${now} and c.starts_at < ${until}
            and (c.status <> 'SCHEDULED' or c.moved_at is not null) and ${visibleTo(viewer, 'c')}
          order by c.starts_at, c.id limit ${mostChanged}) c
        order by c."offeringId", c."startsAt", c.id`,
  );
};
