import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';
import { Region } from '../regions/index.ts';
import { Client } from './client.entity.ts';
import {
  areAllOf,
  consentFields,
  consentMethods,
  isOneOf,
  type ConsentField,
  type ConsentMethod,
} from './client.words.ts';

const isReferring = inSession('referring_organisation_id', 'app.casework');
const isReceiving = inSession('organisation_id', 'app.coordinates');

/** A client's permission to disclose named fields to a named organisation. Never deleted: it is the proof. */
export const Consent = defineEntity({
  name: 'Consent',
  tableName: 'consents',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    client: () => p.manyToOne(Client).mapToPk(),
    /** Who may be told. */
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    referringOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    fields: p.array().columnType('text[]').$type<ConsentField[]>(),
    textVersion: p.text(),
    /** BCP-47; the language in which it was asked. */
    languageTag: p.text(),
    method: p.text().$type<ConsentMethod>(),
    interpreterUsed: p.boolean(),
    givenAt: p.datetime(),
    /** The first instant at which it no longer holds. */
    expiresAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    /** A person's id without a foreign key: the proof outlives the account. Null: the client, by link. */
    recordedBy: p.uuid().nullable(),
  },
  checks: [
    { name: 'consents_method', expression: isOneOf('method', consentMethods) },
    {
      name: 'consents_fields',
      expression: `${areAllOf('fields', consentFields)} and cardinality(fields) > 0`,
    },
    { name: 'consents_expiry', expression: 'expires_at >= given_at' },
  ],
  indexes: [{ properties: ['client', 'organisation', 'givenAt'] }],
  ...secured('consents', { read: `(${isReferring}) or (${isReceiving})`, write: isReferring }),
});
