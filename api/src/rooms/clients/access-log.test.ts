import fc from 'fast-check';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { longRun } from '../../../test/long-run.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { createClientLink } from '../referrals/index.ts';
import { readAccessLog, type AccessEvent } from './access-log.read.ts';
import { breakGlass } from './emergency.open.ts';

const hub = useHub();

const logOf = `query ($id: ID!, $first: Int!) { client(id: $id) { accessLog(first: $first) {
  nodes { at kind roles purpose personName organisation { id } } } } }`;
const client = `query ($id: ID!) { client(id: $id) { id } }`;
const identity = `query ($id: ID!) { client(id: $id) { id identity { givenName } } }`;
const consents = `query ($id: ID!) { client(id: $id) { id consents { id } } }`;
const referral = `query ($id: ID!) { referral(id: $id) { id state identity { givenName } } }`;
const list = `{ clients(first: 10) { nodes { id } } }`;
const byLink = `query ($token: String!) { clientPage(token: $token) { step accessLog {
  kind roles purpose personName organisation { id } } } }`;

interface LogLine {
  readonly kind: string;
  readonly roles: string[];
  readonly purpose: string;
  readonly personName: string | null;
  readonly organisation: { id: string } | null;
}

let scene: ReferralScene;
let clientId: string;
let referralId: string;

/** The log, as someone is told it; at most so many lines. */
const readLog = async (viewer: Viewer, first = 100): Promise<LogLine[] | null> => {
  const { data, failure } = await hub.ask<{ client: { accessLog: { nodes: LogLine[] } | null } | null }>(
    viewer,
    logOf,
    { id: clientId, first },
  );
  expect(failure).toBeNull();
  return data.client?.accessLog?.nodes ?? null;
};

/** The whole log past the page's size, without the looks at itself. */
const wholeLog = async (): Promise<AccessEvent[]> => {
  const log = { clientId, organisationId: scene.municipality.id, withPeople: false };
  const events = await readAccessLog(hub.hub, scene.manager, log, { after: null, fetchCount: 10_000 });
  return events.filter(({ purpose }) => purpose !== 'RIGHTS');
};

const lineOf = ({ organisation, roles, purpose }: Pick<LogLine, 'organisation' | 'roles' | 'purpose'>) =>
  `${organisation?.id ?? 'none'} ${roles.join('+')} ${purpose}`;

beforeAll(async () => {
  scene = await aReferralScene(hub);
  ({ id: clientId } = await aClient(hub, scene.caseworker));
  const offeringId = scene.offering.id;
  const { coordinator } = scene;
  ({ id: referralId } = await aReferral(hub, scene.caseworker, {
    clientId,
    offeringId,
    stage: 'ACCEPTED',
    coordinator,
  }));
});

describe('the access log of a client', () => {
  it('tells exactly what was read, by which organisation, in which role and for what', async () => {
    const { caseworker, manager, coordinator, colleague, stranger, admin, municipality, association } = scene;
    const byCaseworker = (purpose: string) => `${municipality.id} CASEWORKER ${purpose}`;
    const reads = [
      { by: caseworker, ask: client, id: clientId, lines: [byCaseworker('SERVICE')] },
      {
        by: caseworker,
        ask: identity,
        id: clientId,
        lines: [byCaseworker('SERVICE'), byCaseworker('IDENTITY')],
      },
      {
        by: caseworker,
        ask: consents,
        id: clientId,
        lines: [byCaseworker('SERVICE'), byCaseworker('CONSENT')],
      },
      { by: caseworker, ask: list, id: '', lines: [byCaseworker('SERVICE')] },
      { by: manager, ask: client, id: clientId, lines: [`${municipality.id} MANAGER SUPERVISION`] },
      {
        by: coordinator,
        ask: referral,
        id: referralId,
        lines: ['REFERRAL', 'IDENTITY'].map((purpose) => `${association.id} COORDINATOR ${purpose}`),
      },
      { by: colleague, ask: identity, id: clientId, lines: [] },
      { by: stranger, ask: referral, id: referralId, lines: [] },
      { by: admin, ask: client, id: clientId, lines: [] },
    ];
    const count = longRun(25, 1_000);
    const [picks = []] = fc.sample(
      fc.array(fc.nat(reads.length - 1), { minLength: count, maxLength: count }),
      { seed: 20261124, numRuns: 1 },
    );
    const before = (await wholeLog()).map(({ id }) => id);
    const truth: string[] = [];
    for (const pick of picks) {
      const read = reads[pick];
      if (!read) continue;
      await hub.ask(read.by, read.ask, read.id ? { id: read.id } : {});
      truth.push(...read.lines);
    }
    const told = (await wholeLog()).filter(({ id }) => !before.includes(id));
    expect(told.every(({ kind }) => kind === 'READ')).toBe(true);
    const lines = told.map(({ organisationId, ...rest }) =>
      lineOf({ ...rest, organisation: organisationId === null ? null : { id: organisationId } }),
    );
    expect(lines.sort()).toEqual(truth.sort());
  });

  it('names employees to the municipality’s manager alone', async () => {
    const ofCaseworker = await readLog(scene.caseworker);
    expect(ofCaseworker?.length).toBeGreaterThan(3);
    for (const { personName } of ofCaseworker ?? []) expect(personName).toBeNull();
    const ofManager = await readLog(scene.manager);
    expect(ofManager?.some(({ personName }) => personName !== null)).toBe(true);
  });

  it('records that it was read', async () => {
    await readLog(scene.manager);
    const lines = await readLog(scene.caseworker);
    expect(lines?.map(lineOf)).toContain(`${scene.municipality.id} MANAGER RIGHTS`);
  });

  it('is closed to everyone else', async () => {
    for (const viewer of [scene.colleague, scene.coordinator, scene.stranger, scene.outsider, scene.admin])
      expect(await readLog(viewer)).toBeNull();
    const asAssociation = await hub.hub.db.read(
      scene.coordinator,
      sql`select * from access_log_of(${clientId}::uuid)`,
    );
    expect(asAssociation).toEqual([]);
  });

  it('is on the client’s own page, without employees and without organisations of other referrals', async () => {
    const { url } = await createClientLink(hub.hub, scene.caseworker, { referralId });
    const token = url.split('/').at(-1) ?? '';
    const other = await scene.makeOffering();
    await aReferral(hub, scene.caseworker, { clientId, offeringId: other.id, stage: 'DRAFT' });
    const { data } = await hub.ask<{ clientPage: { accessLog: LogLine[] } }>(null, byLink, { token });
    const lines = data.clientPage.accessLog;
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.map(({ purpose }) => purpose)).toContain('OWN_LINK');
    const known = [scene.municipality.id, scene.association.id, undefined];
    for (const { personName, organisation } of lines) {
      expect(personName).toBeNull();
      expect(known).toContain(organisation?.id);
    }
  });

  it('says when it was an emergency', async () => {
    await breakGlass(hub.hub, scene.manager, { clientId, reason: 'The caseworker cannot be reached today.' });
    await hub.ask(scene.manager, identity, { id: clientId });
    const emergencies = (await readLog(scene.caseworker))?.filter(({ purpose }) => purpose === 'EMERGENCY');
    expect(emergencies?.map(({ kind }) => kind)).toEqual(['READ', 'WRITE']);
    expect(emergencies?.map(lineOf)).toEqual(Array(2).fill(`${scene.municipality.id} MANAGER EMERGENCY`));
  });

  it('is read along its index, in as many statements for a thousand events among many as for a few', async () => {
    const few = await hub.countStatements(() => readLog(scene.manager));
    const count = longRun(20_000, 400_000);
    await scene.queryAs(
      'hub_owner',
      `insert into audit_log (id, at, kind, person_id, organisation_id, viewer_kind, purpose, action, client_ids, referral_ids, facts)
       select gen_random_uuid(), now(), 'READ', $3, $4, 'person', 'web', 'referral.list',
         case when n % ($2::int / 1000) = 0 then array[$1::uuid, gen_random_uuid()] else array[gen_random_uuid(), gen_random_uuid()] end,
         '{}', '{}' from generate_series(1, $2::int) n`,
      [clientId, count, scene.caseworker.personId, scene.municipality.id],
    );
    await scene.queryAs('hub_owner', 'analyze audit_log');
    const plan = await scene.queryAs(
      'hub_owner',
      `explain select * from audit_log where client_ids @> array['${scene.client.id}'::uuid]`,
    );
    expect(JSON.stringify(plan)).toContain('audit_log_client_ids_index');
    const from = performance.now();
    expect(await hub.countStatements(() => readLog(scene.manager))).toBe(few);
    const took = Math.round(performance.now() - from);
    if (count > 20_000)
      process.stdout.write(`  a page of 1 000 events among ${count} lines of the log: ${took} ms\n`);
  });
});
