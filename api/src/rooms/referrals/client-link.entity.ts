import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import { areAllOf, consentFields, type ConsentField } from '../clients/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Region } from '../regions/index.ts';
import { Referral } from './referral.entity.ts';
import { isReferringSide } from './referral.security.ts';

/**
 * A client's way to their own referral, without an account: first to say yes or no, then to see how it stands and to
 * stop it. Only the hash of its secret is kept; a referral has one open link at a time.
 */
export const ClientLink = defineEntity({
  name: 'ClientLink',
  tableName: 'client_links',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    referral: () => p.manyToOne(Referral).mapToPk(),
    /** The referral's, repeated for row-level security. */
    referringOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    secretHash: p.text(),
    /** What the client is asked to say yes to: these fields, in this text, until then. */
    fields: p.array().columnType('text[]').$type<ConsentField[]>(),
    textVersion: p.text(),
    consentExpiresAt: p.datetime(),
    createdAt: p.datetime(),
    /** The first instant at which it opens nothing. */
    expiresAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
  checks: [{ name: 'client_links_fields', expression: areAllOf('fields', consentFields) }],
  uniques: [{ properties: ['secretHash'] }],
  indexes: [{ properties: ['referral'] }],
  ...secured('client_links', { read: isReferringSide, write: isReferringSide }),
});
