import { defineEntity, p } from '@mikro-orm/postgresql';
import sql from 'sql-template-tag';
import { isSystem, secured } from '../db/row-security.ts';
import type { Transaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';

/** A message that leaves the house after the commit. The address is encrypted while it waits. */
export interface Message {
  readonly kind: 'mail' | 'sms';
  /** An e-mail address, or a phone number with its country code. */
  readonly to: string;
  /** Which text, see `mail/templates`. */
  readonly template: string;
  /** BCP-47; the language of the receiver. */
  readonly languageTag: string;
  /** What the text needs; no personal data of clients (DOMAIN.md §8). */
  readonly values: Readonly<Record<string, string>>;
}

/** Messages under way. The payload is erased once delivered; the row stays for 30 days as proof. */
export const OutboxMessage = defineEntity({
  name: 'OutboxMessage',
  tableName: 'outbox_messages',
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    /** Encrypted JSON of the message; null once delivered. */
    payload: p.text().nullable(),
    createdAt: p.datetime(),
    deliveredAt: p.datetime().nullable(),
    attempts: p.integer(),
    lastError: p.text().nullable(),
  },
  indexes: [
    {
      name: 'outbox_messages_waiting',
      expression:
        'create index "outbox_messages_waiting" on "outbox_messages" ("created_at") where "delivered_at" is null',
    },
  ],
  // Anyone may leave a message; only the worker, a system viewer, reads one.
  ...secured('outbox_messages', { read: 'false', write: 'false', insert: `not (${isSystem})` }),
});

/** The queue whose worker delivers messages; its jobs carry `messageId`. */
export const deliverQueue = 'notices.deliver';

/** Puts the message into the caller's transaction; returns its id. */
export const putMessage = async (
  tx: Transaction,
  at: Date,
  kind: string,
  payload: string,
): Promise<string> => {
  const id = newId(at);
  await tx.query(
    sql`insert into outbox_messages (id, kind, payload, created_at, attempts)
        values (${id}, ${kind}, ${payload}, ${at}, 0)`,
  );
  return id;
};
