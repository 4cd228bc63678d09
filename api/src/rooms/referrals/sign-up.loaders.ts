import sql from 'sql-template-tag';
import { byId, defineLoader, groupedById } from '../../platform/loader.ts';
import type { ReferralSignUp } from '../signups/index.ts';
import { readReferrals, recordingOf } from './referral.read.ts';
import { viewOf, type ReferralView } from './referral.view.ts';
import { readFor, visibleTo } from './referral.visibility.ts';

export type SignUpStatus = ReferralSignUp['status'];

export interface DatedSignUp extends ReferralSignUp {
  readonly startsAt: Date;
}

/** The dates on which clients have, or had, a place, by referral id, the soonest first; for both sides. Recorded. */
export const signUpsLoader = defineLoader<DatedSignUp[]>(async (hub, viewer, ids) => {
  const rows = await hub.db.readRecorded<DatedSignUp>(
    viewer,
    { ...recordingOf('referral.readSignUps'), referral: 'referralId' },
    sql`select s.id, s.referral_id as "referralId", s.occurrence_id as "occurrenceId", s.status,
          c.starts_at as "startsAt",
          r.client_id as "clientId", ${readFor(viewer)}
        from sign_ups s join referrals r on r.id = s.referral_id join occurrences c on c.id = s.occurrence_id
        where s.referral_id = any(${[...ids]}::uuid[]) and s.status <> 'CANCELLED' and ${visibleTo(viewer)}
        order by s.referral_id, c.starts_at, s.id`,
  );
  return groupedById(ids, rows, ({ referralId }) => referralId);
});

/** Referrals by id; null where the viewer may not see one. Recorded. */
export const referralLoader = defineLoader<ReferralView | null>(async (hub, viewer, ids) => {
  const rows = viewer.kind === 'anonymous' ? [] : await readReferrals(hub, viewer, ids);
  const now = hub.clock.now();
  return byId(ids, rows, ({ id }) => id).map((row) => row && viewOf(viewer, row, now));
});
