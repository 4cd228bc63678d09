import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { useOwnHub } from '../../test/harness.ts';
import { aMember } from '../../test/makers/person.ts';
import { aReferral } from '../../test/makers/referral.ts';
import { aReferralScene, type ReferralScene } from '../../test/makers/referral-scene.ts';
import { queryAs } from '../../test/query-as.ts';
import { testEnv, testMasterKeys } from '../../test/test-env.ts';
import { closeHub, createHub } from '../create-hub.ts';
import { clusterUrls } from '../platform/embedded/cluster.connection.ts';
import type { Hub } from '../platform/hub.ts';
import { createLog } from '../platform/log.ts';
import { systemViewer, type Viewer } from '../platform/policy/viewer.ts';
import { SessionService } from '../rooms/people/index.ts';
import { acceptReferral, withdrawReferral } from '../rooms/referrals/index.ts';
import { createServer } from '../server.ts';

const test = useOwnHub();
const inbox = 'subscription { inboxChanged { referralId version } }';
const one = 'subscription ($id: ID!) { referralChanged(id: $id) { referralId version } }';
const lookAgain = { referralId: null, version: null };

interface News {
  readonly referralId: string | null;
  readonly version: number | null;
}

let scene: ReferralScene;
/** Two processes on one database: changes are made in the first, streams are open at the second. */
let other: Hub;
let server: FastifyInstance;
const readers: Reader[] = [];

beforeAll(async () => {
  scene = await aReferralScene(test);
  other = await createHub({
    env: testEnv,
    databaseUrl: clusterUrls(inject('cluster')).appUrl(test.databaseName, 'hub_app'),
    masterKeys: testMasterKeys,
    clock: test.clock,
    log: createLog('silent'),
    mail: { deliver: () => Promise.resolve() },
  });
  server = await createServer({ hub: other, withPortal: false });
  await server.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  for (const reader of readers) reader.leave();
  await server.close();
  await closeHub(other);
});

const cookieOf = async ({ personId }: Viewer): Promise<string> => {
  const cookie = await test.hub.db.write(systemViewer('test'), (tx) =>
    test.hub.get(SessionService).open(tx, personId ?? '', 'STRONG'),
  );
  return `${cookie.name}=${cookie.value}`;
};

const ask = (query: string, variables: object, headers: Record<string, string>): Promise<Response> => {
  const { port } = server.server.address() as AddressInfo;
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return fetch(`http://127.0.0.1:${port}/graphql/stream?${parameters}`, {
    headers: { accept: 'text/event-stream', ...headers },
  });
};

/** An open stream and what came on it. */
class Reader {
  readonly news: News[] = [];
  readonly errors: string[] = [];
  isOver = false;
  private readonly body: ReadableStreamDefaultReader<Uint8Array>;

  constructor(response: Response) {
    if (!response.body) throw new Error('no stream');
    this.body = response.body.getReader();
    readers.push(this);
    void this.read().catch(() => (this.isOver = true));
  }

  leave(): void {
    void this.body.cancel().catch(() => undefined);
  }

  private async read(): Promise<void> {
    let text = '';
    for (;;) {
      const { done, value } = await this.body.read();
      if (done) break;
      text += Buffer.from(value).toString();
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) this.take(event);
    }
    this.isOver = true;
  }

  private take(event: string): void {
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (!event.includes('event: next') || !data) return;
    const { data: told, errors } = JSON.parse(data) as {
      data?: Record<string, News>;
      errors?: { extensions: { code: string } }[];
    };
    for (const { extensions } of errors ?? []) this.errors.push(extensions.code);
    this.news.push(...Object.values(told ?? {}));
  }
}

const follow = async (viewer: Viewer, query: string, variables: object = {}): Promise<Reader> =>
  new Reader(await ask(query, variables, { cookie: await cookieOf(viewer) }));

const sent = async () =>
  aReferral(test, scene.caseworker, {
    clientId: scene.client.id,
    offeringId: (await scene.makeOffering()).id,
  });

describe('the stream of changes', () => {
  it('is refused without a session, from another origin, and for anything but a subscription', async () => {
    expect((await ask(inbox, {}, {})).status).toBe(401);
    const cookie = await cookieOf(scene.coordinator);
    expect((await ask(inbox, {}, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(inbox, {}, { cookie, accept: 'application/json' })).status).toBe(406);
    for (const query of [
      '{ viewer { assurance } }',
      'mutation { signOut { ok } }',
      'subscription { x }',
      '{',
    ]) {
      const reader = new Reader(await ask(query, {}, { cookie }));
      await vi.waitFor(() => expect(reader.isOver).toBe(true));
      expect(reader.errors, query).toEqual(['INVALID_INPUT']);
    }
  });

  it('tells both sides by id and version what happened in another process, and nobody else', async () => {
    const receiver = await follow(scene.coordinator, inbox);
    const sender = await follow(scene.caseworker, inbox);
    const stranger = await follow(scene.stranger, inbox);
    const colleague = await follow(scene.colleague, inbox);
    await vi.waitFor(() => {
      for (const { news } of [receiver, sender, stranger, colleague]) expect(news).toEqual([lookAgain]);
    });
    const referral = await sent();
    const news = { referralId: referral.id, version: referral.version };
    await vi.waitFor(() => {
      expect(receiver.news.at(-1)).toEqual(news);
      expect(sender.news.at(-1)).toEqual(news);
    });
    expect(stranger.news).toEqual([lookAgain]);
    expect(colleague.news).toEqual([lookAgain]);
  });

  it('says nothing of a draft to the receiver', async () => {
    const receiver = await follow(scene.coordinator, inbox);
    const sender = await follow(scene.caseworker, inbox);
    const draft = await aReferral(test, scene.caseworker, {
      clientId: scene.client.id,
      offeringId: (await scene.makeOffering()).id,
      stage: 'DRAFT',
    });
    await vi.waitFor(() => expect(sender.news.at(-1)?.referralId).toBe(draft.id));
    expect(receiver.news).toEqual([lookAgain]);
  });

  it('begins with the present version of a referral, and then tells each change', async () => {
    const referral = await sent();
    const reader = await follow(scene.caseworker, one, { id: referral.id });
    await vi.waitFor(() =>
      expect(reader.news).toEqual([{ referralId: referral.id, version: referral.version }]),
    );
    const accepted = await acceptReferral(test.hub, scene.coordinator, {
      referralId: referral.id,
      version: referral.version,
    });
    await vi.waitFor(() =>
      expect(reader.news.at(-1)).toEqual({ referralId: referral.id, version: accepted.version }),
    );
    const elsewhere = await sent();
    await withdrawReferral(test.hub, scene.caseworker, {
      referralId: elsewhere.id,
      version: elsewhere.version,
      reason: 'OTHER',
    });
    expect(reader.news.every(({ referralId }) => referralId === referral.id)).toBe(true);
  });

  it('answers about a referral that someone may not see as about one that is not there', async () => {
    const referral = await sent();
    for (const id of [referral.id, '019ad000-0000-7000-8000-000000000000', 'nonsense']) {
      const reader = await follow(scene.stranger, one, { id });
      await vi.waitFor(() => expect(reader.isOver).toBe(true));
      expect([reader.errors, reader.news]).toEqual([['NOT_FOUND'], []]);
    }
  });

  it('misses nothing over a lost connection to the database', async () => {
    const reader = await follow(scene.coordinator, inbox);
    await vi.waitFor(() => expect(reader.news).toHaveLength(1));
    const cut = await queryAs(
      test,
      'hub_app',
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query = 'listen hub_changes'`,
    );
    expect(cut).toHaveLength(1);
    await sent();
    await vi.waitFor(
      () => expect(reader.news.filter(({ referralId }) => referralId === null)).toHaveLength(2),
      {
        timeout: 5_000,
      },
    );
    const referral = await sent();
    await vi.waitFor(() => expect(reader.news.at(-1)?.referralId).toBe(referral.id));
  });
});

describe('an open stream', () => {
  it('says so and ends when the session ends, and leaves the person’s other ones alone', async () => {
    const cookie = await cookieOf(scene.secondCoordinator);
    const reader = new Reader(await ask(inbox, {}, { cookie }));
    const elsewhere = await follow(scene.secondCoordinator, inbox);
    await vi.waitFor(() => expect([reader.news, elsewhere.news]).toEqual([[lookAgain], [lookAgain]]));
    const { viewer } = await test.hub.get(SessionService).viewerOf(cookie.split('=')[1], 'en');
    await test.hub.get(SessionService).signOut(viewer, false);
    await vi.waitFor(() => expect(reader.isOver).toBe(true));
    expect(reader.news).toEqual([lookAgain, lookAgain]);
    expect(elsewhere.isOver).toBe(false);
    expect((await ask(inbox, {}, { cookie })).status).toBe(401);
  });

  it('ends when a role is taken away, and the next one shows nothing', async () => {
    const referral = await sent();
    const cookie = await cookieOf(scene.secondCoordinator);
    const reader = new Reader(await ask(one, { id: referral.id }, { cookie }));
    await vi.waitFor(() => expect(reader.news).toHaveLength(1));
    await scene.queryAs('hub_owner', 'update memberships set ended_at = now() where person_id = $1', [
      scene.secondCoordinator.personId,
    ]);
    await vi.waitFor(() => expect(reader.isOver).toBe(true));
    const again = new Reader(await ask(one, { id: referral.id }, { cookie }));
    await vi.waitFor(() => expect(again.errors).toEqual(['NOT_FOUND']));
  });

  it('is one of twenty at most, and gives its place back', async () => {
    const organisationId = scene.association.id;
    const { viewer } = await aMember(test, { organisationId, role: 'COORDINATOR' });
    const cookie = await cookieOf(viewer);
    const open = [];
    for (let count = 0; count < 20; count += 1) open.push(new Reader(await ask(inbox, {}, { cookie })));
    expect((await ask(inbox, {}, { cookie })).status).toBe(429);
    open[0]?.leave();
    await vi.waitFor(async () => {
      const response = await ask(inbox, {}, { cookie });
      expect(response.status).toBe(200);
      new Reader(response);
    });
  });
});
