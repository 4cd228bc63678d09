import { defineEntity, p } from '@mikro-orm/postgresql';
import { isViewer, secured } from '../../platform/db/row-security.ts';
import type { Assurance } from '../../platform/policy/viewer.ts';
import { Region } from '../regions/index.ts';
import { Person } from './person.entity.ts';

/** A browser in which someone is signed in. Tokens are kept as hashes; signing out deletes the row. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    person: () => p.manyToOne(Person).mapToPk(),
    tokenHash: p.text().unique(),
    /** The token before the last rotation, good for a minute for requests under way. */
    previousTokenHash: p.text().nullable().index(),
    rotatedAt: p.datetime(),
    assurance: p.text().$type<Assurance>(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
  },
  checks: [{ name: 'sessions_assurance', expression: `assurance in ('LINK', 'STRONG')` }],
  indexes: [{ properties: ['person'] }],
  ...secured('sessions', { read: isViewer('person_id'), write: isViewer('person_id'), insert: 'false' }),
});

/** A sign-in link under way; the system alone sees it. */
export const SignInLink = defineEntity({
  name: 'SignInLink',
  tableName: 'sign_in_links',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    /** Null for an address that nobody has: such a row makes both answers the same work. */
    person: () => p.manyToOne(Person).mapToPk().nullable(),
    tokenHash: p.text().unique(),
    /** Hash of the cookie of the browser that asked. */
    browserHash: p.text().index(),
    /** Keyed hash of the six digits, once the link was opened in another browser. */
    codeHash: p.text().nullable(),
    codeTries: p.integer().default(0),
    /** Where to go afterwards, a path of this site. */
    next: p.text().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    /** When the link was opened; it opens once. */
    usedAt: p.datetime().nullable(),
    /** When it led to a session, at once or by its code. */
    signedInAt: p.datetime().nullable(),
  },
  ...secured('sign_in_links', { read: 'false', write: 'false' }),
});
