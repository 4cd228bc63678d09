import sql from 'sql-template-tag';
import { defineLoader, groupedById } from '../../platform/loader.ts';
import type { MessageKind } from './referral-message.entity.ts';
import { sideOf } from './referral.policy.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import { receiverTier } from './referral.tier.ts';
import { consentOf } from './referral.consent.ts';
import { visibleTo } from './referral.visibility.ts';

export interface MessageRow {
  readonly id: string;
  readonly referralId: string;
  readonly sentAt: Date;
  readonly authorPersonId: string;
  readonly authorOrganisationId: string;
  readonly kind: MessageKind;
  readonly body: string;
}

type SealedReferral = ReferralRow & { readonly messageKey: string };

/**
 * The messages of referrals, oldest first. The receiver reads them while consent holds, and none once it has ended.
 * The rows that record the reading are written in the same transaction.
 */
export const messagesLoader = defineLoader((hub, viewer, ids) =>
  hub.db.write(viewer, async (tx) => {
    const now = hub.clock.now();
    const referrals = await tx.query<SealedReferral>(
      sql`select ${referralColumns}, r.message_key as "messageKey" from ${referralTables}
          where r.id = any(${[...ids]}::uuid[]) and r.message_key is not null and ${visibleTo(viewer)}`,
    );
    const open = new Map(
      referrals
        .filter(
          (row) => sideOf(viewer, row) === 'SENT' || receiverTier(row.state, consentOf(row), now) !== null,
        )
        .map((row) => [row.id, row]),
    );
    if (open.size === 0) return ids.map(() => []);
    const rows = await tx.query<MessageRow>(
      sql`select id, referral_id as "referralId", sent_at as "sentAt", author_person_id as "authorPersonId",
            author_organisation_id as "authorOrganisationId", kind, body
          from referral_messages where referral_id = any(${[...open.keys()]}::uuid[]) order by referral_id, id`,
    );
    const readings = [...open.values()].map((row) => ({
      clientId: row.clientId,
      referralId: row.id,
      organisationId:
        sideOf(viewer, row) === 'SENT' ? row.referringOrganisationId : row.receivingOrganisationId,
    }));
    await tx.auditReads('referral.readMessages', readings);
    const opened = rows.map((row) => {
      const key = open.get(row.referralId)?.messageKey ?? '';
      return { ...row, body: hub.crypto.openWith(key, row.referralId, row.body, `message:${row.id}`) };
    });
    return groupedById(ids, opened, ({ referralId }) => referralId);
  }),
);
