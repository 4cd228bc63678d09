import fc from 'fast-check';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { longRun } from '../../../test/long-run.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aMember, type MemberMade } from '../../../test/makers/person.ts';
import { askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { delegateClients, handOverClients } from '../clients/index.ts';
import { assignReferral } from './referral.assign.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

const join = (place: 'municipality' | 'association', role: MemberRole, personId?: string) =>
  aMember(hub, { organisationId: scene[place].id, role, ...(personId && { personId }) });
const end = (viewer: Viewer, membershipId: string) =>
  hub.ask(viewer, 'mutation ($id: ID!) { removeMember(input: { membershipId: $id }) { membershipId } }', {
    id: membershipId,
  });
const closeOwn = (viewer: Viewer) =>
  hub.ask(viewer, 'mutation ($id: ID!) { closeAccount(input: { personId: $id }) { personId } }', {
    id: viewer.personId,
  });

interface Holdings {
  readonly referralCount: number;
  readonly clientCount: number;
  readonly offerings: readonly object[];
  readonly nextHolders: readonly { personId: string }[];
}

const holdings = async (viewer: Viewer | null, id: string): Promise<Holdings | null> => {
  const { data } = await hub.ask<{ membership: { holdings: Holdings | null } | null }>(
    viewer,
    `query ($id: ID!) { membership(id: $id) { holdings {
       referralCount clientCount offerings { id } nextHolders { personId displayName } } } }`,
    { id },
  );
  return data.membership?.holdings ?? null;
};

const aGivenReferral = async (to: MemberMade, caseworker = scene.caseworker) => {
  const { id: clientId } = await aClient(hub, caseworker);
  const { id, version } = await aReferral(hub, caseworker, {
    clientId,
    offeringId: scene.offering.id,
    stage: 'ACCEPTED',
    coordinator: scene.coordinator,
  });
  await assignReferral(hub.hub, scene.coordinator, { referralId: id, version, assigneeId: to.id });
  return { id, clientId };
};

const handOver = (viewer: Viewer | null, from: { id: string }, toPersonId: string | null) =>
  hub.ask<{ handOverReferrals: { referralCount: number } } | null>(
    viewer,
    'mutation ($input: HandOverReferralsInput!) { handOverReferrals(input: $input) { referralCount } }',
    { input: { organisationId: scene.association.id, fromPersonId: from.id, toPersonId } },
  );

const assigneeOf = async (viewer: Viewer, id: string) => {
  const { data } = await hub.ask<{ referral: { assigneeId: string | null; events: { action: string }[] } }>(
    viewer,
    'query ($id: ID!) { referral(id: $id) { assigneeId events { action } } }',
    { id },
  );
  return data.referral;
};

const told = async (template: string) =>
  (await scene.outbox()).filter((message) => message.template === template);

describe('before one of an association’s people leaves', () => {
  it('the coordinator is shown what they have, and hands it over to somebody who can have it', async () => {
    const leaver = await join('association', 'VOLUNTEER');
    const heir = await join('association', 'VOLUNTEER');
    const { id } = await aGivenReferral(leaver);
    const seen = await holdings(scene.coordinator, leaver.membershipId);
    expect(seen).toMatchObject({ referralCount: 1, clientCount: 0, offerings: [] });
    expect(seen?.nextHolders.map(({ personId }) => personId)).toContain(heir.id);
    expect(seen?.nextHolders.map(({ personId }) => personId)).not.toContain(leaver.id);
    const foreign = await handOver(scene.coordinator, leaver, scene.stranger.personId);
    expect(foreign.failure).toMatchObject({ code: 'INVALID_INPUT', reason: 'ASSIGNEE_UNKNOWN' });
    const { data } = await handOver(scene.coordinator, leaver, heir.id);
    expect(data?.handOverReferrals.referralCount).toBe(1);
    expect(await assigneeOf(scene.coordinator, id)).toMatchObject({ assigneeId: heir.id });
    expect(await askReferral(hub, leaver.viewer, id)).toBeNull();
    expect(await askReferral(hub, heir.viewer, id)).toMatchObject({ identity: { givenName: 'Samira' } });
    expect(await scene.auditRows(id, 'referral.handOver')).toEqual([
      { personId: scene.coordinator.personId },
    ]);
  });

  it('the offerings that name them as contact are shown too', async () => {
    const leaver = await join('association', 'VOLUNTEER');
    const { id } = await scene.makeOffering({ contactEmail: leaver.email });
    expect((await holdings(scene.coordinator, leaver.membershipId))?.offerings).toEqual([{ id }]);
  });

  it('nobody else is shown it or may hand it over; they themselves see it and have no say to whom', async () => {
    const leaver = await join('association', 'VOLUNTEER');
    await aGivenReferral(leaver);
    expect(await holdings(leaver.viewer, leaver.membershipId)).toMatchObject({
      referralCount: 1,
      nextHolders: [],
    });
    for (const viewer of [null, scene.stranger, scene.outsider, scene.volunteer])
      expect(await holdings(viewer, leaver.membershipId)).toBeNull();
    for (const viewer of [leaver.viewer, scene.stranger, scene.manager, scene.admin])
      expect((await handOver(viewer, leaver, scene.volunteer.personId)).failure?.code).toBe('FORBIDDEN');
    expect((await handOver(null, leaver, scene.volunteer.personId)).failure?.code).toBe('UNAUTHENTICATED');
  });
});

describe('after one of an association’s people left', () => {
  it('what they had lies with the unassigned ones, and the other coordinators are told by number and link', async () => {
    const leaver = await join('association', 'VOLUNTEER');
    const { id, clientId } = await aGivenReferral(leaver);
    const before = (await told('referrals.unassigned')).length;
    expect((await end(leaver.viewer, leaver.membershipId)).failure).toBeNull();
    expect(await assigneeOf(scene.coordinator, id)).toMatchObject({ assigneeId: null });
    expect((await assigneeOf(scene.coordinator, id)).events.at(-1)?.action).toBe('assign');
    expect(await scene.auditRows(clientId, 'referral.release')).toEqual([{ personId: leaver.id }]);
    const mails = (await told('referrals.unassigned')).slice(before);
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [scene.addresses.coordinator, scene.addresses.secondCoordinator].sort(),
    );
    expect(mails[0]?.values['count']).toBe('1');
    expect(Object.keys(mails[0]?.values ?? {}).sort()).toEqual(['count', 'url']);
  });

  it('a second role in the same association keeps it', async () => {
    const both = await join('association', 'VOLUNTEER');
    await join('association', 'COORDINATOR', both.id);
    const { id } = await aGivenReferral(both);
    await end(scene.coordinator, both.membershipId);
    expect(await assigneeOf(scene.coordinator, id)).toMatchObject({ assigneeId: both.id });
  });
});

describe('after a caseworker left', () => {
  it('nobody serves their clients, the managers are told, and give them to somebody with the referrals', async () => {
    const leaver = await join('municipality', 'CASEWORKER');
    const volunteer = await join('association', 'VOLUNTEER');
    const { id, clientId } = await aGivenReferral(volunteer, leaver.viewer);
    const before = (await told('clients.without-caseworker')).length;
    expect((await closeOwn(leaver.viewer)).failure).toBeNull();
    const mails = (await told('clients.without-caseworker')).slice(before);
    expect(mails).toMatchObject([{ values: { count: '1' } }]);
    const without = async (viewer: Viewer) => {
      const { data } = await hub.ask<{ clientsWithoutCaseworker: { count: number } | null }>(
        viewer,
        'query ($id: ID!) { clientsWithoutCaseworker(organisationId: $id) { count } }',
        { id: scene.municipality.id },
      );
      return data.clientsWithoutCaseworker?.count ?? null;
    };
    expect(await without(scene.manager)).toBeGreaterThanOrEqual(1);
    expect(await without(scene.colleague)).toBeNull();
    expect(await askReferral(hub, scene.manager, id)).toMatchObject({ referrerName: null });
    expect(await askReferral(hub, scene.colleague, id)).toBeNull();
    // The association goes on; what it says reaches the manager.
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({
      identity: { givenName: 'Samira' },
    });

    const { colleague, municipality } = scene;
    const handed = await hub.ask<{ handOverClients: { clientCount: number } } | null>(
      scene.manager,
      'mutation ($input: HandOverClientsInput!) { handOverClients(input: $input) { clientCount } }',
      { input: { organisationId: municipality.id, fromNobody: true, toPersonId: colleague.personId } },
    );
    expect(handed.data?.handOverClients.clientCount).toBeGreaterThanOrEqual(1);
    expect(await without(scene.manager)).toBe(0);
    expect(await askReferral(hub, colleague, id)).toMatchObject({ state: 'ACCEPTED' });
    const { data } = await hub.ask<{ client: { identity: object | null } }>(
      colleague,
      'query ($id: ID!) { client(id: $id) { identity { givenName } } }',
      { id: clientId },
    );
    expect(data.client.identity).toEqual({ givenName: 'Samira' });
  });

  it('they get nothing back by coming back, and no colleague gives themselves what nobody has', async () => {
    const leaver = await join('municipality', 'CASEWORKER');
    const { id: clientId } = await aClient(hub, leaver.viewer);
    await end(scene.manager, leaver.membershipId);
    await join('municipality', 'CASEWORKER', leaver.id);
    const { data } = await hub.ask<{ client: object | null }>(
      leaver.viewer,
      'query ($id: ID!) { client(id: $id) { id } }',
      { id: clientId },
    );
    expect(data.client).toBeNull();
    const input = { organisationId: scene.municipality.id, fromNobody: true, toPersonId: leaver.id };
    await expect(handOverClients(hub.hub, leaver.viewer, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

/** Whatever is held by somebody who has no access to it, by what it is. */
const heldByOutsiders = async (): Promise<object[]> =>
  scene.queryAs(
    'hub_owner',
    `with running as (select person_id, organisation_id, role from memberships join persons on persons.id = person_id
        where ended_at is null and closed_at is null)
     select 'assignee' as what, r.id from referrals r where r.assignee_id is not null and not exists (
       select 1 from running where person_id = r.assignee_id and organisation_id = r.receiving_organisation_id
         and role in ('COORDINATOR', 'VOLUNTEER'))
     union all select 'referrer', r.id from referrals r where r.referrer_id is not null and not exists (
       select 1 from running where person_id = r.referrer_id and organisation_id = r.referring_organisation_id
         and role = 'CASEWORKER')
     union all select 'caseworker', c.id from clients c where c.caseworker_id is not null and not exists (
       select 1 from running where person_id = c.caseworker_id and organisation_id = c.organisation_id
         and role = 'CASEWORKER')
     union all select 'identity', i.client_id from client_identities i join clients c on c.id = i.client_id
       where i.caseworker_id is distinct from c.caseworker_id
     union all select 'stand-in', s.id from stand_ins s where s.ended_at is null and exists (
       select 1 from unnest(array[s.caseworker_id, s.stand_in_id]) as part(person_id) where not exists (
         select 1 from running where running.person_id = part.person_id
           and running.organisation_id = s.organisation_id and role = 'CASEWORKER'))`,
  );

type Step = (people: Record<'helpers' | 'workers', MemberMade[]>) => Promise<void>;

const steps = (): fc.Arbitrary<Step> => {
  const nth = fc.nat({ max: 2 });
  const of = <Made>(made: readonly Made[], at: number): Made => made[at % made.length] as Made;
  const stepOf: fc.Arbitrary<Step>[] = [
    fc.tuple(nth, nth).map(([who, whose]): Step => async ({ helpers, workers }) => {
      await aGivenReferral(of(helpers, who), of(workers, whose).viewer);
    }),
    fc.tuple(nth, nth).map(([from, to]): Step => async ({ helpers }) => {
      await handOver(scene.coordinator, of(helpers, from), of(helpers, to).id);
    }),
    fc.tuple(nth, nth).map(([from, to]): Step => async ({ workers }) => {
      const { municipality, manager } = scene;
      const who = { fromPersonId: of(workers, from).id, toPersonId: of(workers, to).id };
      const input = { organisationId: municipality.id, ...who };
      await handOverClients(hub.hub, manager, input).catch(() => 0);
      const leave = { ...input, startsOn: '2026-11-24', endsOn: '2026-12-01' };
      await delegateClients(hub.hub, manager, leave).catch(() => '');
    }),
    fc
      .tuple(fc.constantFrom('helpers', 'workers'), nth, fc.constantFrom('removed', 'left', 'closed'))
      .map(([kind, at, how]): Step => async (people) => {
        const group = people[kind];
        const leaver = of(group, at);
        const leader = kind === 'helpers' ? scene.coordinator : scene.manager;
        if (how === 'closed') await closeOwn(leaver.viewer);
        else await end(how === 'left' ? leaver.viewer : leader, leaver.membershipId);
        group[group.indexOf(leaver)] =
          kind === 'helpers'
            ? await join('association', 'VOLUNTEER')
            : await join('municipality', 'CASEWORKER', how === 'closed' ? undefined : leaver.id);
      }),
  ];
  return fc.oneof(...stepOf);
};

describe('whatever happens', () => {
  it('nothing stays with somebody who has no access to it', async () => {
    const some = <Made>(make: () => Promise<Made>) => Promise.all([make(), make(), make()]);
    await fc.assert(
      fc.asyncProperty(fc.array(steps(), { minLength: 5, maxLength: 8 }), async (sequence) => {
        const people = {
          helpers: await some(() => join('association', 'VOLUNTEER')),
          workers: await some(() => join('municipality', 'CASEWORKER')),
        };
        for (const step of sequence) await step(people);
        expect(await heldByOutsiders()).toEqual([]);
      }),
      { numRuns: longRun(3, 100), seed: 31, endOnFailure: true },
    );
  });

  it('the check itself would see it', async () => {
    const leaver = await join('association', 'VOLUNTEER');
    const { id } = await aGivenReferral(leaver);
    await hub.hub.db.write(systemViewer('test'), (tx) =>
      tx.query(sql`update memberships set ended_at = now() where id = ${leaver.membershipId}`),
    );
    expect(await heldByOutsiders()).toEqual([{ what: 'assignee', id }]);
    await hub.hub.db.write(systemViewer('test'), (tx) =>
      tx.query(sql`update referrals set assignee_id = null where id = ${id}`),
    );
  });
});
