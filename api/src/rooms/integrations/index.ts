/** Integrations: API keys with which machines act for an organisation, and webhooks that tell it what happens. */
import type { Room } from '../../platform/room.ts';
import { ApiKey } from './api-key.entity.ts';
import { integrationPersonalData } from './integration.personal-data.ts';
import { ApiKeyResolver, OrganisationIntegrationsResolver, WebhookResolver } from './integration.resolver.ts';
import { subscribeWebhooks } from './webhook.subscribe.ts';
import { WebhookDeliveries } from './webhook.deliver.ts';
import { Webhook, WebhookDelivery, webhookSql } from './webhook.entity.ts';
import { deliverQueue } from './webhook.tell.ts';

export { ApiKeyService } from './api-key.service.ts';
export type { KeyScope } from './integration.words.ts';
export { scopeProblem } from './key.scopes.ts';
export { WebhookDeliveries } from './webhook.deliver.ts';
export { WebhookService } from './webhook.service.ts';

const sweepQueue = 'integrations.sweep';

export const integrationsRoom: Room = {
  name: 'integrations',
  entities: [ApiKey, Webhook, WebhookDelivery],
  resolvers: [OrganisationIntegrationsResolver, ApiKeyResolver, WebhookResolver],
  personalData: integrationPersonalData,
  sql: webhookSql,
  subscribe: subscribeWebhooks,
  queues: [deliverQueue, sweepQueue],
  jobs: (hub) => [
    {
      name: deliverQueue,
      run: async ({ deliveryId }) => {
        if (deliveryId) await hub.get(WebhookDeliveries).deliver(deliveryId);
      },
    },
    { name: sweepQueue, cron: '* * * * *', run: () => hub.get(WebhookDeliveries).sweep() },
  ],
};
