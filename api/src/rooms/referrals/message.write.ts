import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { openIdentities } from '../clients/index.ts';
import { noteProblemsOf } from './note.check.ts';
import type { MessageKind } from './referral-message.entity.ts';
import type { ReferralRow } from './referral.row.ts';

const longest = 2_000;
const mostMessages = 200;

/** The key of a referral's messages, made with the first one; the row is locked by whoever writes. */
export const keyOf = async (hub: Hub, tx: Transaction, referralId: string): Promise<string> => {
  const [row] = await tx.query<{ key: string }>(
    sql`update referrals set message_key = coalesce(message_key, ${hub.crypto.newDataKey(referralId)})
        where id = ${referralId} returning message_key as key`,
  );
  if (!row) throw new Error('A message was written on a referral that is not there');
  return row.key;
};

/** The client's name where the writer may know it: the receiver, before it accepted, cannot give it away. */
const nameKnownTo = async (hub: Hub, tx: Transaction, { clientId }: ReferralRow): Promise<string> =>
  (await openIdentities(tx, hub.crypto, [clientId])).get(clientId)?.givenName ?? '';

/**
 * Words from one side to the other, without personal data. Errors, on `path`: INVALID_INPUT TEXT_EMPTY, TEXT_TOO_LONG,
 * TEXT_NOT_ALLOWED, NOTE_HAS_PERSONAL_DATA with fact `kinds`.
 */
export const checkWords = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  written: string,
  { path, longest }: { readonly path: string; readonly longest: number },
): Promise<string> => {
  const reading = cleanText(written, { maxLength: longest, multiline: true });
  if (!reading.ok) throw invalidInput(path, reading.reason, reading.message);
  if (reading.value === '') throw invalidInput(path, 'TEXT_EMPTY', 'Write a message.');
  const kinds = noteProblemsOf(reading.value, await nameKnownTo(hub, tx, referral));
  if (kinds.length === 0) return reading.value;
  throw invalidInput(
    path,
    'NOTE_HAS_PERSONAL_DATA',
    'Take names, phone numbers, e-mail addresses and identity codes out of the message.',
    { kinds },
  );
};

/**
 * Adds a message to a referral that the writer has locked. In every state it holds no personal data: who the client
 * is stands in one place only, which a withdrawn consent closes. Errors: INVALID_INPUT TEXT_EMPTY, TEXT_TOO_LONG,
 * NOTE_HAS_PERSONAL_DATA on `input.message`; CONFLICT TOO_MANY_MESSAGES.
 */
export const writeMessage = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  from: { readonly kind: MessageKind; readonly organisationId: string; readonly body: string },
): Promise<string> => {
  const body = await checkWords(hub, tx, referral, from.body, { path: 'input.message', longest });
  const at = hub.clock.now();
  const id = newId(at);
  const key = await keyOf(hub, tx, referral.id);
  const sealed = hub.crypto.sealWith(key, referral.id, body, `message:${id}`);
  const rows = await tx.query(
    sql`insert into referral_messages (id, region_id, referral_id, referring_organisation_id, receiving_organisation_id,
          sent_at, author_person_id, author_organisation_id, kind, body)
        select ${id}, region_id, id, referring_organisation_id, receiving_organisation_id, ${at},
          ${tx.viewer.personId}::uuid, ${from.organisationId}::uuid, ${from.kind}, ${sealed}
        from referrals where id = ${referral.id}
          and (select count(*) from referral_messages where referral_id = ${referral.id}) < ${mostMessages}
        returning id`,
  );
  if (rows.length > 0) return id;
  throw new HubError(
    'CONFLICT',
    'TOO_MANY_MESSAGES',
    `A referral bears ${mostMessages} messages. Call each other, and record what you agreed.`,
  );
};
