import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import { Region } from '../regions/index.ts';
import { Person } from './person.entity.ts';

/** Who a person is at their employer's sign-in service, since it vouched for their address. */
export const EmployerIdentity = defineEntity({
  name: 'EmployerIdentity',
  tableName: 'employer_identities',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    person: () => p.manyToOne(Person).mapToPk(),
    issuer: p.text(),
    /** Keyed hash of the employer's own name for the person, which is nobody else's business. */
    subjectHash: p.text(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
  },
  uniques: [{ properties: ['issuer', 'subjectHash'] }, { properties: ['person', 'issuer'] }],
  ...secured('employer_identities', { read: 'false', write: 'false' }),
});

/** A sign-in under way at an employer's service; it goes with the first return, right or wrong. */
export const EmployerSignIn = defineEntity({
  name: 'EmployerSignIn',
  tableName: 'employer_sign_ins',
  properties: {
    stateHash: p.text().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    provider: p.text(),
    /** Hash of the cookie of the browser that left: another one cannot come back in its place. */
    browserHash: p.text(),
    next: p.text().nullable(),
    expiresAt: p.datetime().index(),
  },
  ...secured('employer_sign_ins', { read: 'false', write: 'false' }),
});
