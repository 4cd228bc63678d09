import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import { Region } from '../regions/index.ts';
import { Person } from './person.entity.ts';

/** A person's authenticator app (RFC 6238). The system alone sees it: a session may not read its own proof. */
export const Authenticator = defineEntity({
  name: 'Authenticator',
  tableName: 'authenticators',
  properties: {
    person: () => p.manyToOne(Person).mapToPk().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    /** The shared secret, encrypted (purpose 'people.authenticator'); null until the first code was right. */
    secret: p.text().nullable(),
    /** A secret shown and not confirmed yet, encrypted alike; the one in use stays until then. */
    pendingSecret: p.text().nullable(),
    pendingAt: p.datetime().nullable(),
    /** The newest half-minute whose code was used: no code counts twice. */
    lastStep: p.integer().nullable(),
    /** Wrong codes since the last right one. */
    wrongTries: p.integer().default(0),
    lockedUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
  ...secured('authenticators', { read: 'false', write: 'false' }),
});

/** A code on paper for the day the phone is lost: works once, kept as a hash. */
export const RecoveryCode = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_codes',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    person: () => p.manyToOne(Person).mapToPk(),
    codeHash: p.text(),
    createdAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['person', 'codeHash'] }],
  ...secured('recovery_codes', { read: 'false', write: 'false' }),
});
