import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Message } from '../../platform/outbox/outbox.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { renderMail, renderSms } from './mail.texts.ts';
import { digestOf } from './notice.digest.ts';
import { endOfQuietHours } from './quiet-hours.ts';

interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly attempts: number;
  readonly groupKey: string | null;
  readonly isUrgent: boolean;
}

const waitingColumns = raw('id, kind, payload, attempts, group_key as "groupKey", is_urgent as "isUrgent"');

const worker = systemViewer('job:notices.deliver');
const dayMilliseconds = 24 * 3_600_000;
const giveUpAfter = 3 * dayMilliseconds;
const keepProof = 30 * dayMilliseconds;
/** News for one group leave this far apart; what comes meanwhile is one mail. */
const groupPause = 15 * 60_000;

/** A text message was left while there was a gateway; it waits until there is one again. */
class NoSmsGateway extends Error {
  override readonly name = 'NoSmsGateway';
}

/** Delivers what services left in the outbox. */
export class OutboxService {
  constructor(private readonly hub: Hub) {}

  /**
   * Delivers one message, once: the row is locked meanwhile, and what another worker holds or has delivered is left
   * alone. Throws what the delivery threw, after writing the try down, so that the job is tried again later. If the
   * process dies between the mail server's yes and the commit, the mail goes out again with the same message id.
   */
  async deliver(messageId: string): Promise<boolean> {
    const outcome = await this.hub.db.write(worker, async (tx) => {
      const [row] = await tx.query<Waiting>(
        sql`select ${waitingColumns} from outbox_messages
            where id = ${messageId} and delivered_at is null and failed_at is null and payload is not null
              and (deliver_after is null or deliver_after <= ${this.hub.clock.now()}) for update skip locked`,
      );
      if (!row || (await this.mustWait(tx, row))) return { delivered: false };
      return this.tryOnce(tx, await this.withItsGroup(tx, row));
    });
    if ('error' in outcome) throw outcome.error;
    return outcome.delivered;
  }

  /**
   * Delivers everything that waits for at least so long; after a failure a message rests for 2, 4, 8 … minutes.
   * One that fails keeps none back. Returns how many were delivered.
   */
  async deliverDue(minimumAgeSeconds = 0): Promise<number> {
    const now = this.hub.clock.now();
    const due = await this.hub.db.read<{ id: string }>(
      worker,
      sql`select id from outbox_messages
          where delivered_at is null and failed_at is null and payload is not null
            and (deliver_after is null or deliver_after <= ${now})
            and created_at <= ${new Date(now.getTime() - minimumAgeSeconds * 1000)}
            and (attempts = 0 or created_at + interval '1 minute' * power(2, least(attempts, 10)) <= ${now})
          order by created_at, id limit 500`,
    );
    let delivered = 0;
    for (const { id } of due) {
      const isDone = await this.deliver(id).catch(() => false);
      if (isDone) delivered += 1;
    }
    return delivered;
  }

  /**
   * What a job does: its own message, and whatever else waits. A queue hands out one job at a time and rests in
   * between; two hundred mails of a cancelled date must not wait for that. Jobs of messages that left find nothing.
   */
  async work(messageId: string): Promise<void> {
    try {
      await this.deliver(messageId);
    } finally {
      await this.deliverDue();
    }
  }

  /** What the sweeper does each minute: messages whose job was lost, and the end of old rows. */
  async sweep(): Promise<void> {
    await this.deliverDue(60);
    await this.forget();
  }

  /**
   * Gives up after three days, or what waits for its hour, three days after it; keeps the message for another try by
   * hand. Deletes rows after thirty days.
   */
  async forget(): Promise<void> {
    const now = this.hub.clock.now();
    const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
    await this.hub.db.write(worker, async (tx) => {
      await tx.query(
        sql`update outbox_messages set failed_at = ${now}
            where delivered_at is null and failed_at is null
              and greatest(created_at, deliver_after) < ${before(giveUpAfter)}`,
      );
      await tx.query(sql`delete from outbox_messages where created_at < ${before(keepProof)}`);
    });
  }

  /** Whether a notice has its hour still before it; writes the hour down. In the demo nobody is disturbed. */
  private async mustWait(tx: Transaction, { id, groupKey, isUrgent }: Waiting): Promise<boolean> {
    const { clock, env } = this.hub;
    if (groupKey === null || isUrgent || (env.demo && env.smtpUrl === null)) return false;
    const now = clock.now();
    const [last] = await tx.query<{ at: Date | null }>(
      sql`select max(delivered_at) as at from outbox_messages where group_key = ${groupKey}`,
    );
    const afterPause = new Date((last?.at?.getTime() ?? 0) + groupPause);
    const soonest = afterPause > now ? afterPause : now;
    const hour = endOfQuietHours(soonest) ?? soonest;
    if (hour <= now) return false;
    await tx.query(sql`update outbox_messages set deliver_after = ${hour} where id = ${id}`);
    return true;
  }

  /** The message, and whatever waits for the same group. */
  private async withItsGroup(tx: Transaction, row: Waiting): Promise<[Waiting, ...Waiting[]]> {
    if (row.groupKey === null) return [row];
    const others = await tx.query<Waiting>(
      sql`select ${waitingColumns} from outbox_messages
          where group_key = ${row.groupKey} and id <> ${row.id} and delivered_at is null and failed_at is null
            and payload is not null order by created_at, id limit 200 for update skip locked`,
    );
    return [row, ...others];
  }

  private async tryOnce(
    tx: Transaction,
    rows: readonly [Waiting, ...Waiting[]],
  ): Promise<{ delivered: boolean } | { error: unknown }> {
    const ids = rows.map(({ id }) => id);
    try {
      await this.send(rows);
    } catch (error) {
      // The name alone: a mail server's words repeat the address.
      const name = error instanceof Error ? error.name : 'unknown';
      await tx.query(
        sql`update outbox_messages set attempts = attempts + 1, last_error = ${name} where id = any(${ids}::uuid[])`,
      );
      return { error };
    }
    await tx.query(
      sql`update outbox_messages
          set delivered_at = ${this.hub.clock.now()}, payload = null, attempts = attempts + 1, last_error = null
          where id = any(${ids}::uuid[])`,
    );
    return { delivered: true };
  }

  private messageOf({ kind, payload }: Waiting): Message {
    return JSON.parse(this.hub.crypto.open('outbox', payload, kind)) as Message;
  }

  private async send(rows: readonly [Waiting, ...Waiting[]]): Promise<void> {
    const [first] = rows;
    const messages = rows.map((row) => this.messageOf(row));
    const { to, template, languageTag, values } = digestOf(messages) ?? this.messageOf(first);
    // To nobody: left by a sign-in for an address without account, see the people room.
    if (to === '') return;
    if (first.kind === 'sms') {
      const text = renderSms(template, languageTag, values);
      if (!this.hub.sms) throw new NoSmsGateway();
      await this.hub.sms.deliver({ id: first.id, to, text, languageTag });
      return;
    }
    const mail = renderMail(template, languageTag, values);
    await this.hub.mail.deliver({
      id: first.id,
      to,
      subject: mail.subject,
      text: mail.body,
      languageTag: mail.languageTag,
    });
  }
}
