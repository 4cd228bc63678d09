import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { Outbound } from '../../platform/http/outbound.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { nothingToReplay, tooMany } from './integration.errors.ts';
import { managedOrganisation, managedRow } from './integration.organisation.ts';
import { mostWebhooks, overlapMilliseconds, pingEvent, type WebhookEvent } from './integration.words.ts';
import { deliveryColumns, webhookColumns, type DeliveryRow, type WebhookRow } from './webhook.row.ts';
import { newSecret } from './webhook.sign.ts';
import { scheduleDeliveries } from './webhook.tell.ts';

/** A webhook with its secret as it is told, once. */
export interface WebhookMade {
  readonly webhook: WebhookRow;
  readonly secret: string;
}

/** Addresses that organisations want told (STANDARDS.md, Webhooks and API keys). */
export class WebhookService {
  private readonly outbound: Outbound;

  constructor(private readonly hub: Hub) {
    this.outbound = new Outbound({ allowed: hub.env.outboundAllowed });
  }

  /** The webhooks of organisations, oldest first. Whoever calls this decides who may. */
  of(viewer: Viewer, organisationIds: readonly string[]): Promise<WebhookRow[]> {
    return this.hub.db.read(
      viewer,
      sql`select ${webhookColumns} from webhooks w where w.organisation_id = any(${[...organisationIds]}::uuid[])
          order by w.created_at, w.id`,
    );
  }

  /**
   * Errors: NOT_FOUND; UNAUTHENTICATED; FORBIDDEN, NOT_VERIFIED; INVALID_INPUT EVENTS_MISSING, ADDRESS_MALFORMED,
   * ADDRESS_NOT_HTTPS, ADDRESS_NOT_PUBLIC, ADDRESS_WITH_PASSWORD; CONFLICT TOO_MANY.
   */
  async create(
    viewer: Viewer,
    input: {
      readonly organisationId: string;
      readonly url: string;
      readonly events: readonly WebhookEvent[];
    },
  ): Promise<WebhookMade> {
    const { id: organisationId } = await managedOrganisation(this.hub, viewer, input.organisationId);
    const url = input.url.trim();
    const problem = url.length > 500 ? 'ADDRESS_MALFORMED' : this.outbound.problemOf(url);
    if (problem)
      throw invalidInput(
        'input.url',
        problem,
        'Write an address of the open internet that begins with https://, without a password.',
      );
    if (input.events.length === 0)
      throw invalidInput('input.events', 'EVENTS_MISSING', 'Choose what it hears of.');
    const now = this.hub.clock.now();
    const id = newId(now);
    const secret = newSecret();
    return this.hub.db.write(viewer, async (tx) => {
      await tx.query(sql`select 1 from organisations where id = ${organisationId}::uuid for update`);
      const [webhook] = await tx.query<WebhookRow>(
        sql`insert into webhooks as w (id, organisation_id, url, events, secret, created_by, created_at)
            select ${id}::uuid, ${organisationId}::uuid, ${url}, ${[...new Set(input.events)]}::text[], ${this.seal(secret, id)},
              ${viewer.personId}::uuid, ${now}
            where (select count(*) from webhooks x where x.organisation_id = ${organisationId}::uuid) < ${mostWebhooks}
            returning ${webhookColumns}`,
      );
      if (!webhook) throw tooMany(mostWebhooks);
      await tx.audit({
        action: 'webhook.create',
        subjectId: id,
        organisationId,
        facts: { events: [...input.events] },
      });
      return { webhook, secret };
    });
  }

  /** A new secret; for seven days deliveries are signed with both. Errors: UNAUTHENTICATED; NOT_FOUND. */
  async rotateSecret(viewer: Viewer, webhookId: string): Promise<WebhookMade> {
    const { id, organisationId } = await this.managed(viewer, webhookId);
    const secret = newSecret();
    const until = new Date(this.hub.clock.now().getTime() + overlapMilliseconds);
    return this.hub.db.write(viewer, async (tx) => {
      const [webhook] = await tx.query<WebhookRow>(
        sql`update webhooks w set former_secret = secret, former_until = ${until}, secret = ${this.seal(secret, id)}
            where w.id = ${id}::uuid returning ${webhookColumns}`,
      );
      if (!webhook) throw notFound();
      await tx.audit({ action: 'webhook.rotateSecret', subjectId: id, organisationId });
      return { webhook, secret };
    });
  }

  /** Removes it with its log. Errors: UNAUTHENTICATED; NOT_FOUND. */
  async delete(viewer: Viewer, webhookId: string): Promise<void> {
    const { id, organisationId } = await this.managed(viewer, webhookId);
    await this.hub.db.write(viewer, async (tx) => {
      await tx.query(sql`delete from webhooks where id = ${id}::uuid`);
      await tx.audit({ action: 'webhook.delete', subjectId: id, organisationId });
    });
  }

  /** Sends a message of trial, and starts a stopped webhook again. Errors: UNAUTHENTICATED; NOT_FOUND. */
  async ping(viewer: Viewer, webhookId: string): Promise<WebhookRow> {
    const webhook = await this.managed(viewer, webhookId);
    const { id, organisationId } = webhook;
    const now = this.hub.clock.now();
    const deliveryId = newId(now);
    await this.hub.db.write(viewer, async (tx) => {
      await tx.query(sql`update webhooks set stopped_at = null where id = ${id}::uuid`);
      await tx.query(
        sql`insert into webhook_deliveries (id, webhook_id, organisation_id, event, data, created_at, attempts, next_attempt_at)
            values (${deliveryId}::uuid, ${id}::uuid, ${organisationId}::uuid, ${pingEvent},
              ${JSON.stringify({ webhookId: id })}::jsonb, ${now}, 0, ${now})`,
      );
      await tx.audit({ action: 'webhook.ping', subjectId: id, organisationId });
      await scheduleDeliveries(this.hub, tx, [deliveryId]);
    });
    return { ...webhook, stoppedAt: null };
  }

  /** The log, newest first. Whoever calls this has the webhook from `of`. Errors: those of pages. */
  async deliveries(
    viewer: Viewer,
    webhookId: string,
    args: ConnectionArgs,
  ): Promise<Connection<DeliveryRow>> {
    const page = pageOf(args, 'integrations.deliveries');
    const [at, id] = page.after ?? [];
    const behind = page.after ? sql`and (d.created_at, d.id) < (${at}::timestamptz, ${id}::uuid)` : sql``;
    const rows = await this.hub.db.read<DeliveryRow>(
      viewer,
      sql`select ${deliveryColumns} from webhook_deliveries d where d.webhook_id = ${webhookId}::uuid ${behind}
          order by d.created_at desc, d.id desc limit ${page.fetchCount}`,
    );
    return toConnection(rows, page, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /**
   * Sends a message again under its own id, by which the receiver knows it.
   * Errors: UNAUTHENTICATED; NOT_FOUND; CONFLICT STILL_UNDER_WAY.
   */
  async replay(viewer: Viewer, deliveryId: string): Promise<DeliveryRow> {
    const found = await managedRow(this.hub, viewer, deliveryId, () =>
      this.hub.db.readOne<DeliveryRow>(
        viewer,
        sql`select ${deliveryColumns} from webhook_deliveries d where d.id = ${deliveryId}::uuid`,
      ),
    );
    return this.hub.db.write(viewer, (tx) => this.startAgain(tx, found.id, found.organisationId));
  }

  private async startAgain(tx: Transaction, id: string, organisationId: string): Promise<DeliveryRow> {
    const now = this.hub.clock.now();
    const [row] = await tx.query<DeliveryRow>(
      sql`update webhook_deliveries d set attempts = 0, delivered_at = null, failed_at = null, next_attempt_at = ${now}
          where d.id = ${id}::uuid and d.next_attempt_at is null returning ${deliveryColumns}`,
    );
    if (!row) throw nothingToReplay();
    await tx.audit({ action: 'webhook.replay', subjectId: id, organisationId });
    await scheduleDeliveries(this.hub, tx, [id]);
    return row;
  }

  private seal(secret: string, webhookId: string): string {
    return this.hub.crypto.seal('integrations.secret', secret, webhookId);
  }

  private managed(viewer: Viewer, webhookId: string): Promise<WebhookRow> {
    return managedRow(this.hub, viewer, webhookId, () =>
      this.hub.db.readOne<WebhookRow>(
        viewer,
        sql`select ${webhookColumns} from webhooks w where w.id = ${webhookId}::uuid`,
      ),
    );
  }
}
