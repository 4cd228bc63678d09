import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isAdmin, isViewer, roles, secured } from '../../platform/db/row-security.ts';
import { memberRoles, type MemberRole } from '../../platform/policy/viewer.ts';
// The file, not the door: that room stands above this one, and only the foreign key needs to know it.
import { Organisation } from '../organisations/organisation.entity.ts';
import { Region } from '../regions/index.ts';

const quoted = memberRoles.map((role) => `'${role}'`).join(', ');
const isLeader = (column: string): string =>
  `(${inSession(column, 'app.coordinates')}) or (${inSession(column, 'app.casework')})`;

/** Someone with an account. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'persons',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    displayName: p.text(),
    /** The address, encrypted (purpose 'people.email'). */
    email: p.text(),
    /** Keyed hash of the address in small letters: finds the account without keeping the address readable. */
    emailHash: p.text(),
    /** BCP-47; the language of mails to this person. */
    languageTag: p.text(),
    /** Set for the people that the demo's sign-in page offers. */
    demoKey: p.text().nullable().unique(),
    /** Organisations of the running memberships; a trigger of `person.sql.ts` keeps it. */
    organisationIds: p.array().columnType('uuid[]').default([]),
    createdAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    /** The last sign-in, or the last day of a longer session. */
    lastUsedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'persons_email',
      expression:
        'create unique index "persons_email" on "persons" ("region_id", "email_hash") where "closed_at" is null',
    },
  ],
  ...secured('persons', {
    read: `(${isViewer('id')}) or (${isAdmin}) or organisation_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])`,
    write: isViewer('id'),
    insert: 'false',
  }),
});

const memberships = secured('memberships', {
  read: `(${isViewer('person_id')}) or (${isAdmin}) or (${inSession('organisation_id', 'app.orgs')})`,
  write: `(${isAdmin}) or ${isLeader('organisation_id')}`,
  insert: 'false',
});

/** A person's role in an organisation; ended, never deleted. */
export const Membership = defineEntity({
  name: 'Membership',
  tableName: 'memberships',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    person: () => p.manyToOne(Person).mapToPk(),
    role: p.text().$type<MemberRole>(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  checks: [{ name: 'memberships_role', expression: `role in (${quoted})` }],
  indexes: [
    {
      name: 'memberships_running',
      expression:
        'create unique index "memberships_running" on "memberships" ("person_id", "organisation_id", "role") where "ended_at" is null',
    },
    { properties: ['organisation', 'id'] },
  ],
  ...memberships,
  policies: [
    ...memberships.policies,
    {
      name: 'memberships_leave',
      command: 'update',
      roles: [roles.app],
      using: isViewer('person_id'),
      // Whoever leaves may end the row and nothing else: a running one needs a leader.
      check: `(${isViewer('person_id')}) and ended_at is not null`,
    },
  ],
});

/** An invitation by mail into an organisation. The address goes when it is accepted or revoked. */
export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitations',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    /** The address, encrypted (purpose 'people.email'). */
    email: p.text().nullable(),
    emailHash: p.text().nullable(),
    role: p.text().$type<MemberRole>(),
    languageTag: p.text(),
    tokenHash: p.text().unique(),
    /** A person's id; null when the network itself invited. */
    invitedBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
  checks: [{ name: 'invitations_role', expression: `role in (${quoted})` }],
  indexes: [{ properties: ['organisation', 'id'] }],
  ...secured('invitations', {
    read: `(${isAdmin}) or ${isLeader('organisation_id')}`,
    write: `(${isAdmin}) or ${isLeader('organisation_id')}`,
  }),
});
