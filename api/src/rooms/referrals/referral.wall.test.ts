import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';

const hub = useHub();
let scene: ReferralScene;
let clients: Readonly<Record<'DRAFT' | 'SENT' | 'ACCEPTED', string>>;
beforeAll(async () => {
  scene = await aReferralScene(hub);
  const make = async (stage: 'DRAFT' | 'SENT' | 'ACCEPTED'): Promise<string> => {
    const client = await aClient(hub, scene.caseworker);
    await aReferral(hub, scene.caseworker, {
      clientId: client.id,
      offeringId: scene.offering.id,
      stage,
      coordinator: scene.coordinator,
    });
    return client.id;
  };
  clients = { DRAFT: await make('DRAFT'), SENT: await make('SENT'), ACCEPTED: await make('ACCEPTED') };
});

/** Which clients' rows of a table the database itself shows, without any policy of ours. */
const clientsIn = async (
  viewer: Viewer,
  table: 'referrals' | 'client_identities' | 'referral_grants' | 'consents' | 'clients',
) => {
  const column = table === 'clients' ? 'id' : 'client_id';
  const rows = await hub.hub.db.read<{ id: string }>(viewer, sql([`select ${column} as id from ${table}`]));
  return new Set(rows.map(({ id }) => id));
};

describe('the database alone', () => {
  it('shows identities to the own caseworker and, once accepted, to the strongly signed-in receiver', async () => {
    const own = await clientsIn(scene.caseworker, 'client_identities');
    expect(Object.values(clients).every((id) => own.has(id))).toBe(true);
    expect(await clientsIn(scene.coordinator, 'client_identities')).toEqual(new Set([clients.ACCEPTED]));
    expect(await clientsIn({ ...scene.coordinator, assurance: 'LINK' }, 'client_identities')).toEqual(
      new Set(),
    );
    for (const viewer of [
      scene.manager,
      scene.colleague,
      scene.outsider,
      scene.stranger,
      scene.volunteer,
      scene.admin,
    ]) {
      expect(await clientsIn(viewer, 'client_identities')).toEqual(new Set());
    }
  });

  it('shows the receiver nothing that was not sent, and no client', async () => {
    expect(await clientsIn(scene.coordinator, 'referrals')).toEqual(
      new Set([clients.SENT, clients.ACCEPTED]),
    );
    expect(await clientsIn(scene.coordinator, 'clients')).toEqual(new Set());
  });

  it.each(['referrals', 'referral_grants', 'consents', 'clients'] as const)(
    'shows outsiders no %s',
    async (table) => {
      for (const viewer of [scene.outsider, scene.stranger, scene.volunteer, scene.admin]) {
        expect(await clientsIn(viewer, table)).toEqual(new Set());
      }
    },
  );

  it('lets no receiver make itself a key, and nobody change the history', async () => {
    const forged = hub.hub.db.write(scene.coordinator, (tx) =>
      tx.query(sql`insert into referral_grants (referral_id, region_id, client_id, referring_organisation_id, receiving_organisation_id, opened_at)
        select id, region_id, ${clients.DRAFT}::uuid, referring_organisation_id, receiving_organisation_id, now() from referrals limit 1`),
    );
    await expect(forged).rejects.toThrow();
    const rewritten = hub.hub.db.write(scene.caseworker, (tx) =>
      tx.query(sql`update referral_events set action = 'x'`),
    );
    await expect(rewritten).rejects.toThrow();
    const removed = hub.hub.db.write(scene.caseworker, (tx) => tx.query(sql`delete from referral_events`));
    await expect(removed).rejects.toThrow();
  });
});
