import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isAdmin, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';

const isStaff = `(${isAdmin}) or (${inSession('organisation_id', 'app.coordinates')}) or (${inSession('organisation_id', 'app.casework')})`;

/** An address that an organisation wants told. */
export const Webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhooks',
  properties: {
    id: p.uuid().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    url: p.text(),
    events: p.array().columnType('text[]'),
    /** Sealed: with it deliveries are signed. */
    secret: p.text(),
    /** The secret before it, sealed, and until when deliveries are signed with both. */
    formerSecret: p.text().nullable(),
    formerUntil: p.datetime().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    /** Since when nothing is sent there: its receiver said that it is gone. */
    stoppedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['organisation', 'createdAt'] }],
  ...secured('webhooks', { read: isStaff, write: isStaff }),
});

/** One message to a webhook: what is told, and how the tries went. */
export const WebhookDelivery = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  properties: {
    id: p.uuid().primary(),
    webhook: () => p.manyToOne(Webhook).mapToPk().deleteRule('cascade'),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    event: p.text(),
    /** Ids and codes alone. */
    data: p.json<Readonly<Record<string, string | null>>>(),
    createdAt: p.datetime(),
    attempts: p.integer().default(0),
    lastAttemptAt: p.datetime().nullable(),
    nextAttemptAt: p.datetime().nullable(),
    deliveredAt: p.datetime().nullable(),
    /** Since when nobody tries any more; it may be sent again by hand. */
    failedAt: p.datetime().nullable(),
    lastStatus: p.integer().nullable(),
    /** Why there was no answer, a code. */
    lastError: p.text().nullable(),
  },
  indexes: [
    { properties: ['webhook', 'createdAt'] },
    {
      name: 'webhook_deliveries_due',
      expression:
        'create index "webhook_deliveries_due" on "webhook_deliveries" ("next_attempt_at") where "next_attempt_at" is not null',
    },
  ],
  // Made by a function that runs as the owner: whoever changes something need not see who is told.
  ...secured('webhook_deliveries', { read: isStaff, write: isStaff, insert: isStaff }),
});

/**
 * Puts a message to each webhook of these organisations that hears of `event` into the caller's transaction; returns the
 * messages' ids.
 */
export const webhookSql: readonly string[] = [
  `create or replace function leave_for_webhooks(told_event text, told_organisations uuid[], told_data jsonb, told_at timestamptz)
     returns setof uuid language sql security definer set search_path = public as $$
     insert into webhook_deliveries (id, webhook_id, organisation_id, event, data, created_at, attempts, next_attempt_at)
     select gen_random_uuid(), w.id, w.organisation_id, told_event, told_data, told_at, 0, told_at
     from webhooks w
     where w.organisation_id = any(told_organisations) and told_event = any(w.events) and w.stopped_at is null
     returning id $$`,
];
