import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { defineLoader, groupedById } from '../../platform/loader.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { DetailField } from '../clients/index.ts';
import { detailsInScope } from './detail.scope.ts';
import type { DetailStatus } from './detail.words.ts';
import { consentOf } from './referral.consent.ts';
import { actorsOf, referralPolicy, receives } from './referral.policy.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import { receiverTier } from './referral.tier.ts';
import { historyVisibleTo } from './referral.visibility.ts';

export interface DetailRow {
  readonly referralId: string;
  readonly field: DetailField;
  readonly status: DetailStatus;
  readonly reason: string;
  readonly value: string | null;
  readonly askedAt: Date;
}

type Keyed = ReferralRow & { readonly messageKey: string };

/** The referring side keeps what it granted; the receiver sees it while tier 1 is open, within the consent's scope. */
const seesDetails = (viewer: Viewer, row: ReferralRow, now: Date): boolean =>
  !receives(viewer, row) || receiverTier(row.state, consentOf(row), now) === 1;

/** The words themselves: the referrer and the receiving coordinators, with a strong sign-in. */
const seesValues = (viewer: Viewer, row: ReferralRow): boolean =>
  viewer.assurance === 'STRONG' &&
  (actorsOf(viewer, row).has('referrer') || referralPolicy.can(viewer, 'readIdentity', row));

const opened = (hub: Hub, viewer: Viewer, referral: Keyed, row: DetailRow): DetailRow => {
  const { id, messageKey } = referral;
  const read = (text: string, part: 'reason' | 'value'): string =>
    hub.crypto.openWith(messageKey, id, text, `detail:${row.field}:${part}`);
  const isShown = row.value !== null && seesValues(viewer, referral);
  return {
    ...row,
    reason: read(row.reason, 'reason'),
    value: isShown ? read(row.value ?? '', 'value') : null,
  };
};

/**
 * Tier 2 by referral id, in the order of asking; for the two sides, not for a volunteer. What a consent no longer names is
 * not there. The rows that record the reading are written in the same transaction.
 */
export const detailsLoader = defineLoader<DetailRow[]>((hub, viewer, ids) =>
  hub.db.write(viewer, async (tx) => {
    const now = hub.clock.now();
    const referrals = await tx.query<Keyed>(
      sql`select ${referralColumns}, r.message_key as "messageKey" from ${referralTables}
          where r.id = any(${[...ids]}::uuid[]) and r.message_key is not null and ${historyVisibleTo(viewer)}`,
    );
    const open = new Map(
      referrals.filter((row) => seesDetails(viewer, row, now)).map((row) => [row.id, row]),
    );
    if (open.size === 0) return ids.map(() => []);
    const rows = await tx.query<DetailRow>(
      sql`select referral_id as "referralId", field, status, reason, value, asked_at as "askedAt"
          from referral_details where referral_id = any(${[...open.keys()]}::uuid[]) order by referral_id, asked_at, field`,
    );
    const shown = rows.flatMap((row) => {
      const referral = open.get(row.referralId);
      const isInScope = referral && detailsInScope(referral).includes(row.field);
      return referral && isInScope ? [opened(hub, viewer, referral, row)] : [];
    });
    const read = new Set(shown.filter(({ value }) => value !== null).map(({ referralId }) => referralId));
    await tx.auditReads(
      'referral.readDetails',
      [...open.values()]
        .filter(({ id }) => read.has(id))
        .map((row) => ({
          clientId: row.clientId,
          referralId: row.id,
          organisationId: receives(viewer, row) ? row.receivingOrganisationId : row.referringOrganisationId,
        })),
    );
    return groupedById(ids, shown, ({ referralId }) => referralId);
  }),
);
