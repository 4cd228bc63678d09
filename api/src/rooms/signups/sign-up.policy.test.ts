import { describe, expect, it } from 'vitest';
import { aViewer } from '../../../test/makers/person.ts';
import { newId } from '../../platform/ids.ts';
import { anonymousViewer, memberRoles, systemViewer } from '../../platform/policy/viewer.ts';
import { signUpPolicy } from './sign-up.policy.ts';

const host = newId();
const inHost = memberRoles.map((role) => ({
  role,
  viewer: aViewer({ memberships: [{ organisationId: host, role }] }),
}));
const elsewhere = aViewer({ memberships: [{ organisationId: newId(), role: 'COORDINATOR' }] });

describe('who may what with sign-ups', () => {
  it('anyone signs up', () => {
    for (const viewer of [anonymousViewer(), elsewhere, systemViewer('seed')])
      expect(signUpPolicy.can(viewer, 'create', null)).toBe(true);
  });

  it.each(inHost)('a $role of the host sees the names: coordinators alone', ({ role, viewer }) => {
    expect(signUpPolicy.can(viewer, 'list', { hostIds: [newId(), host] })).toBe(role === 'COORDINATOR');
  });

  it('nobody else sees the names', () => {
    for (const viewer of [anonymousViewer(), elsewhere])
      expect(signUpPolicy.can(viewer, 'list', { hostIds: [host] })).toBe(false);
  });

  it('a place is given back by its own link alone, while it is held and before the date', () => {
    const now = new Date('2026-11-24T09:00:00Z');
    const facts = { isOwn: true, status: 'CONFIRMED', startsAt: new Date('2026-11-24T09:00:01Z'), now };
    expect(signUpPolicy.can(anonymousViewer(), 'cancel', facts)).toBe(true);
    for (const change of [{ isOwn: false }, { status: 'CANCELLED' }, { startsAt: now }])
      expect(signUpPolicy.can(anonymousViewer(), 'cancel', { ...facts, ...change })).toBe(false);
  });
});
