import { describe, expect, it } from 'vitest';
import { anonymousViewer, systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { clientPolicy, type ClientFacts } from './client.policy.ts';

const client: ClientFacts = { organisationId: 'municipality', caseworkerId: 'caseworker' };

const person = (personId: string, organisationId: string, role: MemberRole): Viewer => ({
  ...anonymousViewer(),
  kind: 'person',
  personId,
  assurance: 'STRONG',
  memberships: [{ organisationId, role, municipalityCode: null }],
});

const viewers = {
  'the own caseworker': person('caseworker', 'municipality', 'CASEWORKER'),
  'the own caseworker after leaving': person('caseworker', 'elsewhere', 'CASEWORKER'),
  'another caseworker': person('other', 'municipality', 'CASEWORKER'),
  'the manager': person('manager', 'municipality', 'MANAGER'),
  'another municipality’s manager': person('other', 'elsewhere', 'MANAGER'),
  'a data-protection officer': person('officer', 'municipality', 'DATA_PROTECTION_OFFICER'),
  'an expert': person('expert', 'municipality', 'EXPERT'),
  'a coordinator': person('coordinator', 'association', 'COORDINATOR'),
  'a volunteer': person('volunteer', 'association', 'VOLUNTEER'),
  'the network admin': person('admin', 'network', 'ADMIN'),
  'the anonymous': anonymousViewer(),
  'the system': systemViewer('test'),
} satisfies Record<string, Viewer>;

type Name = keyof typeof viewers;
const names = Object.keys(viewers) as Name[];

describe('who may do what with a client', () => {
  it.each([
    ['read', ['the own caseworker', 'the manager', 'a data-protection officer', 'the system']],
    ['update', ['the own caseworker']],
    ['readRegisterReference', ['the own caseworker']],
    ['handOver', ['the own caseworker', 'the manager']],
    ['readCaseload', ['the own caseworker', 'the manager']],
    ['readIdentity', ['the own caseworker']],
    ['updateIdentity', ['the own caseworker']],
    ['recordConsent', ['the own caseworker']],
    ['withdrawConsent', ['the own caseworker', 'the manager', 'a data-protection officer']],
    ['refer', ['the own caseworker']],
  ] as const)('%s', (rule, allowed) => {
    expect(names.filter((name) => clientPolicy.can(viewers[name], rule, client))).toEqual(allowed);
  });

  it('lets the caseworkers of a municipality enter clients', () => {
    const found = names.filter((name) => clientPolicy.can(viewers[name], 'create', 'municipality'));
    expect(found).toEqual(['the own caseworker', 'another caseworker']);
  });

  it('asks a strong sign-in wherever the identity shows', () => {
    const byLink: Viewer = { ...viewers['the own caseworker'], assurance: 'LINK' };
    for (const rule of ['readIdentity', 'updateIdentity'] as const) {
      expect(() => clientPolicy.authorize(byLink, rule, client)).toThrowError(/strong/);
    }
    expect(() => clientPolicy.authorize(byLink, 'create', 'municipality')).toThrowError(/strong/);
    expect(clientPolicy.can(byLink, 'update', client)).toBe(true);
  });
});
