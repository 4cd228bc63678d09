import sql from 'sql-template-tag';
import { defineLoader, groupedById } from '../../platform/loader.ts';
import type { MessageKind } from './referral-message.entity.ts';
import { recordingOf } from './referral.read.ts';
import { isOpenToReceiver, readFor, sentBy, visibleTo } from './referral.visibility.ts';

export interface MessageRow {
  readonly id: string;
  readonly referralId: string;
  readonly sentAt: Date;
  readonly authorPersonId: string;
  readonly authorOrganisationId: string;
  readonly kind: MessageKind;
  readonly body: string;
}

interface SealedMessage extends MessageRow {
  readonly messageKey: string;
}

/**
 * The messages of referrals, oldest first. The receiver reads them while consent holds, and none once it has ended.
 * Recorded.
 */
export const messagesLoader = defineLoader(async (hub, viewer, ids) => {
  const rows = await hub.db.readRecorded<SealedMessage>(
    viewer,
    { ...recordingOf('referral.readMessages'), referral: 'referralId' },
    sql`select m.id, m.referral_id as "referralId", m.sent_at as "sentAt", m.author_person_id as "authorPersonId",
          m.author_organisation_id as "authorOrganisationId", m.kind, m.body, r.message_key as "messageKey",
          r.client_id as "clientId", ${readFor(viewer)}
        from referral_messages m join referrals r on r.id = m.referral_id left join consents c on c.id = r.consent_id
        where m.referral_id = any(${[...ids]}::uuid[]) and r.message_key is not null and ${visibleTo(viewer)}
          and (${sentBy(viewer)} or ${isOpenToReceiver(0, hub.clock.now())})
        order by m.referral_id, m.id`,
  );
  const opened = rows.map(({ messageKey, ...row }): MessageRow => ({
    ...row,
    body: hub.crypto.openWith(messageKey, row.referralId, row.body, `message:${row.id}`),
  }));
  return groupedById(ids, opened, ({ referralId }) => referralId);
});
