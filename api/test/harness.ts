import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { createContext, type CookieChange } from '../src/context.ts';
import { closeHub, createHub } from '../src/create-hub.ts';
import { ManualClock } from '../src/platform/clock.ts';
import { clusterUrls } from '../src/platform/embedded/cluster.connection.ts';
import { createDatabase } from '../src/platform/embedded/test-cluster.ts';
import type { Env } from '../src/platform/env.ts';
import { createFormatError } from '../src/platform/graphql/format-error.ts';
import type { Hub } from '../src/platform/hub.ts';
import { createLog } from '../src/platform/log.ts';
import type { Mail } from '../src/platform/mail/mail.ts';
import type { Sms } from '../src/platform/sms/sms.ts';
import { anonymousViewer, type Viewer } from '../src/platform/policy/viewer.ts';
import { createSchema } from '../src/schema.ts';
import { askText } from './ask-text.ts';
import { emptyDatabase, rememberDatabase } from './empty-database.ts';
import { templateName } from './template.ts';
import { testEnv, testMasterKeys } from './test-env.ts';

export interface Failure {
  readonly code: string;
  readonly reason: string;
  readonly message: string;
  readonly fields?: readonly { path: string; message: string; reason?: string }[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** An answer: data, the first failure, and the cookies it set. */
export interface Answer<Data> {
  readonly data: Data;
  readonly failure: Failure | null;
  readonly cookies: readonly CookieChange[];
}

const firstMorning = new Date('2026-11-24T09:00:00+02:00');

/** A running hub on a database of its own; time stands still at `clock`, mails land in `mails`, text messages in `texts`. */
export class TestHub {
  readonly clock = new ManualClock(firstMorning);
  readonly mails: Mail[] = [];
  readonly texts: Sms[] = [];
  readonly statements: string[] = [];
  hub!: Hub;
  databaseName = '';

  async start(env: Env = testEnv, poolSize?: number): Promise<void> {
    const urls = clusterUrls(inject('cluster'));
    const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
    await createDatabase(urls, name, templateName);
    await this.open(env, name, poolSize);
  }

  /** On a database that exists. */
  async open(env: Env, databaseName: string, poolSize?: number): Promise<void> {
    this.databaseName = databaseName;
    this.hub = await createHub({
      env,
      databaseUrl: clusterUrls(inject('cluster')).appUrl(databaseName, 'hub_app'),
      sealerUrl: this.urlOf('hub_sealer'),
      masterKeys: testMasterKeys,
      clock: this.clock,
      log: createLog('silent'),
      mail: { deliver: (mail) => Promise.resolve(void this.mails.push(mail)) },
      sms: { deliver: (sms) => Promise.resolve(void this.texts.push(sms)) },
      onStatement: (text) => this.statements.push(text),
      ...(poolSize && { poolSize }),
    });
  }

  stop(): Promise<void> {
    return closeHub(this.hub);
  }

  /** Makes it as good as new, for the next file: the morning of the first day, nobody there, nothing sent. */
  async empty(): Promise<void> {
    await emptyDatabase(this.superuserUrl);
    this.clock.set(firstMorning);
    for (const list of [this.mails, this.texts, this.statements]) list.length = 0;
  }

  get superuserUrl(): string {
    return clusterUrls(inject('cluster')).superuserUrl(this.databaseName);
  }

  /** Connection string of another database role, for tests of the second wall. */
  urlOf(role: 'hub_owner' | 'hub_app' | 'hub_auditor' | 'hub_sealer' | 'hub_anonymous'): string {
    return clusterUrls(inject('cluster')).appUrl(this.databaseName, role);
  }

  /** Asks over GraphQL as someone; errors come formatted as an outsider would see them. */
  async ask<Data = Record<string, never>>(
    viewer: Viewer | null,
    source: string,
    variables: Record<string, unknown> = {},
    request: { cookies?: Record<string, string | undefined>; address?: string } = {},
  ): Promise<Answer<Data>> {
    const context = createContext(this.hub, viewer ?? anonymousViewer(), request);
    const result = await askText({
      schema: createSchema(),
      source,
      variableValues: variables,
      contextValue: context,
    });
    const [error] = result.errors ?? [];
    const formatted = error && createFormatError({ log: this.hub.log })(error.toJSON(), error);
    // Nobody expects an unexpected error: show it whole to whoever runs the test.
    if (formatted?.extensions?.['code'] === 'INTERNAL') console.error(error?.originalError ?? error);
    return {
      data: result.data as Data,
      failure: formatted
        ? ({ message: formatted.message, ...formatted.extensions } as unknown as Failure)
        : null,
      cookies: context.cookieChanges,
    };
  }

  /** Runs `work` and tells how many statements it sent to the database. */
  async countStatements(work: () => Promise<unknown>): Promise<number> {
    const before = this.statements.length;
    await work();
    return this.statements
      .slice(before)
      .filter((text) => !/^\s*(begin|commit|rollback|set_config)/i.test(text)).length;
  }
}

let shared: TestHub | undefined;

const startShared = async (hub: TestHub): Promise<void> => {
  await hub.start();
  await rememberDatabase(hub.superuserUrl);
};

/**
 * The hub that the files of a worker share, one after the other, as good as new for each. For whoever asks it and no
 * more; a file that puts workers, listeners, triggers or settings into its hub takes `useOwnHub`.
 */
export const useHub = (): TestHub => {
  const isFirst = !shared;
  const test = (shared ??= new TestHub());
  beforeAll(() => (isFirst ? startShared(test) : test.empty()));
  return test;
};

/** A hub for a test file alone, started before its tests and stopped after them; `poolSize`: connections, where it matters. */
export const useOwnHub = (env?: Env, poolSize?: number): TestHub => {
  const test = new TestHub();
  beforeAll(() => test.start(env, poolSize));
  afterAll(() => test.stop());
  return test;
};
