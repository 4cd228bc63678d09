import sql from 'sql-template-tag';
import { byId, defineLoader, groupedById } from '../../platform/loader.ts';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import { recordingOf } from './referral.read.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import { viewOf, type ReferralView } from './referral.view.ts';
import { readFor, sentBy } from './referral.visibility.ts';

type Linked = ReferralRow & { readonly linkedId: string };

/** Who can stand on the referring side at all: nobody else is asked about. */
const refers = (viewer: Viewer): boolean => organisationsOf(viewer, 'CASEWORKER', 'MANAGER').length > 0;

/** The referral whose place this one took, by its id; for the referring side alone: where else a client was is not the receiver's. */
export const predecessorLoader = defineLoader<ReferralView | null>(async (hub, viewer, ids) => {
  if (!refers(viewer)) return ids.map(() => null);
  const rows = await hub.db.readRecorded<Linked>(
    viewer,
    recordingOf('referral.read'),
    sql`select later.id as "linkedId", ${referralColumns}, ${readFor(viewer)}
        from referrals later join ${referralTables} on r.id = later.predecessor_id
        where later.id = any(${[...ids]}::uuid[]) and ${sentBy(viewer)}`,
  );
  const now = hub.clock.now();
  return byId(ids, rows, ({ linkedId }) => linkedId).map((row) => row && viewOf(viewer, row, now));
});

/** The referrals that took its place, the oldest first; for the referring side alone. */
export const successorsLoader = defineLoader<ReferralView[]>(async (hub, viewer, ids) => {
  if (!refers(viewer)) return ids.map(() => []);
  const rows = await hub.db.readRecorded<Linked>(
    viewer,
    recordingOf('referral.read'),
    sql`select r.predecessor_id as "linkedId", ${referralColumns}, ${readFor(viewer)} from ${referralTables}
        where r.predecessor_id = any(${[...ids]}::uuid[]) and ${sentBy(viewer)} order by r.created_at, r.id`,
  );
  const now = hub.clock.now();
  return groupedById(ids, rows, ({ linkedId }) => linkedId).map((group) =>
    group.map((row) => viewOf(viewer, row, now)),
  );
});
