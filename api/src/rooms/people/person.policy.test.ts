import { describe, expect, it } from 'vitest';
import { aViewer } from '../../../test/makers/person.ts';
import { newId } from '../../platform/ids.ts';
import {
  anonymousViewer,
  memberRoles,
  systemViewer,
  type MemberRole,
  type Viewer,
} from '../../platform/policy/viewer.ts';
import { memberPolicy, personPolicy, type MemberFacts } from './person.policy.ts';

const here = newId();
const elsewhere = newId();
const as = (role: MemberRole, organisationId = here): Viewer =>
  aViewer({ memberships: [{ organisationId, role }] });
const facts = (organisationKind: string, role: MemberRole, more: Partial<MemberFacts> = {}): MemberFacts => ({
  organisationId: here,
  organisationKind,
  isVerified: true,
  role,
  isSelf: false,
  ...more,
});

/** Which roles each role may invite to, by the kind of organisation; what is not named may nothing. */
const invites: Record<string, Partial<Record<MemberRole, readonly MemberRole[]>>> = {
  ASSOCIATION: { COORDINATOR: ['COORDINATOR', 'VOLUNTEER'], ADMIN: memberRoles },
  MUNICIPALITY: {
    MANAGER: ['CASEWORKER', 'MANAGER', 'EXPERT', 'DATA_PROTECTION_OFFICER'],
    ADMIN: memberRoles,
  },
  AUTHORITY: {
    COORDINATOR: ['COORDINATOR', 'VOLUNTEER'],
    MANAGER: ['CASEWORKER', 'MANAGER', 'EXPERT', 'DATA_PROTECTION_OFFICER'],
    ADMIN: memberRoles,
  },
};

describe('who may invite whom', () => {
  for (const [kind, table] of Object.entries(invites)) {
    it.each(memberRoles)(`in a ${kind}: %s`, (role) => {
      const allowed = memberRoles.filter((given) =>
        memberPolicy.can(as(role), 'inviteMember', facts(kind, given)),
      );
      expect(allowed).toEqual(memberRoles.filter((given) => table[role]?.includes(given)));
    });
  }

  it('only in one’s own organisation, unless one is the network’s admin', () => {
    expect(
      memberPolicy.can(as('COORDINATOR', elsewhere), 'inviteMember', facts('ASSOCIATION', 'VOLUNTEER')),
    ).toBe(false);
    expect(memberPolicy.can(as('ADMIN', elsewhere), 'inviteMember', facts('ASSOCIATION', 'VOLUNTEER'))).toBe(
      true,
    );
  });

  it('nobody without account, and nobody into an organisation that is not verified', () => {
    expect(memberPolicy.can(anonymousViewer(), 'inviteMember', facts('ASSOCIATION', 'VOLUNTEER'))).toBe(
      false,
    );
    const unverified = facts('ASSOCIATION', 'VOLUNTEER', { isVerified: false });
    expect(memberPolicy.can(as('COORDINATOR'), 'inviteMember', unverified)).toBe(false);
  });

  it('a network admin gives themselves no role that sees clients', () => {
    const allowed = memberRoles.filter((role) =>
      memberPolicy.can(as('ADMIN'), 'inviteMember', facts('CITY', role, { isSelf: true })),
    );
    expect(allowed).toEqual(['EXPERT', 'ADMIN']);
  });
});

describe('who may remove whom', () => {
  it('everyone may leave', () => {
    for (const role of memberRoles) {
      expect(memberPolicy.can(as(role), 'removeMember', facts('CITY', role, { isSelf: true }))).toBe(true);
    }
  });

  it('those who lead remove anyone but a network admin', () => {
    const removable = (viewer: Viewer, kind: string): MemberRole[] =>
      memberRoles.filter((role) => memberPolicy.can(viewer, 'removeMember', facts(kind, role)));
    const allButAdmin = memberRoles.filter((role) => role !== 'ADMIN');
    expect(removable(as('COORDINATOR'), 'ASSOCIATION')).toEqual(allButAdmin);
    expect(removable(as('MANAGER'), 'CITY')).toEqual(allButAdmin);
    expect(removable(as('ADMIN', elsewhere), 'CITY')).toEqual(memberRoles);
    expect(removable(as('COORDINATOR'), 'CITY')).toEqual([]);
    expect(removable(as('VOLUNTEER'), 'ASSOCIATION')).toEqual([]);
    expect(removable(as('CASEWORKER'), 'CITY')).toEqual([]);
    expect(removable(anonymousViewer(), 'ASSOCIATION')).toEqual([]);
  });
});

describe('desks and accounts', () => {
  it.each([
    ['COORDINATOR', 'openAssociationDesk'],
    ['VOLUNTEER', 'openAssociationDesk'],
    ['CASEWORKER', 'openCaseworkerDesk'],
    ['MANAGER', 'openCaseworkerDesk'],
    ['ADMIN', 'openAdminDesk'],
    ['EXPERT', ''],
    ['DATA_PROTECTION_OFFICER', 'openProtectionDesk'],
  ] as const)('%s opens %s alone', (role, desk) => {
    const desks = [
      'openAssociationDesk',
      'openCaseworkerDesk',
      'openProtectionDesk',
      'openAdminDesk',
    ] as const;
    expect(desks.filter((each) => personPolicy.can(as(role), each, null))).toEqual(
      desks.filter((each) => each === desk),
    );
  });

  it('opens what a municipality has under way to its manager', () => {
    const leading = memberRoles.filter((role) => personPolicy.can(as(role), 'openManagerDesk', null));
    expect(leading).toEqual(['MANAGER']);
  });

  it('lists accounts for the network admin and reads addresses for oneself and leaders', () => {
    const reading = memberRoles.filter((role) => personPolicy.can(as(role), 'listPeople', null));
    expect(reading).toEqual(['ADMIN']);
    const person = { id: newId(), organisationIds: [here] };
    const knowing = memberRoles.filter((role) => personPolicy.can(as(role), 'readEmail', person));
    expect(knowing).toEqual(['COORDINATOR', 'MANAGER', 'ADMIN']);
    expect(personPolicy.can(as('COORDINATOR', elsewhere), 'readEmail', person)).toBe(false);
    expect(personPolicy.can(aViewer({ personId: person.id }), 'readEmail', person)).toBe(true);
    expect(personPolicy.can(systemViewer('test'), 'readEmail', person)).toBe(true);
  });
});
