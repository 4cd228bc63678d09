import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isAdmin, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';
import type { KeyScope } from './integration.words.ts';

/** Those who may hold an organisation's keys; the policy tells coordinators and managers from caseworkers. */
const isStaff = `(${isAdmin}) or (${inSession('organisation_id', 'app.coordinates')}) or (${inSession('organisation_id', 'app.casework')})`;

/** A key with which a machine acts for one organisation. The key itself is told once and never kept. */
export const ApiKey = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.uuid().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    name: p.text(),
    scopes: p.array().columnType('text[]').$type<KeyScope[]>(),
    /** Keyed hash of the key, base64url. */
    keyHash: p.text().unique(),
    /** Its last four letters, by which people tell keys apart. */
    hint: p.text(),
    /** A person's id without a foreign key: who made it stays known when the account is gone. */
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    /** Until when it holds; set when another one takes its place. */
    expiresAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    /** To the minute. */
    lastUsedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['organisation', 'createdAt'] }],
  ...secured('api_keys', { read: isStaff, write: isStaff }),
});
