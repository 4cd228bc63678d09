import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import { Region } from '../regions/index.ts';
import { Person } from './person.entity.ts';

/** A key in someone's phone, computer or stick (WebAuthn). The system alone sees it, as all proofs. */
export const Passkey = defineEntity({
  name: 'Passkey',
  tableName: 'passkeys',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    person: () => p.manyToOne(Person).mapToPk(),
    /** What its owner calls it. */
    name: p.text(),
    /** The authenticator's name of the key, base64url. */
    credentialId: p.text().unique(),
    /** COSE, base64url; it is public. */
    publicKey: p.text(),
    /** How often it was used, as far as the authenticator counts; 0 for ever where it does not. */
    counter: p.bigint('number').default(0),
    /** How the browser may reach it: internal, hybrid, usb … */
    transports: p.array().columnType('text[]').default([]),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['person', 'id'] }],
  ...secured('passkeys', { read: 'false', write: 'false' }),
});

/** A question that a key has to sign; it goes with the first answer, right or wrong. */
export const PasskeyChallenge = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenges',
  properties: {
    challengeHash: p.text().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    purpose: p.text().$type<'ENROL' | 'SIGN_IN'>(),
    /** Whose answer it must be; null before anyone is signed in. */
    person: () => p.manyToOne(Person).mapToPk().nullable(),
    expiresAt: p.datetime().index(),
  },
  checks: [{ name: 'passkey_challenges_purpose', expression: `purpose in ('ENROL', 'SIGN_IN')` }],
  indexes: [{ properties: ['person'] }],
  ...secured('passkey_challenges', { read: 'false', write: 'false' }),
});
