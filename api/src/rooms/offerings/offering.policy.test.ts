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
import { offeringPolicy, type PublishingFacts } from './offering.policy.ts';

const organisationId = newId();
const coHostId = newId();
const published: PublishingFacts = {
  organisationId,
  hostIds: [organisationId, coHostId],
  status: 'PUBLISHED',
  isPublic: true,
  takesReferrals: true,
  isVerified: true,
};
const draft: PublishingFacts = { ...published, status: 'DRAFT', isPublic: false };

const actions = [
  'read',
  'update',
  'changeHosts',
  'publish',
  'archive',
  'refer',
  'seeSignUps',
  'cancelOccurrence',
] as const;
type Action = (typeof actions)[number];

const as = (role: MemberRole, where: string): Viewer =>
  aViewer({ memberships: [{ organisationId: where, role }] });
const allowed = (viewer: Viewer, subject: PublishingFacts): Action[] =>
  actions.filter((action) => offeringPolicy.can(viewer, action, subject));

const own: Partial<Record<MemberRole, Action[]>> = {
  COORDINATOR: ['read', 'update', 'changeHosts', 'publish', 'archive', 'seeSignUps', 'cancelOccurrence'],
  CASEWORKER: ['read', 'refer'],
  ADMIN: ['read', 'update', 'changeHosts', 'publish', 'archive', 'cancelOccurrence'],
};
const coHosted: Partial<Record<MemberRole, Action[]>> = {
  ...own,
  COORDINATOR: ['read', 'update', 'seeSignUps', 'cancelOccurrence'],
};
const foreign: Partial<Record<MemberRole, Action[]>> = { ...own, COORDINATOR: ['read'] };

describe('who may do what with a published offering', () => {
  it.each(memberRoles)('%s of the organisation, of a co-host, of another one', (role) => {
    expect(allowed(as(role, organisationId), published)).toEqual(own[role] ?? ['read']);
    expect(allowed(as(role, coHostId), published)).toEqual(coHosted[role] ?? ['read']);
    expect(allowed(as(role, newId()), published)).toEqual(foreign[role] ?? ['read']);
  });

  it('the anonymous reads, and nobody else without a role does more', () => {
    expect(allowed(anonymousViewer(), published)).toEqual(['read']);
    expect(allowed(aViewer(), published)).toEqual(['read']);
  });
});

describe('who may do what with a draft', () => {
  it('is hidden from everyone but its hosts, the network admin and the system', () => {
    expect(allowed(anonymousViewer(), draft)).toEqual([]);
    expect(allowed(as('COORDINATOR', newId()), draft)).toEqual([]);
    expect(allowed(as('CASEWORKER', newId()), draft)).toEqual([]);
    expect(allowed(as('VOLUNTEER', coHostId), draft)).toEqual(['read']);
    expect(allowed(as('CASEWORKER', organisationId), draft)).not.toContain('refer');
    expect(allowed(systemViewer('test'), draft)).toEqual([
      'read',
      'update',
      'changeHosts',
      'publish',
      'archive',
      'seeSignUps',
      'cancelOccurrence',
    ]);
  });
});

describe('the conditions', () => {
  it('of an unverified organisation nothing is published, and its people are told why', () => {
    const attempt = () =>
      offeringPolicy.authorize(as('COORDINATOR', organisationId), 'publish', { ...draft, isVerified: false });
    expect(attempt).toThrow(expect.objectContaining({ code: 'FORBIDDEN', reason: 'NOT_VERIFIED' }));
  });

  it('nobody is referred to what takes no referrals', () => {
    expect(allowed(as('CASEWORKER', newId()), { ...published, takesReferrals: false })).toEqual(['read']);
  });
});
