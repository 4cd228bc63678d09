import { defineEntity, p } from '@mikro-orm/postgresql';
import sql from 'sql-template-tag';
import { isAdmin, isSystem, secured } from '../db/row-security.ts';
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
  /** Set for news that can wait: several for one group leave as one mail, and none at night unless urgent. */
  readonly notice?: {
    /** Whom and what about: `referrals:<person id>`. */
    readonly group: string;
    readonly isUrgent: boolean;
  };
}

/** Messages under way. The payload is erased once delivered; the row stays for 30 days as proof. */
export const OutboxMessage = defineEntity({
  name: 'OutboxMessage',
  tableName: 'outbox_messages',
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    /** The message's template, for whoever looks after failed ones; null in rows older than this column. */
    template: p.text().nullable(),
    /** Encrypted JSON of the message; null once delivered. */
    payload: p.text().nullable(),
    createdAt: p.datetime(),
    deliveredAt: p.datetime().nullable(),
    attempts: p.integer(),
    lastError: p.text().nullable(),
    /** Of a notice: waiting ones with the same key leave as one mail. */
    groupKey: p.text().nullable(),
    isUrgent: p.boolean().default(false),
    /** Not before: the end of quiet hours, or of the pause after the group's last mail. */
    deliverAfter: p.datetime().nullable(),
    /** Since when nobody tries any more; a network admin may order another try. */
    failedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'outbox_messages_waiting',
      expression:
        'create index "outbox_messages_waiting" on "outbox_messages" ("created_at") where "delivered_at" is null',
    },
    {
      name: 'outbox_messages_group',
      expression:
        'create index "outbox_messages_group" on "outbox_messages" ("group_key", "delivered_at") where "group_key" is not null',
    },
  ],
  // Anyone may leave a message; the worker, a system viewer, reads them, and the network admin sees which failed.
  ...secured('outbox_messages', { read: isAdmin, write: isAdmin, insert: `not (${isSystem})` }),
});

/** The queue whose worker delivers messages; its jobs carry `messageId`. */
export const deliverQueue = 'notices.deliver';

/** Puts the message into the caller's transaction; returns its id. */
export const putMessage = async (
  tx: Transaction,
  at: Date,
  { kind, template, notice }: Message,
  payload: string,
): Promise<string> => {
  const id = newId(at);
  await tx.query(
    sql`insert into outbox_messages (id, kind, template, payload, created_at, attempts, group_key, is_urgent)
        values (${id}, ${kind}, ${template}, ${payload}, ${at}, 0, ${notice?.group ?? null}::text, ${notice?.isUrgent ?? false})`,
  );
  return id;
};
