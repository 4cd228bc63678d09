import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, aPerson } from '../../../test/makers/person.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { addNetworkAdmin } from './network-admin.ts';
import { SessionService } from './session.service.ts';

const hub = useHub();
const sessions = (): SessionService => hub.hub.get(SessionService);

const remove = (
  viewer: Viewer | null,
  id: string,
): Promise<Answer<{ removeMember: { membershipId: string } }>> =>
  hub.ask(viewer, 'mutation ($id: ID!) { removeMember(input: { membershipId: $id }) { membershipId } }', {
    id,
  });
const signedIn = async (personId: string): Promise<() => Promise<Viewer>> => {
  const { value } = await hub.hub.db.write(systemViewer('test'), (tx) =>
    sessions().open(tx, personId, 'LINK'),
  );
  return async () => (await sessions().viewerOf(value, 'fi')).viewer;
};

describe('removing a member', () => {
  it('ends their access with the next request, each of twenty times', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const coordinator = await aMember(hub, { organisationId, role: 'COORDINATOR' });
    for (let round = 0; round < 20; round += 1) {
      const volunteer = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
      const viewerNow = await signedIn(volunteer.id);
      expect((await viewerNow()).memberships).toHaveLength(1);
      const { data } = await remove(coordinator.viewer, volunteer.membershipId);
      expect(data.removeMember).toEqual({ membershipId: volunteer.membershipId });
      const after = await viewerNow();
      expect(after.memberships).toEqual([]);
      const { data: seen } = await hub.ask<{ viewer: unknown }>(
        after,
        '{ viewer { memberships { id } viewerCan { openAssociationDesk } } }',
      );
      expect(seen.viewer).toEqual({ memberships: [], viewerCan: { openAssociationDesk: false } });
    }
  });

  it('also takes away what others of the organisation saw of them', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const coordinator = await aMember(hub, { organisationId, role: 'COORDINATOR' });
    const volunteer = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const seen = (): Promise<unknown[]> =>
      hub.hub.db.read(coordinator.viewer, sql`select id from persons where id = ${volunteer.id}`);
    expect(await seen()).toHaveLength(1);
    await remove(coordinator.viewer, volunteer.membershipId);
    expect(await seen()).toHaveLength(0);
  });

  it('is for those who lead; others’ memberships answer like ones that do not exist', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const member = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const colleague = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const { id: elsewhere } = await anOrganisation(hub);
    const stranger = await aMember(hub, { organisationId: elsewhere, role: 'COORDINATOR' });
    const answers = [
      await remove(stranger.viewer, member.membershipId),
      await remove(stranger.viewer, newId()),
      await remove(stranger.viewer, 'nonsense'),
      await remove(colleague.viewer, member.membershipId),
      await remove(null, member.membershipId),
    ];
    for (const { failure } of answers)
      expect(failure).toMatchObject({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
  });

  it('keeps network admins from those who lead one organisation', async () => {
    const { id: organisationId } = await anOrganisation(hub, { kind: 'CITY' });
    const manager = await aMember(hub, { organisationId, role: 'MANAGER' });
    const admin = await aMember(hub, { organisationId, role: 'ADMIN' });
    expect((await remove(manager.viewer, admin.membershipId)).failure).toMatchObject({ code: 'FORBIDDEN' });
    expect((await remove(admin.viewer, manager.membershipId)).failure).toBeNull();
  });

  it('stands in the log', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const coordinator = await aMember(hub, { organisationId, role: 'COORDINATOR' });
    const volunteer = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const from = hub.statements.length;
    await remove(coordinator.viewer, volunteer.membershipId);
    expect(hub.statements.slice(from).some((text) => text.includes('insert into audit_log'))).toBe(true);
  });
});

describe('leaving', () => {
  it('is open to everyone', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const volunteer = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const viewerNow = await signedIn(volunteer.id);
    expect((await remove(volunteer.viewer, volunteer.membershipId)).failure).toBeNull();
    expect((await viewerNow()).memberships).toEqual([]);
    expect((await remove(volunteer.viewer, volunteer.membershipId)).failure).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is refused to the last coordinator until there is another', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const first = await aMember(hub, { organisationId, role: 'COORDINATOR' });
    const { failure } = await remove(first.viewer, first.membershipId);
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'LAST_COORDINATOR' });
    await aMember(hub, { organisationId, role: 'COORDINATOR' });
    expect((await remove(first.viewer, first.membershipId)).failure).toBeNull();
  });

  it('keeps one of two coordinators who leave at once', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const two = [
      await aMember(hub, { organisationId, role: 'COORDINATOR' }),
      await aMember(hub, { organisationId, role: 'COORDINATOR' }),
    ];
    const answers = await Promise.all(two.map(({ viewer, membershipId }) => remove(viewer, membershipId)));
    expect(answers.map(({ failure }) => failure?.reason ?? 'left').sort()).toEqual([
      'LAST_COORDINATOR',
      'left',
    ]);
  });
});

describe('the second wall', () => {
  it('shows a person only themselves and their organisations’ people', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const member = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const stranger = await aPerson(hub);
    const rows = await hub.hub.db.read<{ id: string }>(member.viewer, sql`select id from persons`);
    expect(rows).toEqual([{ id: member.id }]);
    for (const table of [sql`memberships`, sql`invitations`, sql`sessions`, sql`sign_in_links`]) {
      const seen = await hub.hub.db.read<{ person_id?: string }>(member.viewer, sql`select * from ${table}`);
      expect(seen.some(({ person_id: personId }) => personId === stranger.id)).toBe(false);
    }
  });

  it('lets nobody give themselves a role, or begin an ended one anew', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const member = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const raise = hub.hub.db.write(member.viewer, (tx) =>
      tx.query(sql`update memberships set role = 'COORDINATOR' where id = ${member.membershipId}`),
    );
    await expect(raise).rejects.toThrow('row-level security');
  });
});

describe('the first network admin', () => {
  it('is made by a command that can be run again', async () => {
    const { id: organisationId } = await anOrganisation(hub, { kind: 'CITY' });
    const input = { email: 'admin@example.org', displayName: 'Aino Admin', organisationId };
    const id = await addNetworkAdmin(hub.hub, input);
    expect(await addNetworkAdmin(hub.hub, input)).toBe(id);
    const viewer = await (await signedIn(id))();
    expect(viewer.memberships).toMatchObject([{ organisationId, role: 'ADMIN' }]);
  });
});
