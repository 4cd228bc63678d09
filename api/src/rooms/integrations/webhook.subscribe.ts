import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { WebhookEvent } from './integration.words.ts';
import { tellWebhooks } from './webhook.tell.ts';

/** The hosts of an offering that everyone sees; of a draft nobody is told. */
const hostsOf = (offeringId: string): Sql =>
  sql`(select o.host_ids from offerings o where o.id = ${offeringId}::uuid and o.is_public)`;

const offeringEvents = {
  'offering.published': 'OFFERING_PUBLISHED',
  'offering.changed': 'OFFERING_CHANGED',
  'offering.archived': 'OFFERING_ARCHIVED',
} as const satisfies Record<string, WebhookEvent>;

/** What happens in other rooms becomes messages, in the transaction of what happens. */
export const subscribeWebhooks = (hub: Hub): void => {
  for (const [name, event] of Object.entries(offeringEvents) as [
    keyof typeof offeringEvents,
    WebhookEvent,
  ][]) {
    hub.events.on(name, async (tx, { offeringId }) => {
      await tellWebhooks(hub, tx, event, hostsOf(offeringId), { offeringId });
    });
  }
  hub.events.on('occurrence.cancelled', async (tx, { occurrenceId, offeringId }) => {
    await tellWebhooks(hub, tx, 'OCCURRENCE_CANCELLED', hostsOf(offeringId), { occurrenceId, offeringId });
  });
  hub.events.on('referral.moved', async (tx, { referralId, organisationIds, state }) => {
    const told = sql`${[...organisationIds]}::uuid[]`;
    await tellWebhooks(hub, tx, 'REFERRAL_MOVED', told, { referralId, state });
  });
};
