import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aMember } from '../../../test/makers/person.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import type { Viewer } from '../policy/viewer.ts';

const hub = useOwnHub();

const inbox = `{ referrals(first: 50, filter: { side: RECEIVED }) { nodes { id state summary { needCategory } } } }`;
const sent = `{ referrals(first: 50, filter: { side: SENT }) { nodes { id } } }`;
const page = `query ($id: ID!) { referral(id: $id) { id identity { givenName } messages { body } events { action } } }`;
const clientPage = `query ($id: ID!) { client(id: $id) { id identity { givenName } consents { id } referrals { nodes { id } } } }`;

interface LoggedRow extends Record<string, unknown> {
  readonly id: string;
  readonly action: string;
  readonly kind: string;
  readonly organisationId: string | null;
  readonly roles: string[];
  readonly clientIds: string[];
  readonly referralIds: string[];
}

let scene: ReferralScene;
let clients: { id: string }[];
let referrals: { id: string }[];

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).sort();
/** What the log has of someone, as the auditor reads it. */
const rowsOf = async (viewer: Viewer): Promise<LoggedRow[]> =>
  (await scene.queryAs(
    'hub_auditor',
    `select id, action, kind, organisation_id as "organisationId", roles, client_ids as "clientIds",
       referral_ids as "referralIds" from audit_log where person_id = $1`,
    [viewer.personId],
  )) as LoggedRow[];
/** What asking something added to the log. */
const asking = async (viewer: Viewer, source: string, variables: object = {}): Promise<LoggedRow[]> => {
  const before = idsOf(await rowsOf(viewer));
  const { failure } = await hub.ask(viewer, source, { ...variables });
  expect(failure).toBeNull();
  return (await rowsOf(viewer)).filter(({ id }) => !before.includes(id));
};

beforeAll(async () => {
  scene = await aReferralScene(hub);
  clients = [];
  referrals = [];
  for (let count = 0; count < 3; count += 1) {
    const client = await aClient(hub, scene.caseworker);
    clients.push(client);
    const offeringId = scene.offering.id;
    const { coordinator } = scene;
    referrals.push(
      await aReferral(hub, scene.caseworker, {
        clientId: client.id,
        offeringId,
        stage: 'ACCEPTED',
        coordinator,
      }),
    );
  }
});

describe('reading of a client’s data', () => {
  it('leaves one row for a list, with everyone on it, whoever reads and in which role', async () => {
    const [row, ...others] = await asking(scene.coordinator, inbox);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      action: 'referral.list',
      kind: 'READ',
      organisationId: scene.association.id,
      roles: ['COORDINATOR'],
    });
    expect([...(row?.clientIds ?? [])].sort()).toEqual(idsOf(clients));
    expect([...(row?.referralIds ?? [])].sort()).toEqual(idsOf(referrals));
  });

  it('says on whose behalf it was, also of someone who works for two organisations', async () => {
    const { viewer } = await aMember(hub, {
      organisationId: scene.association.id,
      role: 'COORDINATOR',
      personId: scene.caseworker.personId ?? '',
    });
    const both = {
      ...scene.caseworker,
      memberships: [...scene.caseworker.memberships, ...viewer.memberships],
    };
    const [row] = await asking(both, sent);
    expect(row).toMatchObject({ organisationId: scene.municipality.id, roles: ['CASEWORKER'] });
  });

  it('leaves a row for each kind of data that a page shows', async () => {
    const id = referrals[0]?.id;
    const ofReceiver = await asking(scene.coordinator, page, { id });
    expect(new Set(ofReceiver.map(({ action }) => action))).toEqual(
      new Set(['referral.read', 'referral.readIdentity', 'referral.readHistory']),
    );
    const ofOwner = await asking(scene.caseworker, clientPage, { id: clients[0]?.id });
    expect(new Set(ofOwner.map(({ action }) => action))).toEqual(
      new Set(['client.read', 'client.readIdentity', 'client.readConsents', 'referral.list']),
    );
    for (const row of [...ofReceiver, ...ofOwner]) expect(row.clientIds).toEqual([clients[0]?.id]);
  });

  it('takes no statement more than reading alone', async () => {
    const count = await hub.countStatements(() => hub.ask(scene.coordinator, inbox));
    expect(count).toBe(1);
  });

  it('leaves nothing where nothing was told', async () => {
    expect(await asking(scene.stranger, inbox)).toEqual([]);
    expect(await asking(scene.stranger, page, { id: referrals[0]?.id })).toEqual([]);
    expect(await asking(scene.admin, clientPage, { id: clients[0]?.id })).toEqual([]);
  });
});

describe('a log that takes no rows', () => {
  afterEach(() => scene.queryAs('hub_owner', 'drop trigger refuse_all on audit_log'));

  it('leaves every question about a client without an answer', async () => {
    await scene.queryAs(
      'hub_owner',
      `create or replace function refuse_all() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$;
       create trigger refuse_all before insert on audit_log for each row execute function refuse_all();`,
    );
    const asked = [
      await hub.ask(scene.coordinator, inbox),
      await hub.ask(scene.coordinator, page, { id: referrals[0]?.id }),
      await hub.ask(scene.caseworker, clientPage, { id: clients[0]?.id }),
      await hub.ask(scene.caseworker, sent),
    ];
    for (const { data, failure } of asked) {
      expect(failure?.code).toBe('INTERNAL');
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
  });
});
