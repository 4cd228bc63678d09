import sql, { raw, type Sql } from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { HeldSection } from '../../platform/personal-data/held.ts';
import { openIdentities } from './client.identity.ts';

const keyOf = async (tx: Transaction, clientId: string): Promise<string | undefined> => {
  const [row] = await tx.query<{ dataKey: string }>(
    sql`select data_key as "dataKey" from client_identities where client_id = ${clientId}`,
  );
  return row?.dataKey;
};

/** Seals a text of another room with the client's own key: it goes when the client is erased. */
export const sealForClient = async (
  tx: Transaction,
  crypto: Crypto,
  clientId: string,
  field: string,
  text: string,
): Promise<string> => {
  const dataKey = await keyOf(tx, clientId);
  if (!dataKey) throw new Error('A text was sealed for a client whose key the writer may not use');
  return crypto.sealWith(dataKey, clientId, text, field);
};

/** The key of a client's texts, for a statement that joins `client_identities i`. */
export const clientKeyColumn: Sql = raw('i.data_key as "dataKey"');

/** Opens such a text. Whoever calls this decides who may read it, and has the reading recorded. */
export const openForClient = (
  crypto: Crypto,
  { clientId, dataKey }: { readonly clientId: string; readonly dataKey: string },
  field: string,
  sealed: string,
): string => crypto.openWith(dataKey, clientId, sealed, field);

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
