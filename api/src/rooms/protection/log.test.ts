import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { useOwnHub } from '../../../test/harness.ts';
import { alterations, type Place } from '../../../test/log-alterations.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { queryAs } from '../../../test/query-as.ts';
import { testEnv } from '../../../test/test-env.ts';
import { eraseClient } from '../clients/index.ts';
import { clusterUrls } from '../../platform/embedded/cluster.connection.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { anchorFolderOf, readAnchors } from '../../platform/audit/anchor.file.ts';
import { sendAnchor } from '../../platform/audit/anchor.send.ts';
import { asSealer, runOn } from '../../platform/audit/seal.sealer.ts';
import { sealLog } from '../../platform/audit/seal.write.ts';
import type { Finding } from '../../platform/audit/verify.finding.ts';
import { verifyAndReport } from '../../platform/audit/verify.run.ts';
import { verifyLog, type Verification } from '../../platform/audit/verify.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'anchors-'));
const hub = useOwnHub({ ...testEnv, dataDirectory: folder, auditAnchorMail: 'guardian@example.org' });
const inbox = `{ referrals(first: 50, filter: { side: RECEIVED }) { nodes { id } } }`;
const state = `{ logState { sealedAt anchoredAt verifiedAt findings } }`;
const minutes = (count: number): void => hub.clock.advance(count * 60_000);

/** As sessions tell it of those who work for a municipality. */
const of = (municipalityCode: string, viewer: Viewer): Viewer => ({
  ...viewer,
  memberships: viewer.memberships.map((membership) => ({ ...membership, municipalityCode })),
});

let scene: ReferralScene;

const anchorsNow = () => readAnchors(anchorFolderOf(folder));
const verify = async (): Promise<Verification> => {
  const anchors = await anchorsNow();
  return asSealer(hub.hub, (run) => verifyLog(run, hub.hub.crypto, anchors), true);
};
const logged = async (): Promise<number> =>
  (await queryAs<{ count: number }>(hub, 'hub_sealer', 'select count(*)::int as count from audit_log'))[0]
    ?.count ?? 0;

/** Work of an hour in two municipalities and an association, sealed in between. */
beforeAll(async () => {
  const made = await aReferralScene(hub);
  scene = { ...made, caseworker: of('167', made.caseworker), outsider: of('426', made.outsider) };
  const { caseworker, outsider, coordinator, offering } = scene;
  for (let round = 0; round < 4; round += 1) {
    const { id: clientId } = await aClient(hub, caseworker);
    await aReferral(hub, caseworker, { clientId, offeringId: offering.id, stage: 'ACCEPTED', coordinator });
    await aClient(hub, outsider, { municipalityCode: '426' });
    await hub.ask(coordinator, inbox);
    await sealLog(hub.hub);
    minutes(20);
  }
  await sendAnchor(hub.hub);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the sealer', () => {
  it('has sealed every row once, each municipality’s in a chain of its own', async () => {
    const result = await verify();
    expect(result).toMatchObject({ findings: [], waiting: 0, chains: 3, rows: await logged() });
    const chains = await queryAs(
      hub,
      'hub_sealer',
      'select chain, count(*)::int as seals from audit_seals group by 1 order by 1',
    );
    expect(chains).toEqual(['', '167', '426'].map((chain) => ({ chain, seals: 4 })));
  });

  it('seals nothing twice when two do it at once', async () => {
    await hub.ask(scene.coordinator, inbox);
    await aClient(hub, scene.outsider, { municipalityCode: '426' });
    const before = (await verify()).rows;
    const counts = await Promise.all([sealLog(hub.hub), sealLog(hub.hub), sealLog(hub.hub)]);
    const after = await verify();
    expect(counts.filter((count) => count > 0)).toHaveLength(1);
    expect(after).toMatchObject({ findings: [], waiting: 0, rows: before + Math.max(...counts) });
  });

  it('takes a row that commits late into the next seal', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const late = hub.hub.db.write(systemViewer('test'), async (tx) => {
      await tx.audit({ action: 'test.late', subjectId: 'late' });
      begun();
      await held;
    });
    await hasBegun;
    minutes(5);
    await hub.ask(scene.coordinator, inbox);
    expect(await sealLog(hub.hub)).toBe(1);
    release();
    await late;
    expect(await verify()).toMatchObject({ findings: [], waiting: 1 });
    expect(await sealLog(hub.hub)).toBe(1);
    expect(await verify()).toMatchObject({ findings: [], waiting: 0 });
  });

  it('may read the log and add seals, and nothing else; the app may do neither', async () => {
    const clients = {
      hub_sealer: new pg.Client({ connectionString: hub.urlOf('hub_sealer') }),
      hub_app: new pg.Client({ connectionString: hub.urlOf('hub_app') }),
    };
    await Promise.all(Object.values(clients).map((each) => each.connect()));
    const refused = async (role: keyof typeof clients, text: string): Promise<void> =>
      expect(clients[role].query(text), text).rejects.toThrow(/permission denied/);
    for (const table of ['audit_log', 'audit_seals', 'audit_seal_entries', 'audit_marks']) {
      for (const role of ['hub_sealer', 'hub_app'] as const) {
        await refused(role, `delete from ${table}`);
        await refused(role, `truncate ${table}`);
      }
    }
    await refused('hub_sealer', 'update audit_seals set number = number');
    await refused('hub_sealer', 'insert into audit_log select * from audit_log');
    await refused('hub_sealer', 'select * from clients');
    await refused('hub_app', "insert into audit_seals values ('167', 99, now(), 1, 1, null, 'x')");
    await Promise.all(Object.values(clients).map((each) => each.end()));
  });
});

describe('an erased client', () => {
  it('leaves the chain valid: the log holds ids, and none of its rows changes', async () => {
    const { caseworker, municipality, offering, coordinator } = scene;
    const { id } = await aClient(hub, caseworker);
    await aReferral(hub, caseworker, {
      clientId: id,
      offeringId: offering.id,
      stage: 'ACCEPTED',
      coordinator,
    });
    await sealLog(hub.hub);
    const before = await logged();
    await hub.hub.db.write(systemViewer('test'), (tx) =>
      eraseClient(hub.hub, tx, { id, organisationId: municipality.id }, 'CLIENT_REQUEST'),
    );
    expect(await verify()).toMatchObject({ findings: [], rows: before });
    await sealLog(hub.hub);
    expect(await verify()).toMatchObject({ findings: [], waiting: 0, rows: await logged() });
  });
});

/** The same numbers in every run. */
const chanceFrom = (seed: number) => {
  let value = seed;
  return (count: number): number => {
    value = (Math.imul(value, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (value >> 8) % count;
  };
};

const isAt =
  ({ chain, seal }: Place) =>
  (finding: Finding): boolean =>
    finding.chain === chain &&
    (seal === null || finding.seal === null
      ? seal === finding.seal
      : finding.seal <= seal &&
        seal <= (finding.position === undefined ? (finding.until ?? finding.seal) : finding.seal));

describe('alterations by a superuser', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({
      connectionString: clusterUrls(inject('cluster')).superuserUrl(hub.databaseName),
    });
    await client.connect();
  });
  afterAll(() => client.end());

  it('are all found, and each where it was done', async () => {
    const anchors = await anchorsNow();
    const { crypto } = hub.hub;
    const kinds = Object.entries(alterations);
    const chance = chanceFrom(20_261_124);
    const missed: unknown[] = [];
    for (let count = 0; count < longRun(65, 200); count += 1) {
      const [name, alter] = kinds[count % kinds.length] ?? [];
      if (!alter) continue;
      await client.query('begin');
      const place = await alter(client, chance);
      const { findings } = await verifyLog(runOn(client), crypto, anchors);
      await client.query('rollback');
      if (!findings.some(isAt(place))) missed.push({ name, place, findings });
    }
    expect(missed).toEqual([]);
    expect(await verify()).toMatchObject({ findings: [] });
  });

  it('are told in words: the municipality, the seal with its minute, the row', async () => {
    await client.query('begin');
    const [row] = (
      await client.query<{ id: string }>(
        `update audit_log set purpose = 'other' where id =
           (select row_id from audit_seal_entries where chain = '426' and position = 2) returning id`,
      )
    ).rows;
    await client.query('commit');
    const { lines, findings } = await verifyAndReport(hub.hub);
    expect(findings).toHaveLength(1);
    expect(lines).toContain(
      `municipality 426, seal 1 of 2026-11-24T07:00 UTC, position 2: row ${row?.id} was altered after it was sealed.`,
    );
    const told = await hub.ask(scene.admin, state);
    expect(told.data).toMatchObject({ logState: { findings: 1, verifiedAt: expect.any(String) } });
    await client.query(`update audit_log set purpose = 'web' where purpose = 'other'`);
  });
});

describe('the anchor', () => {
  it('is mailed in one line, from which a cut is seen without the data folder', async () => {
    const message = (await scene.outbox()).find(({ template }) => template === 'protection.anchor');
    expect(message).toMatchObject({ to: 'guardian@example.org' });
    const saved = path.join(folder, 'saved-from-mail.txt');
    await writeFile(saved, message?.values['anchor'] ?? '');
    const whole = await verifyAndReport(hub.hub, saved);
    expect([whole.anchors, whole.findings]).toEqual([3, []]);

    await queryAs(hub, 'hub_owner', `delete from audit_seals where chain = '426' and number > 3`);
    await queryAs(hub, 'hub_owner', `delete from audit_seal_entries where chain = '426' and seal > 3`);
    const { lines } = await verifyAndReport(hub.hub, saved);
    expect(lines).toContainEqual(
      expect.stringMatching(/^municipality 426, seal 4: the seal is missing at the end/),
    );
  });

  it('keeps no word of anybody in the data folder', async () => {
    const month = await readFile(path.join(anchorFolderOf(folder), '2026-11.jsonl'), 'utf8');
    for (const line of month.trim().split('\n')) {
      expect(line).toMatch(/^\{"at":"[^"]+","heads":\[(\["(\d{3})?",\d+,"[\w-]{43}"\],?)+\]\}$/);
    }
  });

  it('tells admins when it was, and nobody else', async () => {
    expect((await hub.ask(scene.admin, state)).data).toMatchObject({
      logState: { sealedAt: expect.any(String), anchoredAt: '2026-11-24T08:20:00.000Z' },
    });
    expect((await hub.ask(scene.caseworker, state)).failure?.code).toBe('FORBIDDEN');
    expect((await hub.ask(null, state)).failure?.code).toBe('UNAUTHENTICATED');
  });
});
