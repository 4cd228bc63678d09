import { systemViewer } from '../../src/platform/policy/viewer.ts';
import { ApiKeyService, WebhookService } from '../../src/rooms/integrations/index.ts';
import type { TestHub } from '../harness.ts';
import { queryAs } from '../query-as.ts';

const system = systemViewer('test');
const name = 'Mutation';
const url = 'https://mutation.example.org/';

/** A key and a webhook of an organisation with a message that has been through everything: no field is empty. */
export const anIntegration = async (test: TestHub, organisationId: string): Promise<void> => {
  const { hub } = test;
  await hub
    .get(ApiKeyService)
    .create(system, { organisationId, name: 'City web', scopes: ['OFFERINGS_READ'] });
  const { webhook } = await hub
    .get(WebhookService)
    .create(system, { organisationId, url: 'https://web.example.org/', events: ['OFFERING_CHANGED'] });
  await hub.get(WebhookService).ping(system, webhook.id);
  await queryAs(test, 'hub_owner', `update api_keys set expires_at = '2028-01-01', last_used_at = now()`);
  await queryAs(test, 'hub_owner', `update webhooks set former_until = now(), stopped_at = now()`);
  await queryAs(
    test,
    'hub_owner',
    `update webhook_deliveries set attempts = 2, last_attempt_at = now(), delivered_at = now(), failed_at = now(),
       last_status = 500, last_error = 'NO_ANSWER'`,
  );
};

/** Makes room for one more, since an organisation may have few: those of the roles that are still to ask stay. */
const makeRoom = (
  test: TestHub,
  table: string,
  condition: string,
  organisationId: string,
): Promise<unknown> => {
  const those = `from ${table} where ${condition} and organisation_id = '${organisationId}'`;
  return queryAs(
    test,
    'hub_owner',
    `delete ${those} and id not in (select id ${those} order by id desc limit 7)`,
  );
};

/** A key for a mutation. */
export const aKeyFor = async (test: TestHub, organisationId: string): Promise<string> => {
  await makeRoom(test, 'api_keys', `name = '${name}'`, organisationId);
  const input = { organisationId, name, scopes: ['OFFERINGS_READ'] as const };
  return (await test.hub.get(ApiKeyService).create(system, input)).apiKey.id;
};

export const aWebhookFor = async (test: TestHub, organisationId: string): Promise<string> => {
  await makeRoom(test, 'webhooks', `url = '${url}'`, organisationId);
  const input = { organisationId, url, events: ['OFFERING_CHANGED'] as const };
  return (await test.hub.get(WebhookService).create(system, input)).webhook.id;
};

/** A message that arrived, so that it may be sent again. */
export const aDeliveryFor = async (test: TestHub, organisationId: string): Promise<string> => {
  const webhookId = await aWebhookFor(test, organisationId);
  await test.hub.get(WebhookService).ping(system, webhookId);
  const where = `where webhook_id = '${webhookId}'`;
  await queryAs(test, 'hub_owner', `update webhook_deliveries set next_attempt_at = null ${where}`);
  const { nodes } = await test.hub.get(WebhookService).deliveries(system, webhookId, { first: 1 });
  return nodes[0]?.id ?? '';
};
