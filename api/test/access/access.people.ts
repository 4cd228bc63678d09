import { systemViewer, type MemberRole, type Viewer } from '../../src/platform/policy/viewer.ts';
import { MemberService } from '../../src/rooms/people/index.ts';
import type { TestHub } from '../harness.ts';
import { aMember, type MemberMade } from '../makers/person.ts';
import type { AccessOrganisations } from './access.organisations.ts';
import { giveUsedPasskey } from './access.passkeys.ts';
import type { AccessRole } from './access.roles.ts';

type AccessMember = Exclude<AccessRole, 'anonymous'>;

/** The people of the scene by column of the matrix; all but the anonymous have signed in strongly. */
export interface AccessPeople {
  readonly members: Readonly<Record<AccessMember, MemberMade>>;
  readonly viewers: Readonly<Record<AccessRole, Viewer | null>>;
}

/** One more role of a member: their viewer holds it too. */
const joinToo = async (
  hub: TestHub,
  member: MemberMade,
  organisationId: string,
  role: MemberRole,
): Promise<MemberMade> => {
  await hub.hub.get(MemberService).add(systemViewer('test'), { personId: member.id, organisationId, role });
  const memberships = [...member.viewer.memberships, { organisationId, role, municipalityCode: null }];
  return { ...member, viewer: { ...member.viewer, memberships } };
};

export const accessPeople = async (
  hub: TestHub,
  { association, sister, elsewhere, municipality, network }: AccessOrganisations,
): Promise<AccessPeople> => {
  const join = (organisationId: string, role: MemberRole, displayName: string, wish: object = {}) =>
    aMember(hub, { organisationId, role, displayName, ...wish });
  const city = (role: MemberRole, displayName: string) =>
    join(municipality.id, role, displayName, { municipalityCode: '167' });
  const coordinator = await join(association.id, 'COORDINATOR', 'Kaisa Coordinator', {
    email: 'kaisa@example.org',
    demoKey: 'coordinator',
  });
  const volunteer = await join(association.id, 'VOLUNTEER', 'Veikko Volunteer');
  const members = {
    volunteer: await joinToo(hub, volunteer, sister.id, 'VOLUNTEER'),
    coordinator: await joinToo(hub, coordinator, sister.id, 'COORDINATOR'),
    otherCoordinator: await join(elsewhere.id, 'COORDINATOR', 'Olga Other'),
    caseworker: await join(municipality.id, 'CASEWORKER', 'Carita Caseworker', {
      municipalityCode: '167',
      email: 'carita@example.org',
    }),
    otherCaseworker: await city('CASEWORKER', 'Otto Other'),
    manager: await city('MANAGER', 'Maija Manager'),
    expert: await city('EXPERT', 'Eero Expert'),
    admin: await join(network.id, 'ADMIN', 'Aada Admin'),
    dpo: await city('DATA_PROTECTION_OFFICER', 'Data Protector'),
  };
  for (const { viewer } of Object.values(members)) await giveUsedPasskey(hub, viewer);
  const viewers = Object.fromEntries(Object.entries(members).map(([role, { viewer }]) => [role, viewer]));
  return { members, viewers: { ...viewers, anonymous: null } as AccessPeople['viewers'] };
};
