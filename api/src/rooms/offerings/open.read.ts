import sql, { join, type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { OfferingFacetsInput } from './offering.filters.ts';
import { matches } from './offering.match.ts';
import { offeringColumns, type OfferingRow } from './offering.row.ts';
import { changedAt, isOffered, visibleTo } from './offering.visibility.ts';

/** A window of a list in order of ids, which are given in order of time: what is new comes last. */
export interface OpenPage {
  /** Behind this id; null from the start. */
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

export interface OpenServiceFilter {
  readonly organisationId?: string | null;
  readonly themeIds?: readonly string[];
  readonly text?: string | null;
  /** Also what is no service any more, when it changed since. */
  readonly changedSince: Date | null;
}

/** An offering as a directory of services knows it. */
export interface OpenService extends OfferingRow {
  /** Goes on: peer support, advice, a course, or anything that repeats by a rule. */
  readonly isLasting: boolean;
}

const repeats = sql`exists (select from schedules s where s.offering_id = o.id and s.replaced_at is null and s.rule is not null)`;
const lasting = sql`(o.kind in ('PEER_SUPPORT', 'COURSE', 'ADVICE') or ${repeats})`;

const serviceConditions = (viewer: Viewer, filter: OpenServiceFilter): Sql => {
  const { changedSince, themeIds, ...rest } = filter;
  const facets = matches({ ...rest, ...(themeIds && { themeIds: [...themeIds] }) });
  return join(
    [
      visibleTo(viewer, 'o'),
      sql`o.is_public`,
      changedSince ? sql`${changedAt} > ${changedSince}` : sql`${isOffered} and ${lasting}`,
      ...(facets ? [facets] : []),
    ],
    ' and ',
  );
};

const behind = ({ after }: OpenPage, id: Sql): Sql => (after ? sql`and ${id} > ${after}::uuid` : sql``);

/** A page of the lasting offerings; with `changedSince` of all that changed, those that left the directory too. */
export const readOpenServices = (
  hub: Hub,
  viewer: Viewer,
  filter: OpenServiceFilter,
  page: OpenPage,
): Promise<OpenService[]> =>
  hub.db.read(
    viewer,
    sql`select ${offeringColumns}, ${lasting} as "isLasting" from offerings o
        where ${serviceConditions(viewer, filter)} ${behind(page, sql`o.id`)}
        order by o.id limit ${page.limit} offset ${page.skip}`,
  );

export const countOpenServices = async (
  hub: Hub,
  viewer: Viewer,
  filter: OpenServiceFilter,
): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from offerings o where ${serviceConditions(viewer, filter)}`,
  );
  return row?.count ?? 0;
};

/** A published offering as a service; undefined where there is none. */
export const readOpenService = (hub: Hub, viewer: Viewer, id: string): Promise<OpenService | undefined> =>
  hub.db.readOne(
    viewer,
    sql`select ${offeringColumns}, ${lasting} as "isLasting" from offerings o
        where o.id = ${id}::uuid and o.is_public and ${visibleTo(viewer, 'o')}`,
  );

export interface OpenEventFilter extends OfferingFacetsInput {
  /** Only what ends after, starts before. */
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** Only the dates of this series. */
  readonly seriesId?: string | null;
  readonly changedSince: Date | null;
}

/** A date, or a series of dates, as a list of events has it. */
export interface OpenEvent {
  readonly id: string;
  readonly offeringId: string;
  readonly kind: 'DATE' | 'SERIES' | 'REMOVED';
  /** When it was removed; of the others, null. */
  readonly removedAt: Date | null;
}

/** The first id that was made at or after an instant: ids begin with their milliseconds (RFC 9562 §5.7). */
const firstIdAt = (at: Date): string => {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
};

const offeringsOf = (
  viewer: Viewer,
  { from: _from, to: _to, changedSince: _since, seriesId, ...facets }: OpenEventFilter,
): Sql => {
  const wanted = matches(facets);
  return join(
    [
      visibleTo(viewer, 'o'),
      sql`o.is_public`,
      ...(seriesId ? [sql`o.id = ${seriesId}::uuid`] : []),
      ...(wanted ? [wanted] : []),
    ],
    ' and ',
  );
};

const inTime = ({ from, to }: OpenEventFilter): Sql =>
  join(
    [
      sql`c.is_public`,
      ...(from ? [sql`c.ends_at > ${from}`] : []),
      ...(to ? [sql`c.starts_at < ${to}`] : []),
    ],
    ' and ',
  );

const dates = (viewer: Viewer, filter: OpenEventFilter): Sql => {
  const { changedSince } = filter;
  const state = changedSince
    ? sql`c.id in (
        select x.id from occurrences x where x.offering_id in (select o.id from offerings o where o.is_public and ${changedAt} > ${changedSince})
        union all select x.id from occurrences x where x.id >= ${firstIdAt(changedSince)}::uuid)`
    : sql`c.is_listed`;
  return sql`select c.id, c.offering_id as "offeringId", case when c.is_listed then 'DATE' else 'REMOVED' end as kind,
      case when c.is_listed then null else ${changedAt} end as "removedAt"
    from occurrences c join offerings o on o.id = c.offering_id
    where ${offeringsOf(viewer, filter)} and ${inTime(filter)} and ${state}`;
};

const series = (viewer: Viewer, filter: OpenEventFilter): Sql => {
  const { changedSince } = filter;
  const state = changedSince ? sql`${changedAt} > ${changedSince}` : sql`${isOffered} and ${repeats}`;
  const meets =
    filter.from || filter.to
      ? sql`and exists (select from occurrences c where c.offering_id = o.id and ${inTime(filter)})`
      : sql``;
  return sql`select o.id, o.id as "offeringId",
      case when ${isOffered} and ${repeats} then 'SERIES' else 'REMOVED' end as kind,
      case when ${isOffered} and ${repeats} then null else ${changedAt} end as "removedAt"
    from offerings o where ${offeringsOf(viewer, filter)} and ${state} ${meets}`;
};

const removed = (changedSince: Date): Sql =>
  sql`select g.id, g.id as "offeringId", 'REMOVED' as kind, g.removed_at as "removedAt"
      from tombstones g where g.kind in ('occurrences', 'offerings') and g.removed_at > ${changedSince}`;

/** The parts of the list of events: dates, series unless one series' dates are asked for, and what was removed since. */
const partsOf = (viewer: Viewer, filter: OpenEventFilter): Sql[] => [
  dates(viewer, filter),
  ...(filter.seriesId ? [] : [series(viewer, filter)]),
  ...(filter.changedSince ? [removed(filter.changedSince)] : []),
];

/** A page of events; with `changedSince` of all that changed, what was removed among them whatever the filter. */
export const readOpenEvents = (
  hub: Hub,
  viewer: Viewer,
  filter: OpenEventFilter,
  page: OpenPage,
): Promise<OpenEvent[]> => {
  const parts = partsOf(viewer, filter).map(
    (part) =>
      sql`(select e.* from (${part}) e where true ${behind(page, sql`e.id`)} order by e.id limit ${page.limit + page.skip})`,
  );
  return hub.db.read(
    viewer,
    sql`select * from (${join(parts, ' union all ')}) e order by e.id limit ${page.limit} offset ${page.skip}`,
  );
};

export const countOpenEvents = async (hub: Hub, viewer: Viewer, filter: OpenEventFilter): Promise<number> => {
  const parts = partsOf(viewer, filter).map((part) => sql`(select count(*)::int as count from (${part}) e)`);
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select sum(n.count)::int as count from (${join(parts, ' union all ')}) n`,
  );
  return row?.count ?? 0;
};

/** What an event's address means: a date, a series, something removed; undefined where there never was one. */
export const readOpenEvent = async (hub: Hub, viewer: Viewer, id: string): Promise<OpenEvent | undefined> => {
  const filter: OpenEventFilter = { changedSince: new Date(0) };
  const parts = partsOf(viewer, filter).map(
    (part) => sql`(select e.* from (${part}) e where e.id = ${id}::uuid)`,
  );
  return hub.db.readOne(viewer, sql`select * from (${join(parts, ' union all ')}) e limit 1`);
};

/** When the dates of series begin and end, and which they are, in order of time. */
export interface SeriesDates {
  readonly offeringId: string;
  readonly ids: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export const readSeriesDates = (
  hub: Hub,
  viewer: Viewer,
  offeringIds: readonly string[],
): Promise<SeriesDates[]> =>
  hub.db.read(
    viewer,
    sql`select c.offering_id as "offeringId", array_agg(c.id order by c.starts_at, c.id) as ids,
          min(c.starts_at) as "startsAt", max(c.ends_at) as "endsAt"
        from occurrences c
        where c.offering_id = any(${[...offeringIds]}::uuid[]) and c.is_listed and ${visibleTo(viewer, 'c')}
        group by c.offering_id`,
  );
