import sql, { raw, type Sql } from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { ClientContactKind } from './client.words.ts';

/** Who a client is, readable. Lives in memory alone. */
export interface Identity {
  readonly givenName: string;
  readonly contactKind: ClientContactKind;
  readonly contact: string;
  readonly safeContactNote: string | null;
}

/** An identity, with the organisation that serves the client. */
export interface OpenIdentity extends Identity {
  readonly organisationId: string;
}

/** An identity as its table keeps it. */
export interface SealedIdentity extends Identity {
  readonly clientId: string;
  readonly dataKey: string;
}

type SealedRow = SealedIdentity & OpenIdentity;

type SealedField = 'givenName' | 'contact' | 'safeContactNote';

/** Seals each text to its client and field: copied elsewhere it does not open. */
export const sealIdentity = (
  crypto: Crypto,
  clientId: string,
  dataKey: string,
  identity: Identity,
): Identity => {
  const seal = (field: SealedField, text: string): string => crypto.sealWith(dataKey, clientId, text, field);
  const { givenName, contactKind, contact, safeContactNote } = identity;
  return {
    givenName: seal('givenName', givenName),
    contactKind,
    contact: seal('contact', contact),
    safeContactNote: safeContactNote === null ? null : seal('safeContactNote', safeContactNote),
  };
};

/** Whoever calls this has made sure that the reader may know, and that the reading is recorded. */
export const openIdentity = (crypto: Crypto, { clientId, dataKey, ...sealed }: SealedIdentity): Identity => {
  const read = (field: SealedField, text: string): string => crypto.openWith(dataKey, clientId, text, field);
  const { safeContactNote } = sealed;
  return {
    givenName: read('givenName', sealed.givenName),
    contactKind: sealed.contactKind,
    contact: read('contact', sealed.contact),
    safeContactNote: safeContactNote === null ? null : read('safeContactNote', safeContactNote),
  };
};

const open = (crypto: Crypto, row: SealedRow): OpenIdentity => ({
  ...openIdentity(crypto, row),
  organisationId: row.organisationId,
});

/** The columns of a `SealedIdentity` but for its client, for a statement that joins `client_identities i`. */
export const identityColumns: Sql = raw(
  'i.data_key as "dataKey", i.given_name as "givenName", i.contact_kind as "contactKind", i.contact, i.safe_contact_note as "safeContactNote"',
);

const sealedIdentities = (clientIds: readonly string[], condition: Sql): Sql =>
  sql`select client_id as "clientId", organisation_id as "organisationId", data_key as "dataKey", given_name as "givenName", contact_kind as "contactKind",
             contact, safe_contact_note as "safeContactNote"
      from client_identities where client_id = any(${[...clientIds]}::uuid[]) and ${condition}`;

/**
 * As `openIdentities`, read and recorded in one statement, on behalf of the organisation that serves the client. Whoever
 * calls this decides by `condition` who may read them.
 */
export const readIdentities = async (
  { db, crypto }: Hub,
  viewer: Viewer,
  clientIds: readonly string[],
  condition: Sql,
): Promise<Map<string, OpenIdentity>> => {
  const rows = await db.readRecorded<SealedRow>(
    viewer,
    { action: 'client.readIdentity', client: 'clientId', organisation: 'organisationId' },
    sealedIdentities(clientIds, condition),
  );
  return new Map(rows.map((row) => [row.clientId, open(crypto, row)]));
};

/**
 * The identities that row-level security and `condition` (on `client_identities`) leave, by client id. Whoever calls
 * this decides who may read them, and writes the audit rows in the same transaction.
 */
export const openIdentities = async (
  tx: Transaction,
  crypto: Crypto,
  clientIds: readonly string[],
  condition: Sql = sql`true`,
): Promise<Map<string, OpenIdentity>> => {
  const rows = await tx.query<SealedRow>(sealedIdentities(clientIds, condition));
  return new Map(rows.map((row) => [row.clientId, open(crypto, row)]));
};
