import sql from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { HeldSection } from '../../platform/personal-data/held.ts';
import { openIdentities } from './client.identity.ts';

interface Sealed {
  readonly key: string;
  readonly clientId: string;
  readonly field: string;
  readonly sealed: string;
}

const keysOf = async (tx: Transaction, clientIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.query<{ clientId: string; dataKey: string }>(
    sql`select client_id as "clientId", data_key as "dataKey" from client_identities
        where client_id = any(${[...clientIds]}::uuid[])`,
  );
  return new Map(rows.map(({ clientId, dataKey }) => [clientId, dataKey]));
};

/** Seals a text of another room with the client's own key: it goes when the client is erased. */
export const sealForClient = async (
  tx: Transaction,
  crypto: Crypto,
  clientId: string,
  field: string,
  text: string,
): Promise<string> => {
  const dataKey = (await keysOf(tx, [clientId])).get(clientId);
  if (!dataKey) throw new Error('A text was sealed for a client whose key the writer may not use');
  return crypto.sealWith(dataKey, clientId, text, field);
};

/** Opens such texts, by `key`. Whoever calls this decides who may read them, and writes the audit rows. */
export const openForClients = async (
  tx: Transaction,
  crypto: Crypto,
  texts: readonly Sealed[],
): Promise<Map<string, string>> => {
  if (texts.length === 0) return new Map();
  const keys = await keysOf(
    tx,
    texts.map(({ clientId }) => clientId),
  );
  return new Map(
    texts.flatMap(({ key, clientId, field, sealed }) => {
      const dataKey = keys.get(clientId);
      return dataKey ? [[key, crypto.openWith(dataKey, clientId, sealed, field)] as const] : [];
    }),
  );
};

/** What this room holds on a client, opened. Whoever calls this decides who may have it. */
export const holdClient = async (
  tx: Transaction,
  crypto: Crypto,
  clientId: string,
): Promise<HeldSection[]> => {
  const identity = (await openIdentities(tx, crypto, [clientId])).get(clientId);
  const client = await tx.query<object>(
    sql`select c.pseudonym, c.register_reference as "registerReference", m.name->>'fi' as municipality,
          c.languages, c.needs_interpreter as "needsInterpreter", c.age_band as "ageBand",
          c.finnish_level as "finnishLevel", c.theme_ids as "themeIds", c.access_needs as "accessNeeds",
          c.created_at as "createdAt", o.name as "servedBy"
        from clients c join organisations o on o.id = c.organisation_id join municipalities m on m.code = c.municipality_code
        where c.id = ${clientId}`,
  );
  const consents = await tx.query<object>(
    sql`select o.name as receiver, k.fields, k.text_version as "textVersion", k.language_tag as "languageTag", k.method,
          k.interpreter_used as "interpreterUsed", k.given_at as "givenAt", k.expires_at as "expiresAt",
          k.withdrawn_at as "withdrawnAt"
        from consents k join organisations o on o.id = k.organisation_id
        where k.client_id = ${clientId} order by k.given_at, k.id`,
  );
  return [
    { name: 'identity', rows: identity ? [identity] : [] },
    { name: 'client', rows: client },
    { name: 'consents', rows: consents },
  ];
};
