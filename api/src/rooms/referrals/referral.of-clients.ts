import sql from 'sql-template-tag';
import { pageOf, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { defineLoader, groupedById } from '../../platform/loader.ts';
import { countReferrals, recordingOf } from './referral.read.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import { viewOf, type ReferralView } from './referral.view.ts';
import { readFor, sentBy } from './referral.visibility.ts';

type PageKey = [clientId: string, first: number, after: string | null];

/** One page of a client's referrals, as a key of `referralsOfClientLoader`. */
export const clientPageKey = (...key: PageKey): string => JSON.stringify(key);

/**
 * Referrals of clients, the newest first, for those on the sending side: the same page of several clients in one
 * statement, so that a list of clients costs no more than one of them.
 */
export const referralsOfClientLoader = defineLoader<Connection<ReferralView>>(async (hub, viewer, keys) => {
  const shapes = Map.groupBy(keys, (key) => JSON.stringify((JSON.parse(key) as PageKey).slice(1)));
  const now = hub.clock.now();
  const pages = new Map<string, Connection<ReferralView>>();
  for (const [shape, group] of shapes) {
    const [first, after] = JSON.parse(shape) as [number, string | null];
    const page = pageOf({ first, after }, 'referrals.newest');
    const [createdAt, id] = page.after ?? [];
    const behind = page.after
      ? sql`and (r.created_at, r.id) < (${createdAt}::timestamptz, ${id}::uuid)`
      : sql``;
    const clientIds = group.map((key) => (JSON.parse(key) as PageKey)[0]);
    const rows = await hub.db.readRecorded<ReferralRow>(
      viewer,
      recordingOf('referral.list'),
      sql`select page.* from unnest(${clientIds}::uuid[]) as wanted(id) cross join lateral (
            select ${referralColumns}, ${readFor(viewer)} from ${referralTables}
            where r.client_id = wanted.id and ${sentBy(viewer)} ${behind}
            order by r.created_at desc, r.id desc limit ${page.fetchCount}) page`,
    );
    groupedById(clientIds, rows, ({ clientId }) => clientId).forEach((found, index) => {
      const clientId = clientIds[index] ?? '';
      const connection = toConnection(
        found.map((row) => viewOf(viewer, row, now)),
        page,
        (view) => [view.createdAt.toISOString(), view.id],
        () => countReferrals(hub, viewer, { clientId }),
      );
      pages.set(group[index] ?? '', connection);
    });
  }
  return keys.map(
    (key) => pages.get(key) ?? new Error('no page for this client'),
  ) as Connection<ReferralView>[];
});
