import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isStrong, isViewer, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';
import { Person } from '../people/index.ts';
import { Municipality, Region } from '../regions/index.ts';
import {
  accessNeeds,
  ageBands,
  areAllOf,
  clientContactKinds,
  clientFinnishLevels,
  isOneOf,
  type AccessNeed,
  type AgeBand,
  type ClientContactKind,
  type ClientFinnishLevel,
} from './client.words.ts';

const isCasework = inSession('organisation_id', 'app.casework');
/** Whoever left the municipality has no clients any more. */
const isOwn = `(${isViewer('caseworker_id')}) and (${isCasework})`;

/** Whoever leads the municipality hands clients over; who they are stays closed to them. */
const isManaged = `(${isCasework}) and exists (select 1 from memberships led
  where ${isViewer('led.person_id')} and led.organisation_id = clients.organisation_id
    and led.role = 'MANAGER' and led.ended_at is null)`;

/** The officer of the municipality, by the database's own word: erases, and answers clients' requests. */
const isOfficer = (table: string): string => `exists (select 1 from memberships answers
  where ${isViewer('answers.person_id')} and answers.organisation_id = ${table}.organisation_id
    and answers.role = 'DATA_PROTECTION_OFFICER' and answers.ended_at is null)`;

/** A person whom a caseworker serves: a pseudonym and what matching needs. Who it is stands in `ClientIdentity`. */
export const Client = defineEntity({
  name: 'Client',
  tableName: 'clients',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    /** The municipality that serves the client. */
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    /** Null: whoever served the client has left, and the municipality's manager gives them to somebody. */
    caseworker: () => p.manyToOne(Person).nullable().mapToPk(),
    pseudonym: p.text(),
    /** Opaque; the register itself is elsewhere. */
    registerReference: p.text().nullable(),
    municipality: () => p.manyToOne(Municipality).mapToPk(),
    /** BCP-47, best first. */
    languages: p.array().columnType('text[]'),
    needsInterpreter: p.boolean(),
    ageBand: p.text().$type<AgeBand>(),
    finnishLevel: p.text().$type<ClientFinnishLevel>(),
    themeIds: p.array().columnType('text[]'),
    accessNeeds: p.array().columnType('text[]').$type<AccessNeed[]>(),
    version: p.integer().default(1),
    createdAt: p.datetime(),
    /** The last change; null since it was entered. Retention counts from the later of the two. */
    changedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'clients_age_band', expression: isOneOf('age_band', ageBands) },
    { name: 'clients_finnish_level', expression: isOneOf('finnish_level', clientFinnishLevels) },
    { name: 'clients_access_needs', expression: areAllOf('access_needs', accessNeeds) },
    { name: 'clients_register_reference', expression: 'char_length(register_reference) <= 64' },
  ],
  uniques: [{ properties: ['organisation', 'pseudonym'] }],
  indexes: [
    { properties: ['caseworker', 'createdAt', 'id'] },
    { properties: ['organisation', 'createdAt', 'id'] },
  ],
  ...secured('clients', {
    read: isCasework,
    write: `(${isOwn}) or (${isManaged})`,
    // Given to a colleague it stays in the municipality.
    become: isCasework,
    insert: isOwn,
    remove: isOfficer('clients'),
  }),
});

/** Who a client is, each text sealed with the client's own data key: destroying the key erases them. */
export const ClientIdentity = defineEntity({
  name: 'ClientIdentity',
  tableName: 'client_identities',
  properties: {
    client: () => p.manyToOne(Client).mapToPk().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    /** The client's, repeated for row-level security. */
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    caseworker: () => p.manyToOne(Person).nullable().mapToPk(),
    /** Wrapped by the master key. */
    dataKey: p.text(),
    givenName: p.text(),
    contactKind: p.text().$type<ClientContactKind>(),
    contact: p.text(),
    safeContactNote: p.text().nullable(),
  },
  checks: [
    { name: 'client_identities_contact_kind', expression: isOneOf('contact_kind', clientContactKinds) },
  ],
  // Receivers of an accepted referral read through its grant: that rule is the referrals room's.
  ...secured('client_identities', {
    read: `(${isOwn}) or ((${isStrong}) and ${isOfficer('client_identities')})`,
    write: isOwn,
    remove: isOfficer('client_identities'),
  }),
});
