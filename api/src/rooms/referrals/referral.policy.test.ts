import { describe, expect, it } from 'vitest';
import { anonymousViewer, systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { actorsOf, referralPolicy, sideOf, type ReferralFacts } from './referral.policy.ts';
import { referralStates } from './referral.words.ts';

const referral: ReferralFacts = {
  state: 'SENT',
  referrerId: 'caseworker',
  referringOrganisationId: 'municipality',
  receivingOrganisationId: 'association',
  assigneeId: 'volunteer',
  receiverErasedAt: null,
};

const person = (personId: string, organisationId: string, role: MemberRole): Viewer => ({
  ...anonymousViewer(),
  kind: 'person',
  personId,
  assurance: 'STRONG',
  memberships: [{ organisationId, role, municipalityCode: null }],
});

const viewers = {
  'the referrer': person('caseworker', 'municipality', 'CASEWORKER'),
  'the referrer after leaving': person('caseworker', 'elsewhere', 'CASEWORKER'),
  'another caseworker': person('other', 'municipality', 'CASEWORKER'),
  'their manager': person('manager', 'municipality', 'MANAGER'),
  'another municipality’s manager': person('other', 'elsewhere', 'MANAGER'),
  'a data-protection officer': person('officer', 'municipality', 'DATA_PROTECTION_OFFICER'),
  'an expert': person('expert', 'municipality', 'EXPERT'),
  'the receiver’s coordinator': person('coordinator', 'association', 'COORDINATOR'),
  'another association’s coordinator': person('other', 'elsewhere', 'COORDINATOR'),
  'the assigned volunteer': person('volunteer', 'association', 'VOLUNTEER'),
  'another volunteer': person('other', 'association', 'VOLUNTEER'),
  'the network admin': person('admin', 'network', 'ADMIN'),
  'the anonymous': anonymousViewer(),
  'the system': systemViewer('test'),
} satisfies Record<string, Viewer>;

type Name = keyof typeof viewers;
const names = Object.keys(viewers) as Name[];

const allowed: Record<string, readonly Name[]> = {
  read: ['the referrer', 'their manager', 'the receiver’s coordinator', 'the system'],
  assign: ['the receiver’s coordinator'],
  reassign: ['their manager'],
  submitForConsent: ['the referrer'],
  confirmConsent: ['the referrer'],
  send: ['the referrer'],
  accept: ['the receiver’s coordinator'],
  decline: ['the receiver’s coordinator'],
  close: ['the receiver’s coordinator'],
  recordFirstContact: ['the receiver’s coordinator', 'the assigned volunteer'],
  withdraw: ['the referrer', 'their manager'],
  readIdentity: ['the receiver’s coordinator'],
};

const rules = Object.keys(allowed) as (keyof typeof allowed & Parameters<typeof referralPolicy.can>[1])[];

describe('who may do what with a referral', () => {
  it.each(rules.filter((rule) => rule !== 'list'))('%s', (rule) => {
    const found = names.filter((name) => referralPolicy.can(viewers[name], rule as 'read', referral));
    expect(found).toEqual(allowed[rule]);
  });

  it('lists nothing to the anonymous', () => {
    expect(names.filter((name) => !referralPolicy.can(viewers[name], 'list', null))).toEqual([
      'the anonymous',
    ]);
  });

  it('lets the volunteer read it, and who it is, while it is under way', () => {
    const volunteer = viewers['the assigned volunteer'];
    for (const rule of ['read', 'readIdentity', 'sendMessage'] as const) {
      const open = referralStates.filter((state) =>
        referralPolicy.can(volunteer, rule, { ...referral, state }),
      );
      expect(open).toEqual(['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD']);
    }
  });

  it('asks a strong sign-in for the identity', () => {
    const byLink: Viewer = { ...viewers['the receiver’s coordinator'], assurance: 'LINK' };
    expect(referralPolicy.can(byLink, 'readIdentity', referral)).toBe(false);
  });

  it('shows the receiver nothing before the referral was sent', () => {
    const coordinator = viewers['the receiver’s coordinator'];
    const seen = referralStates.filter((state) => sideOf(coordinator, { ...referral, state }) !== null);
    expect(seen).toEqual(referralStates.filter((state) => state !== 'DRAFT' && state !== 'AWAITING_CONSENT'));
  });

  it('knows everyone by the words of the table', () => {
    const found = Object.fromEntries(names.map((name) => [name, [...actorsOf(viewers[name], referral)]]));
    expect(found).toMatchObject({
      'the referrer': ['referrer'],
      'the referrer after leaving': [],
      'their manager': ['referrerManager'],
      'a data-protection officer': ['dpo'],
      'the receiver’s coordinator': ['coordinator'],
      'the assigned volunteer': ['volunteerAssigned'],
      'the network admin': [],
      'the anonymous': [],
      'the system': ['system'],
    });
  });
});
