import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { Outbound, OutboundFailure } from '../../platform/http/outbound.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { keptMilliseconds } from './integration.words.ts';
import { signatureOf } from './webhook.sign.ts';
import { scheduleDeliveries } from './webhook.tell.ts';

interface Due {
  readonly id: string;
  readonly webhookId: string;
  readonly event: string;
  readonly data: Readonly<Record<string, string | null>>;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
  readonly formerSecret: string | null;
  readonly formerUntil: Date | null;
}

type Outcome = { readonly status: number } | { readonly error: string };

const worker = systemViewer('job:integrations.deliver');
const columns = raw(
  `d.id, d.webhook_id as "webhookId", d.event, d.data, d.created_at as "createdAt", d.attempts, w.url, w.secret,
   w.former_secret as "formerSecret", w.former_until as "formerUntil"`,
);

const minute = 60_000;
const hour = 60 * minute;
/** The pauses after the first try, the second …: about three days in all. */
const pauses = [
  5_000,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** 'OFFERING_CHANGED' as Standard Webhooks names types: 'offering.changed'. */
const typeOf = (event: string): string => event.toLowerCase().replace('_', '.');

/** Delivers what was left for webhooks: signed, tried again with growing pauses, written down. */
export class WebhookDeliveries {
  private readonly outbound: Outbound;

  constructor(private readonly hub: Hub) {
    this.outbound = new Outbound({ allowed: hub.env.outboundAllowed });
  }

  /** Tries one message; the row is locked meanwhile, and what another worker holds or is not due is left alone. */
  async deliver(deliveryId: string): Promise<void> {
    await this.hub.db.write(worker, async (tx) => {
      const now = this.hub.clock.now();
      const [due] = await tx.query<Due>(
        sql`select ${columns} from webhook_deliveries d join webhooks w on w.id = d.webhook_id
            where d.id = ${deliveryId}::uuid and d.next_attempt_at <= ${now} and w.stopped_at is null
            for update of d skip locked`,
      );
      if (due) await this.note(tx, due, await this.send(due, now));
    });
  }

  /** What the sweeper does each minute: messages whose job was lost, and the end of the log. */
  async sweep(): Promise<void> {
    const now = this.hub.clock.now();
    const due = await this.hub.db.read<{ id: string }>(
      worker,
      sql`select id from webhook_deliveries where next_attempt_at <= ${now} order by next_attempt_at, id limit 200`,
    );
    for (const { id } of due) await this.deliver(id);
    await this.hub.db.write(worker, (tx) =>
      tx.query(
        sql`delete from webhook_deliveries where created_at < ${new Date(now.getTime() - keptMilliseconds)}`,
      ),
    );
  }

  private async send(due: Due, now: Date): Promise<Outcome> {
    const body = JSON.stringify({
      type: typeOf(due.event),
      timestamp: due.createdAt.toISOString(),
      data: due.data,
    });
    const timestamp = Math.floor(now.getTime() / 1000);
    const { crypto } = this.hub;
    const isTwofold = due.formerSecret !== null && due.formerUntil !== null && due.formerUntil > now;
    const sealed = [due.secret, ...(isTwofold && due.formerSecret ? [due.formerSecret] : [])];
    const secrets = sealed.map((each) => crypto.open('integrations.secret', each, due.webhookId));
    try {
      const { status } = await this.outbound.send(due.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': due.id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signatureOf(secrets, due.id, timestamp, body),
        },
        body,
        timeoutMilliseconds: 10_000,
        mostBytes: 64_000,
        // Who moves tells so: a message must not be led on to where nobody meant it to go.
        mostRedirects: 0,
      });
      return { status };
    } catch (error) {
      return { error: error instanceof OutboundFailure ? error.reason : 'NO_ANSWER' };
    }
  }

  private async note(tx: Transaction, { id, webhookId, attempts }: Due, outcome: Outcome): Promise<void> {
    const now = this.hub.clock.now();
    const status = 'status' in outcome ? outcome.status : null;
    const arrived = status !== null && status >= 200 && status < 300;
    const isGone = status === 410;
    const pause = arrived || isGone ? undefined : pauses[attempts];
    const next = pause === undefined ? null : new Date(now.getTime() + pause);
    await tx.query(
      sql`update webhook_deliveries set attempts = attempts + 1, last_attempt_at = ${now}, last_status = ${status}::int,
            last_error = ${'error' in outcome ? outcome.error : null}::text, next_attempt_at = ${next}::timestamptz,
            delivered_at = ${arrived ? now : null}::timestamptz, failed_at = ${arrived || next ? null : now}::timestamptz
          where id = ${id}::uuid`,
    );
    // 410: nobody is there any more, and nobody wants to be asked again.
    if (isGone) await tx.query(sql`update webhooks set stopped_at = ${now} where id = ${webhookId}::uuid`);
    if (next) await scheduleDeliveries(this.hub, tx, [id], next);
  }
}
