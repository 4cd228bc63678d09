import { raw } from 'sql-template-tag';
import type { WebhookEvent } from './integration.words.ts';

export interface WebhookRow {
  readonly id: string;
  readonly organisationId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly createdAt: Date;
  /** Until when deliveries are signed with the former secret too. */
  readonly formerUntil: Date | null;
  readonly stoppedAt: Date | null;
}

/** The columns of a `WebhookRow`, for a statement on `webhooks w`. */
export const webhookColumns = raw(
  `w.id, w.organisation_id as "organisationId", w.url, w.events, w.created_at as "createdAt",
   w.former_until as "formerUntil", w.stopped_at as "stoppedAt"`,
);

export interface DeliveryRow {
  readonly id: string;
  readonly webhookId: string;
  readonly organisationId: string;
  readonly event: string;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly lastAttemptAt: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly failedAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

/** The columns of a `DeliveryRow`, for a statement on `webhook_deliveries d`. */
export const deliveryColumns = raw(
  `d.id, d.webhook_id as "webhookId", d.organisation_id as "organisationId", d.event, d.created_at as "createdAt", d.attempts,
   d.last_attempt_at as "lastAttemptAt", d.next_attempt_at as "nextAttemptAt", d.delivered_at as "deliveredAt",
   d.failed_at as "failedAt", d.last_status as "lastStatus", d.last_error as "lastError"`,
);
