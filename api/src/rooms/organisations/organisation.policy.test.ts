import { describe, expect, it } from 'vitest';
import { anonymousViewer, systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { abilitiesOf } from './organisation.abilities.ts';
import { organisationPolicy, type OrganisationFacts } from './organisation.policy.ts';
import type { OrganisationKind, OrganisationStatus } from './organisation.words.ts';

const own = '018f0000-0000-7000-8000-000000000001';
const other = '018f0000-0000-7000-8000-000000000002';

const inRole = (role: MemberRole, organisationId: string): Viewer => ({
  ...anonymousViewer(),
  kind: 'person',
  personId: '018f0000-0000-7000-8000-00000000000a',
  assurance: 'LINK',
  memberships: [{ organisationId, role, municipalityCode: null }],
});

const viewers = {
  anonymous: anonymousViewer(),
  stranger: inRole('COORDINATOR', other),
  volunteer: inRole('VOLUNTEER', own),
  coordinator: inRole('COORDINATOR', own),
  caseworker: inRole('CASEWORKER', own),
  manager: inRole('MANAGER', own),
  expert: inRole('EXPERT', own),
  protection: inRole('DATA_PROTECTION_OFFICER', own),
  admin: inRole('ADMIN', other),
  system: systemViewer('test'),
};
type Who = keyof typeof viewers;
const everyone = Object.keys(viewers) as Who[];
const members: Who[] = ['volunteer', 'coordinator', 'caseworker', 'manager', 'expert', 'protection'];
const network: Who[] = ['admin', 'system'];

const facts = (kind: OrganisationKind, status: OrganisationStatus): OrganisationFacts => ({
  id: own,
  kind,
  status,
});

type Action =
  | 'read'
  | 'update'
  | 'verify'
  | 'acceptPartnerAgreement'
  | 'inviteMember'
  | 'createOffering'
  | 'seeMembers'
  | 'manageIntegrations'
  | 'seeAgreement';
const actions: Action[] = [
  'read',
  'update',
  'verify',
  'acceptPartnerAgreement',
  'inviteMember',
  'createOffering',
  'seeMembers',
  'manageIntegrations',
  'seeAgreement',
];

/** Who may, by what the organisation is; whoever is not named may not. */
const table: [OrganisationKind, OrganisationStatus, Record<Action, Who[]>][] = [
  ...(['ASSOCIATION', 'CONGREGATION', 'SCHOOL'] as const).map(
    (kind): [OrganisationKind, OrganisationStatus, Record<Action, Who[]>] => [
      kind,
      'VERIFIED',
      {
        read: everyone,
        update: ['coordinator', ...network],
        verify: network,
        acceptPartnerAgreement: ['coordinator', 'system'],
        inviteMember: ['coordinator', ...network],
        manageIntegrations: ['coordinator', ...network],
        createOffering: ['coordinator', ...network],
        seeMembers: ['coordinator', ...network],
        seeAgreement: [...members, ...network],
      },
    ],
  ),
  ...(['CITY', 'MUNICIPALITY'] as const).map(
    (kind): [OrganisationKind, OrganisationStatus, Record<Action, Who[]>] => [
      kind,
      'VERIFIED',
      {
        read: everyone,
        update: ['manager', ...network],
        verify: network,
        acceptPartnerAgreement: ['manager', 'system'],
        inviteMember: ['manager', ...network],
        manageIntegrations: ['manager', ...network],
        createOffering: ['coordinator', ...network],
        seeMembers: ['manager', ...network],
        seeAgreement: [...members, ...network],
      },
    ],
  ),
  [
    'AUTHORITY',
    'VERIFIED',
    {
      read: everyone,
      update: ['coordinator', 'manager', ...network],
      verify: network,
      acceptPartnerAgreement: ['coordinator', 'manager', 'system'],
      inviteMember: ['coordinator', 'manager', ...network],
      manageIntegrations: ['coordinator', 'manager', ...network],
      createOffering: ['coordinator', ...network],
      seeMembers: ['coordinator', 'manager', ...network],
      seeAgreement: [...members, ...network],
    },
  ],
  ...(['APPLIED', 'REJECTED'] as const).map(
    (status): [OrganisationKind, OrganisationStatus, Record<Action, Who[]>] => [
      'ASSOCIATION',
      status,
      {
        read: [...members, ...network],
        update: ['coordinator', ...network],
        verify: network,
        acceptPartnerAgreement: [],
        inviteMember: [],
        manageIntegrations: [],
        createOffering: [],
        seeMembers: ['coordinator', ...network],
        seeAgreement: [...members, ...network],
      },
    ],
  ),
];

describe('the organisations’ rules', () => {
  for (const [kind, status, allowed] of table) {
    for (const action of actions) {
      it(`${action} of a ${status.toLowerCase()} ${kind.toLowerCase()} is for: ${allowed[action].join(', ') || 'nobody'}`, () => {
        const may = everyone.filter((who) =>
          organisationPolicy.can(viewers[who], action, facts(kind, status)),
        );
        expect(may.sort()).toEqual([...allowed[action]].sort());
      });
    }
  }

  it('let anyone apply, and only the system found', () => {
    expect(everyone.filter((who) => organisationPolicy.can(viewers[who], 'apply', 'ASSOCIATION'))).toEqual(
      everyone,
    );
    expect(everyone.filter((who) => organisationPolicy.can(viewers[who], 'found', 'CITY'))).toEqual([
      'system',
    ]);
  });

  it('tell a leader of an unverified organisation what it waits for', () => {
    const ask = (): void =>
      organisationPolicy.authorize(
        viewers.coordinator,
        'acceptPartnerAgreement',
        facts('ASSOCIATION', 'APPLIED'),
      );
    expect(ask).toThrow(expect.objectContaining({ code: 'FORBIDDEN', reason: 'NOT_VERIFIED' }));
  });

  it('offer no decision on what is decided', () => {
    expect(abilitiesOf(viewers.admin, facts('ASSOCIATION', 'APPLIED')).verify).toBe(true);
    expect(abilitiesOf(viewers.admin, facts('ASSOCIATION', 'VERIFIED')).verify).toBe(false);
    expect(abilitiesOf(viewers.admin, facts('ASSOCIATION', 'REJECTED')).verify).toBe(false);
  });

  it('let the anonymous do nothing', () => {
    const abilities = abilitiesOf(viewers.anonymous, facts('ASSOCIATION', 'VERIFIED'));
    expect(Object.values(abilities).every((able) => !able)).toBe(true);
  });
});
