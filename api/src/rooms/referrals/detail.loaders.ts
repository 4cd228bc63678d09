import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { defineLoader, groupedById } from '../../platform/loader.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { DetailField } from '../clients/index.ts';
import { detailsInScope } from './detail.scope.ts';
import type { DetailStatus } from './detail.words.ts';
import { actorsOf, referralPolicy } from './referral.policy.ts';
import { recordingOf } from './referral.read.ts';
import { referralColumns, type ReferralRow } from './referral.row.ts';
import { historyVisibleTo, isOpenToReceiver, readFor, sentBy } from './referral.visibility.ts';

export interface DetailRow {
  readonly referralId: string;
  readonly field: DetailField;
  readonly status: DetailStatus;
  readonly reason: string;
  readonly value: string | null;
  readonly askedAt: Date;
}

interface SealedDetail extends ReferralRow, Omit<DetailRow, 'referralId'> {
  readonly messageKey: string;
}

/** The words themselves: the referrer and the receiving coordinators, with a strong sign-in. */
const seesValues = (viewer: Viewer, row: ReferralRow): boolean =>
  viewer.assurance === 'STRONG' &&
  (actorsOf(viewer, row).has('referrer') || referralPolicy.can(viewer, 'readIdentity', row));

const opened = (hub: Hub, viewer: Viewer, row: SealedDetail): DetailRow => {
  const { id: referralId, messageKey, field, status, askedAt } = row;
  const read = (text: string, part: 'reason' | 'value'): string =>
    hub.crypto.openWith(messageKey, referralId, text, `detail:${field}:${part}`);
  const isShown = row.value !== null && seesValues(viewer, row);
  return {
    referralId,
    field,
    status,
    askedAt,
    reason: read(row.reason, 'reason'),
    value: isShown ? read(row.value ?? '', 'value') : null,
  };
};

/**
 * Tier 2 by referral id, in the order of asking; for the two sides, not for a volunteer: the referring side keeps what
 * it granted, the receiver sees it while tier 1 is open. What a consent no longer names is not there. Recorded.
 */
export const detailsLoader = defineLoader<DetailRow[]>(async (hub, viewer, ids) => {
  const rows = await hub.db.readRecorded<SealedDetail>(
    viewer,
    recordingOf('referral.readDetails'),
    sql`select ${referralColumns}, ${readFor(viewer)}, r.message_key as "messageKey", d.field, d.status, d.reason,
          d.value, d.asked_at as "askedAt"
        from referral_details d join referrals r on r.id = d.referral_id left join consents c on c.id = r.consent_id
        where d.referral_id = any(${[...ids]}::uuid[]) and r.message_key is not null and ${historyVisibleTo(viewer)}
          and (${sentBy(viewer)} or ${isOpenToReceiver(1, hub.clock.now())})
        order by d.referral_id, d.asked_at, d.field`,
  );
  const shown = rows.filter((row) => detailsInScope(row).includes(row.field));
  return groupedById(
    ids,
    shown.map((row) => opened(hub, viewer, row)),
    ({ referralId }) => referralId,
  );
});
