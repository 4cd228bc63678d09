import { createHmac } from 'node:crypto';
import { createServer as createReceiver, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useOwnHub, type TestHub } from '../../../test/harness.ts';
import { anOffering } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { queryAs } from '../../../test/query-as.ts';
import { testEnv } from '../../../test/test-env.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { createSchema } from '../../schema.ts';
import { createServer } from '../../server.ts';
import { OfferingService } from '../offerings/index.ts';
import { WebhookDeliveries } from './index.ts';
import { openedFields } from './key.scopes.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const received: Received[] = [];
let status = 204;
const receiver: Server = createReceiver((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
  });
});
const listening = Promise.withResolvers<number>();
receiver.listen(0, '127.0.0.1', () => listening.resolve((receiver.address() as AddressInfo).port));
const port = await listening.promise;

const test: TestHub = useOwnHub({ ...testEnv, outboundAllowed: [`127.0.0.1:${port}`] });
let server: FastifyInstance;
let organisation: OrganisationMade;
let coordinator: Viewer;

beforeAll(async () => {
  server = await createServer({ hub: test.hub, withPortal: false });
  organisation = await anOrganisation(test);
  coordinator = aViewerIn(organisation, 'COORDINATOR');
});
afterAll(async () => {
  await server.close();
  receiver.close();
});
beforeEach(() => {
  received.splice(0);
  status = 204;
});

interface KeyMade {
  readonly apiKey: { readonly id: string };
  readonly key: string;
}
const makeKey = async (scopes: string[]): Promise<KeyMade> => {
  const mutation =
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { id } } }';
  const input = { organisationId: organisation.id, name: 'City web', scopes };
  const { data, failure } = await test.ask<{ createApiKey: KeyMade }>(coordinator, mutation, { input });
  expect(failure).toBeNull();
  return data.createApiKey;
};

interface Answered {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly reason: string } }[];
}
const askWith = async (
  key: string,
  query: string,
  variables: object = {},
): Promise<Answered & { status: number }> => {
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${key}`, accept: 'application/graphql-response+json' },
    payload: { query, variables },
  });
  return { status: response.statusCode, ...response.json<Answered>() };
};
const reasonOf = ({ errors }: Answered): string | undefined => errors?.[0]?.extensions.reason;
const draftTitle = 'query ($id: ID!) { offering(id: $id) { title { value } } }';

describe('an API key', () => {
  it('acts for its organisation as far as its scopes go, and shows when it was last used', async () => {
    const draft = await anOffering(test, { organisationId: organisation.id, publish: false });
    const { key } = await makeKey(['OFFERINGS_READ']);
    expect(await askWith(key, draftTitle, { id: draft.id })).toMatchObject({
      status: 200,
      data: { offering: { title: {} } },
    });
    const publish =
      'mutation ($input: PublishOfferingInput!) { publishOffering(input: $input) { offering { status } } }';
    const input = { offeringId: draft.id, version: draft.version };
    expect(reasonOf(await askWith(key, publish, { input }))).toBe('SCOPE_MISSING');
    const { key: writing } = await makeKey(['OFFERINGS_READ', 'OFFERINGS_WRITE']);
    expect(await askWith(writing, publish, { input })).toMatchObject({
      data: { publishOffering: { offering: { status: 'PUBLISHED' } } },
    });
    const seen = await test.ask<{ organisation: { apiKeys: { lastUsedAt: string | null; hint: string }[] } }>(
      coordinator,
      'query ($id: ID!) { organisation(id: $id) { apiKeys { lastUsedAt hint } } }',
      { id: organisation.id },
    );
    expect(seen.data.organisation.apiKeys.map(({ hint }) => hint)).toEqual([
      key.slice(-4),
      writing.slice(-4),
    ]);
    expect(seen.data.organisation.apiKeys.every(({ lastUsedAt }) => lastUsedAt !== null)).toBe(true);
  });

  it.each([
    ['people', '{ people { nodes { id } } }'],
    ['who signed up', 'query ($id: ID!) { signUps(occurrenceId: $id) { nodes { id } } }'],
    ['who came', 'query ($id: ID!) { attendance(occurrenceId: $id) { attended } }'],
    ['referrals', '{ referrals { nodes { id } } }'],
    [
      'members',
      'query ($id: ID!) { organisation(id: $id) { ...m } } fragment m on Organisation { members { nodes { id } } }',
    ],
    ['keys', 'query ($id: ID!) { organisation(id: $id) { apiKeys { id } } }'],
  ])('never tells of %s', async (_what, query) => {
    const { key, apiKey } = await makeKey(['OFFERINGS_READ', 'OFFERINGS_WRITE']);
    const answer = await askWith(key, query, { id: organisation.id });
    expect(reasonOf(answer)).toBe('SCOPE_MISSING');
    expect(answer.data ?? null).toBeNull();
    await revoke(apiKey.id);
  });

  it('opens only what there is', () => {
    const schema = createSchema();
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
    );
    expect(openedFields.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('gives way to a new one over seven days, both live meanwhile', async () => {
    const { key, apiKey } = await makeKey(['OFFERINGS_READ']);
    const mutation = 'mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { key } }';
    const { data } = await test.ask<{ rotateApiKey: { key: string } }>(coordinator, mutation, {
      input: { apiKeyId: apiKey.id },
    });
    const works = async (each: string) => (await askWith(each, '{ languages { tag } }')).status;
    expect([await works(key), await works(data.rotateApiKey.key)]).toEqual([200, 200]);
    const now = test.clock.now();
    test.clock.advance(7 * 86_400_000 + 1);
    expect([await works(key), await works(data.rotateApiKey.key)]).toEqual([401, 200]);
    test.clock.set(now);
  });

  it('holds no more at the moment it is revoked, and is kept nowhere in clear', async () => {
    const { key, apiKey } = await makeKey(['OFFERINGS_READ']);
    const stored = await queryAs(test, 'hub_owner', `select * from api_keys where id = '${apiKey.id}'`);
    expect(JSON.stringify(stored)).not.toContain(key.slice(3));
    await revoke(apiKey.id);
    expect(await askWith(key, '{ languages { tag } }')).toMatchObject({ status: 401 });
    expect(reasonOf(await askWith('kv_nonsense', '{ languages { tag } }'))).toBe('KEY_REFUSED');
  });
});

const revoke = async (apiKeyId: string): Promise<void> => {
  const mutation = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKeyId } }';
  expect((await test.ask(coordinator, mutation, { input: { apiKeyId } })).failure).toBeNull();
};

interface HookMade {
  readonly webhook: { readonly id: string };
  readonly secret: string;
}
const makeWebhook = async (url = `http://127.0.0.1:${port}/hook`) => {
  const mutation =
    'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { id } } }';
  const input = { organisationId: organisation.id, url, events: ['OFFERING_CHANGED', 'OFFERING_PUBLISHED'] };
  return test.ask<{ createWebhook: HookMade }>(coordinator, mutation, { input });
};
const deliver = () => test.hub.get(WebhookDeliveries).sweep();

/** What Standard Webhooks asks of a receiver. */
const isSigned = ({ headers, body }: Received, secret: string): boolean => {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const digest = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(signed)
    .digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${digest}`);
};

interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly attempts: number;
  readonly deliveredAt: string | null;
  readonly failedAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly lastStatus: number | null;
}
const logOf = async (webhookId: string): Promise<Delivery[]> => {
  const query = `query ($id: ID!) { organisation(id: $id) { webhooks { id stoppedAt deliveries(first: 10) {
    nodes { id event attempts deliveredAt failedAt nextAttemptAt lastStatus } } } } }`;
  const { data } = await test.ask<{
    organisation: { webhooks: { id: string; deliveries: { nodes: Delivery[] } }[] };
  }>(coordinator, query, { id: organisation.id });
  return data.organisation.webhooks.find(({ id }) => id === webhookId)?.deliveries.nodes ?? [];
};
const removeAll = () => queryAs(test, 'hub_owner', 'delete from webhooks');

describe('a webhook', () => {
  it('is told of a published offering, signed, once', async () => {
    const { webhook, secret } = (await makeWebhook()).data.createWebhook;
    const offering = await anOffering(test, { organisationId: organisation.id });
    await deliver();
    await deliver();
    const [message, ...more] = received;
    expect(more).toEqual([]);
    expect(message && isSigned(message, secret)).toBe(true);
    expect(
      message && isSigned({ ...message, body: message.body.replace('published', 'changed') }, secret),
    ).toBe(false);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      type: 'offering.published',
      data: { offeringId: offering.id },
    });
    expect(await logOf(webhook.id)).toMatchObject([
      { event: 'OFFERING_PUBLISHED', attempts: 1, lastStatus: 204 },
    ]);
    await removeAll();
  });

  it('hears nothing of drafts, of others’ offerings, or of a change that did not come about', async () => {
    await makeWebhook();
    await anOffering(test, { organisationId: organisation.id, publish: false });
    await anOffering(test, { organisationId: (await anOrganisation(test)).id });
    const undone = test.hub.db.write(systemViewer('test'), async (tx) => {
      const offering = await tx.query<{ id: string }>(sql`select id from offerings where is_public limit 1`);
      await tx.emit('offering.changed', { offeringId: offering[0]?.id ?? '' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await deliver();
    expect(received).toEqual([]);
    await removeAll();
  });

  it('that fails is tried again with growing pauses for three days, stands in the log, and can be told again', async () => {
    const { webhook } = (await makeWebhook()).data.createWebhook;
    status = 500;
    await anOffering(test, { organisationId: organisation.id });
    const pauses: number[] = [];
    const start = test.clock.now();
    for (let tries = 0; tries < 12; tries += 1) {
      await deliver();
      const [entry] = await logOf(webhook.id);
      if (!entry?.nextAttemptAt) break;
      const next = new Date(entry.nextAttemptAt);
      pauses.push(next.getTime() - test.clock.now().getTime());
      test.clock.set(next);
    }
    expect(pauses).toHaveLength(9);
    expect(pauses.every((pause, index) => index === 0 || pause > (pauses[index - 1] ?? 0))).toBe(true);
    const days = (test.clock.now().getTime() - start.getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(3);
    const [failed] = await logOf(webhook.id);
    expect(failed).toMatchObject({ attempts: 10, lastStatus: 500, deliveredAt: null });
    expect(failed?.failedAt).not.toBeNull();
    status = 204;
    received.splice(0);
    const replay =
      'mutation ($input: ReplayWebhookDeliveryInput!) { replayWebhookDelivery(input: $input) { delivery { id } } }';
    const input = { deliveryId: failed?.id };
    expect((await test.ask(coordinator, replay, { input })).failure).toBeNull();
    expect((await test.ask(coordinator, replay, { input })).failure?.reason).toBe('STILL_UNDER_WAY');
    await deliver();
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([failed?.id]);
    test.clock.set(start);
    await removeAll();
  });

  it('follows no redirect, and falls silent when its receiver is gone', async () => {
    const { webhook } = (await makeWebhook()).data.createWebhook;
    status = 302;
    await anOffering(test, { organisationId: organisation.id });
    await deliver();
    expect(await logOf(webhook.id)).toMatchObject([{ lastStatus: 302, deliveredAt: null }]);
    status = 410;
    test.clock.advance(60_000);
    await deliver();
    received.splice(0);
    await anOffering(test, { organisationId: organisation.id });
    await deliver();
    expect(received).toEqual([]);
    const ping =
      'mutation ($input: PingWebhookInput!) { pingWebhook(input: $input) { webhook { stoppedAt } } }';
    status = 204;
    expect((await test.ask(coordinator, ping, { input: { webhookId: webhook.id } })).data).toEqual({
      pingWebhook: { webhook: { stoppedAt: null } },
    });
    await deliver();
    expect(received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['ping']);
    await removeAll();
  });

  it('with a new secret is signed with both for seven days', async () => {
    const { webhook, secret } = (await makeWebhook()).data.createWebhook;
    const rotate =
      'mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { secret } }';
    const { data } = await test.ask<{ rotateWebhookSecret: { secret: string } }>(coordinator, rotate, {
      input: { webhookId: webhook.id },
    });
    const offering = await anOffering(test, { organisationId: organisation.id });
    await deliver();
    const both = [secret, data.rotateWebhookSecret.secret];
    expect(both.map((each) => received[0] && isSigned(received[0], each))).toEqual([true, true]);
    test.clock.advance(7 * 86_400_000 + 1);
    received.splice(0);
    await test.hub
      .get(OfferingService)
      .update(coordinator, { offeringId: offering.id, version: offering.version, womenOnly: true });
    await deliver();
    expect(both.map((each) => received[0] && isSigned(received[0], each))).toEqual([false, true]);
    await removeAll();
  });

  it.each([
    ['http://example.org/', 'ADDRESS_NOT_HTTPS'],
    ['https://169.254.169.254/', 'ADDRESS_NOT_PUBLIC'],
    ['https://me:secret@example.org/', 'ADDRESS_WITH_PASSWORD'],
    ['kitchen', 'ADDRESS_MALFORMED'],
  ])('to %s is refused: %s', async (url, reason) => {
    expect((await makeWebhook(url)).failure).toMatchObject({ reason, fields: [{ path: 'input.url' }] });
  });
});
