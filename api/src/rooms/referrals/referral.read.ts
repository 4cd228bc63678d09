import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Recording } from '../../platform/audit/audit.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { liveStates } from './referral.machine.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import { noneInTabs, referralTabs, tabCondition, type ReferralTab } from './referral.tabs.ts';
import { listSources, readFor, receivedBy, sentBy, toldState, visibleTo } from './referral.visibility.ts';
import type { ReferralSide, ReferralState } from './referral.words.ts';

export interface ReferralFilter {
  readonly side?: ReferralSide | null;
  readonly states?: readonly ReferralState[] | null;
  /** Either side's organisation. */
  readonly organisationId?: string | null;
  /** Only the referring side knows clients, so it finds what was sent. */
  readonly clientId?: string | null;
  readonly open?: boolean | null;
  readonly tab?: ReferralTab | null;
}

const sideCondition = (viewer: Viewer, side: ReferralSide | null | undefined): Sql => {
  if (side === 'SENT') return sentBy(viewer);
  return side === 'RECEIVED' ? receivedBy(viewer) : visibleTo(viewer);
};

const conditions = (viewer: Viewer, filter: ReferralFilter, now: Date): Sql => {
  const { tab, side, states, organisationId, clientId, open } = filter;
  const isLive = sql`r.state in (${join([...liveStates])})`;
  return join(
    [
      sideCondition(viewer, side),
      ...(states ? [sql`${toldState(viewer, sql`r.state`)} = any(${[...states]}::text[])`] : []),
      ...(organisationId
        ? [
            sql`(r.receiving_organisation_id = ${organisationId}::uuid or r.referring_organisation_id = ${organisationId}::uuid)`,
          ]
        : []),
      ...(clientId ? [sql`(r.client_id = ${clientId}::uuid and ${sentBy(viewer)})`] : []),
      ...(tab ? [tabCondition(viewer, tab, now)] : []),
      ...(typeof open === 'boolean' ? [open ? isLive : sql`not (${isLive})`] : []),
    ],
    ' and ',
  );
};

/** How a read of referrals with `readFor` is told to the log. */
export const recordingOf = (action: string): Recording => ({
  action,
  client: 'clientId',
  referral: 'id',
  organisation: 'readFor',
});

/** Referrals by id, as the viewer may see them; recorded. */
export const readReferrals = (hub: Hub, viewer: Viewer, ids: readonly string[]): Promise<ReferralRow[]> =>
  hub.db.readRecorded(
    viewer,
    recordingOf('referral.read'),
    sql`select ${referralColumns}, ${readFor(viewer)} from ${referralTables} where r.id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer)}`,
  );

/** Which of these the viewer may see, and their versions: nothing of the client, so nothing to record. */
export const readVersions = (
  hub: Hub,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Pick<ReferralRow, 'id' | 'version'>[]> =>
  hub.db.read(
    viewer,
    sql`select r.id, r.version from referrals r where r.id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer)}`,
  );

/**
 * One page of referrals, the newest first: the newest of each organisation and person are merged, each read along its
 * own index, so that the cost follows the page and not the table (DESIGN: an inbox by one condition grew with it). Recorded.
 */
export const listReferrals = (
  hub: Hub,
  viewer: Viewer,
  filter: ReferralFilter,
  page: Page,
): Promise<ReferralRow[]> => {
  const [createdAt, id] = page.after ?? [];
  const behind = page.after
    ? sql`and (r.created_at, r.id) < (${createdAt}::timestamptz, ${id}::uuid)`
    : sql``;
  const wanted = sql`${conditions(viewer, filter, hub.clock.now())} ${behind}`;
  const newest = sql`order by r.created_at desc, r.id desc limit ${page.fetchCount}`;
  const sources = listSources(viewer).map(
    (source) =>
      sql`(select page.id from ${source.keys} cross join lateral (
             select r.id, r.created_at from referrals r where ${source.owned} and ${wanted} ${newest}) page)`,
  );
  return hub.db.readRecorded(
    viewer,
    recordingOf('referral.list'),
    sql`select ${referralColumns}, ${readFor(viewer)} from ${referralTables} where r.id in (${join(sources, ' union all ')}) ${newest}`,
  );
};

export const countReferrals = async (hub: Hub, viewer: Viewer, filter: ReferralFilter): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from referrals r where ${conditions(viewer, filter, hub.clock.now())}`,
  );
  return row?.count ?? 0;
};

/** How many stand under each tab, in one statement. */
export const countTabs = async (
  hub: Hub,
  viewer: Viewer,
  filter: ReferralFilter,
): Promise<Record<ReferralTab, number>> => {
  const now = hub.clock.now();
  const counts = referralTabs.map(
    (tab) => sql`count(*) filter (where ${tabCondition(viewer, tab, now)})::int as ${raw(`"${tab}"`)}`,
  );
  const row = await hub.db.readOne<Record<ReferralTab, number>>(
    viewer,
    sql`select ${join(counts)} from referrals r where ${conditions(viewer, { ...filter, open: true }, now)}`,
  );
  return row ?? noneInTabs;
};
