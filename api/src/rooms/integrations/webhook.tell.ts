import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { WebhookEvent } from './integration.words.ts';

/** The queue whose worker delivers; its jobs carry `deliveryId`. */
export const deliverQueue = 'integrations.deliver';

/** Leaves jobs for messages of the caller's transaction. */
export const scheduleDeliveries = async (
  hub: Hub,
  tx: Transaction,
  deliveryIds: readonly string[],
  at?: Date,
): Promise<void> => {
  for (const deliveryId of deliveryIds) await hub.jobs.send(tx, deliverQueue, { deliveryId }, at);
  if (deliveryIds.length > 0 && !at) tx.afterCommit(() => hub.jobs.wake(deliverQueue));
};

/**
 * Leaves a message for every webhook of these organisations that hears of it, in the caller's transaction: it goes out if and
 * only if the change does. `organisationIds` is an expression of type uuid[]. `data` holds ids and codes alone.
 */
export const tellWebhooks = async (
  hub: Hub,
  tx: Transaction,
  event: WebhookEvent,
  organisationIds: Sql,
  data: Readonly<Record<string, string | null>>,
): Promise<void> => {
  const left = await tx.query<{ id: string }>(
    sql`select leave_for_webhooks(${event}::text, ${organisationIds}, ${JSON.stringify(data)}::jsonb,
          ${hub.clock.now()}::timestamptz) as id`,
  );
  await scheduleDeliveries(
    hub,
    tx,
    left.map(({ id }) => id),
  );
};
