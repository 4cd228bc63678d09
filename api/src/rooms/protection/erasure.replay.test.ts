import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { TestHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { occurrencesOf } from '../../../test/planted.ts';
import { testEnv } from '../../../test/test-env.ts';
import { clusterUrls } from '../../platform/embedded/cluster.connection.ts';
import { createDatabase } from '../../platform/embedded/test-cluster.ts';
import { ledgerFileOf, writeLedger } from '../../platform/erasure/ledger.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { eraseClient } from '../clients/index.ts';
import { fireDueTimers } from '../referrals/index.ts';
import { replayErasures } from './erasure.replay.ts';

const test = systemViewer('test');
let folder: string;
let scene: ReferralScene;
let backup: string;
let erasedId: string;
let closedId: string;
const hub = new TestHub();
const restored = new TestHub();
const planted = ['Zzrestored', 'zznote of a backup'];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-'));
  const env = { ...testEnv, dataDirectory: folder };
  await hub.start(env);
  scene = await aReferralScene(hub);
  const { caseworker, coordinator, offering } = scene;
  const client = await aClient(hub, caseworker, {
    identity: { givenName: planted[0] ?? '', contactKind: 'PHONE', contact: '040 123 4567' },
  });
  erasedId = client.id;
  await aReferral(hub, caseworker, {
    clientId: client.id,
    offeringId: offering.id,
    note: planted[1] ?? '',
    stage: 'ACCEPTED',
    coordinator,
  });
  const kept = await aClient(hub, caseworker);
  const closed = await aReferral(hub, caseworker, {
    clientId: kept.id,
    offeringId: offering.id,
    stage: 'CLOSED',
    coordinator,
  });
  closedId = closed.id;
  // A backup is made while nobody is connected, as a copy of the whole.
  await hub.stop();
  backup = `backup_${randomUUID().slice(0, 8)}`;
  await createDatabase(clusterUrls(inject('cluster')), backup, hub.databaseName);
  await hub.open(env, hub.databaseName);
  await hub.hub.db.write(test, (tx) =>
    eraseClient(hub.hub, tx, { id: client.id, organisationId: scene.municipality.id }, 'CLIENT_REQUEST'),
  );
  hub.clock.advance(31 * 86_400_000);
  await fireDueTimers(hub.hub);
  await writeLedger(hub.hub);
  await restored.open(env, backup);
}, 120_000);
afterAll(async () => {
  await Promise.all([hub.stop(), restored.stop()]);
  await rm(folder, { recursive: true });
});

describe('the ledger of erasures', () => {
  it('stands beside the database and holds ids alone', async () => {
    const lines = (await readFile(ledgerFileOf(folder), 'utf8')).trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, string>);
    expect(entries.find(({ subjectId }) => subjectId === erasedId)).toMatchObject({
      kind: 'CLIENT',
      basis: 'CLIENT_REQUEST',
    });
    expect(entries.map((entry) => Object.keys(entry).sort().join())).toEqual(
      entries.map(() => 'at,basis,id,kind,subjectId'),
    );
    expect(await writeLedger(hub.hub)).toBe(0);
  });

  it('erases again what a restored backup brought back, once', async () => {
    expect((await occurrencesOf(restored, planted)).length).toBeGreaterThan(1);
    const mails = await restored.hub.db.read(test, sql`select 1 from outbox_messages`);
    // A line that a crash cut off stops nothing.
    await writeFile(ledgerFileOf(folder), '{"id":"01', { flag: 'a' });
    expect(await replayErasures(restored.hub, ledgerFileOf(folder))).toBeGreaterThan(1);
    expect(await occurrencesOf(restored, planted)).toEqual([]);
    const [copy] = await restored.hub.db.read<{ erased: Date | null; state: string }>(
      test,
      sql`select receiver_erased_at as erased, state from referrals where id = ${closedId}`,
    );
    expect(copy).toMatchObject({ state: 'CLOSED', erased: expect.any(Date) });
    expect(await replayErasures(restored.hub, ledgerFileOf(folder))).toBe(0);
    // Whoever had it was told when it ended, and not again.
    const after = await restored.hub.db.read(test, sql`select 1 from outbox_messages`);
    expect(after).toHaveLength(mails.length);
  });

  it('is nothing to be afraid of where there is none', async () => {
    expect(await replayErasures(hub.hub, path.join(folder, 'no-such-file'))).toBe(0);
  });
});
