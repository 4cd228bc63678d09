import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeHub, createHub } from '../src/create-hub.ts';
import type { MasterKeys } from '../src/platform/crypto/crypto.ts';
import type { Hub } from '../src/platform/hub.ts';
import { createLog } from '../src/platform/log.ts';
import { rotateKeys } from '../src/platform/personal-data/rotate-keys.ts';
import { systemViewer } from '../src/platform/policy/viewer.ts';
import { PersonService } from '../src/rooms/people/index.ts';
import { recordAsMarkdown, recordOfProcessing } from '../src/rooms/protection/index.ts';
import { personalData } from '../src/rooms.ts';
import { anAccessScene, type AccessScene } from './access/access.scene.ts';
import { TestHub, useOwnHub } from './harness.ts';
import { queryAs } from './query-as.ts';
import { testEnv, testMasterKeys } from './test-env.ts';

const hub = useOwnHub({ ...testEnv, demo: true });
let scene: AccessScene;
beforeAll(async () => {
  scene = await anAccessScene(hub);
}, 120_000);

const nameOf = ({ table, column }: { table: string; column: string }): string => `${table}.${column}`;

/** Columns in which something sealed stands now: one question a table, over one connection. */
const sealedColumns = async (prefix = 'v1.'): Promise<string[]> => {
  const client = new pg.Client({ connectionString: hub.urlOf('hub_owner') });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ table: string; columns: string[] }>(
      `select table_name as table, array_agg(column_name::text order by column_name) as columns
       from information_schema.columns
       where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY') group by 1 order by 1`,
    );
    const pattern = `(^|[^A-Za-z0-9_-])${prefix.replaceAll('.', '\\.')}[A-Za-z0-9_-]+\\.`;
    const found: string[] = [];
    for (const { table, columns } of tables) {
      const asked = columns.map((column) => `bool_or("${column}"::text ~ $1) as "${column}"`).join(', ');
      const { rows } = await client.query<Record<string, boolean | null>>(`select ${asked} from "${table}"`, [
        pattern,
      ]);
      found.push(...columns.filter((column) => rows[0]?.[column]).map((column) => `${table}.${column}`));
    }
    return found;
  } finally {
    await client.end();
  }
};

describe('the registry of personal fields', () => {
  it('misses no column in which something sealed stands', async () => {
    const known = personalData.filter(({ seal }) => seal).map(nameOf);
    const found = await sealedColumns();
    expect(found.length).toBeGreaterThan(8);
    expect(found.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names only columns that exist, each once', async () => {
    const columns = await queryAs<{ table: string; column: string }>(
      hub,
      'hub_owner',
      `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
    );
    const existing = new Set(columns.map(nameOf));
    const named = personalData.map(nameOf);
    expect(named.filter((name) => !existing.has(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('makes the record of processing, without keys and with every field once', () => {
    const fields = recordOfProcessing(personalData).flatMap((activity) => activity.fields);
    expect(fields).toHaveLength(personalData.filter(({ about }) => about !== null).length);
    expect(fields.find(({ name }) => name === 'client_identities.given_name')).toEqual({
      name: 'client_identities.given_name',
      about: 'CLIENT',
      retention: 'CLIENT',
      isSealed: true,
    });
    const text = recordAsMarkdown(personalData);
    for (const { name } of fields) expect(text).toContain(`| ${name} |`);
  });
});

describe('a change of the master key', () => {
  const fresh = { id: 'fresh', key: randomBytes(32) };
  const both: MasterKeys = [fresh, ...testMasterKeys];
  const opened: Hub[] = [];
  const open = async (masterKeys: MasterKeys, reloadKeys?: () => MasterKeys): Promise<TestHub> => {
    const made = await createHub({
      env: testEnv,
      databaseUrl: hub.urlOf('hub_app'),
      masterKeys,
      ...(reloadKeys && { reloadKeys }),
      clock: hub.clock,
      log: createLog('silent'),
      mail: { deliver: () => Promise.resolve() },
    });
    opened.push(made);
    return Object.assign(new TestHub(), { hub: made, databaseName: hub.databaseName });
  };
  afterAll(() => Promise.all(opened.map(closeHub)));

  const askName = async (at: TestHub): Promise<unknown> => {
    const { data, failure } = await at.ask<{
      client: { identity: { givenName: string } };
      referral: { messages: unknown[] };
    }>(
      scene.viewers.caseworker,
      'query ($id: ID!, $referral: ID!) { client(id: $id) { identity { givenName } } referral(id: $referral) { messages { body } } }',
      { id: scene.client.id, referral: scene.referrals.NEEDS_INFO.id },
    );
    return failure ?? [data.client.identity.givenName, data.referral.messages];
  };
  const emailKnown = async (at: TestHub): Promise<boolean> => {
    const { email, id } = scene.members.caseworker;
    const person = { email, displayName: 'Somebody', languageTag: 'fi' };
    const found = await at.hub.db.write(systemViewer('test'), (tx) =>
      at.hub.get(PersonService).findOrCreateIn(tx, person),
    );
    return found === id;
  };

  it('is no reader’s matter: while everything is sealed anew, none fails', async () => {
    // It was started before the new key came, and learns of it by the first text that names it.
    const reader = await open(testMasterKeys, () => both);
    const rotator = await open(both);
    const expected = ['Samira', [{ body: 'Which evenings suit?' }]];
    expect(await askName(reader)).toEqual(expected);
    let isDone = false;
    let reads = 0;
    const reading = Array.from({ length: 4 }, async () => {
      while (!isDone) {
        expect(await askName(reader)).toEqual(expected);
        reads += 1;
        await setTimeout(20);
      }
    });
    const result = await rotateKeys(rotator.hub);
    // The readers go on for a while after the last row.
    await Promise.all(Array.from({ length: 5 }, () => askName(reader)));
    isDone = true;
    await Promise.all(reading);
    expect(result.unreadable).toEqual([]);
    expect(result.resealed).toBeGreaterThan(20);
    expect(reads).toBeGreaterThan(4);
    expect(await sealedColumns('v1.test.')).toEqual([]);
    expect((await rotateKeys(rotator.hub)).resealed).toBe(0);
  }, 180_000);

  it('leaves everything readable and every address findable without the old key', async () => {
    const later = await open([fresh]);
    expect(await askName(later)).toEqual(['Samira', [{ body: 'Which evenings suit?' }]]);
    expect(await emailKnown(later)).toBe(true);
  });

  it('names what no key opens, and leaves it', async () => {
    await queryAs(
      hub,
      'hub_owner',
      `update client_identities set data_key = 'v1.lost.a.b.c' where client_id = $1`,
      [scene.client.id],
    );
    const rotator = await open(both);
    expect((await rotateKeys(rotator.hub)).unreadable).toEqual([
      `client_identities.data_key ${scene.client.id}`,
    ]);
  });
});
