import { defineLoader, groupedById } from '../../platform/loader.ts';
import { ApiKeyService } from './api-key.service.ts';
import { WebhookService } from './webhook.service.ts';

/** The live keys of an organisation. */
export const apiKeysLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await hub.get(ApiKeyService).live(viewer, ids), ({ organisationId }) => organisationId),
);

/** The webhooks of an organisation. */
export const webhooksLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(ids, await hub.get(WebhookService).of(viewer, ids), ({ organisationId }) => organisationId),
);
