import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { ClientColumns } from './client.check.ts';
import { sealIdentity, type Identity } from './client.identity.ts';

/** The owner's columns that stand on a client and on its identity. */
export interface ClientOwner {
  readonly regionId: string;
  readonly organisationId: string;
  readonly caseworkerId: string | null;
}

/** Writes a client with a pseudonym that nobody in the municipality has yet; false when it was taken. */
export const insertClient = async (
  tx: Transaction,
  client: { id: string; at: Date; owner: ClientOwner; pseudonym: string; columns: ClientColumns },
): Promise<boolean> => {
  const { id, at, owner, pseudonym, columns } = client;
  const rows = await tx.query(
    sql`insert into clients (id, region_id, organisation_id, caseworker_id, pseudonym, register_reference, municipality_code,
          languages, needs_interpreter, age_band, finnish_level, theme_ids, access_needs, version, created_at)
        values (${id}, ${owner.regionId}, ${owner.organisationId}, ${owner.caseworkerId}, ${pseudonym},
          ${columns.register_reference ?? null}, ${columns.municipality_code}, ${columns.languages}::text[],
          ${columns.needs_interpreter ?? false}, ${columns.age_band}, ${columns.finnish_level},
          ${columns.theme_ids ?? []}::text[], ${columns.access_needs ?? []}::text[], 1, ${at})
        on conflict (organisation_id, pseudonym) do nothing returning id`,
  );
  return rows.length > 0;
};

export const insertIdentity = async (
  tx: Transaction,
  crypto: Crypto,
  clientId: string,
  owner: ClientOwner,
  identity: Identity,
): Promise<void> => {
  const dataKey = crypto.newDataKey(clientId);
  const sealed = sealIdentity(crypto, clientId, dataKey, identity);
  await tx.query(
    sql`insert into client_identities (client_id, region_id, organisation_id, caseworker_id, data_key, given_name,
          contact_kind, contact, safe_contact_note)
        values (${clientId}, ${owner.regionId}, ${owner.organisationId}, ${owner.caseworkerId}, ${dataKey},
          ${sealed.givenName}, ${sealed.contactKind}, ${sealed.contact}, ${sealed.safeContactNote})`,
  );
};

/** The client keeps its key: a changed contact is no reason to lose the rest. */
export const updateIdentity = async (
  tx: Transaction,
  crypto: Crypto,
  clientId: string,
  identity: Identity,
): Promise<void> => {
  const [row] = await tx.query<{ dataKey: string }>(
    sql`select data_key as "dataKey" from client_identities where client_id = ${clientId} for update`,
  );
  if (!row) throw new Error('A client without identity was changed');
  const sealed = sealIdentity(crypto, clientId, row.dataKey, identity);
  await tx.query(
    sql`update client_identities set given_name = ${sealed.givenName}, contact_kind = ${sealed.contactKind},
          contact = ${sealed.contact}, safe_contact_note = ${sealed.safeContactNote}
        where client_id = ${clientId}`,
  );
};

const casts: Partial<Record<keyof ClientColumns, string>> = {
  languages: '::text[]',
  theme_ids: '::text[]',
  access_needs: '::text[]',
};

/** Changes the given columns and raises the version. */
export const updateClient = async (
  tx: Transaction,
  id: string,
  columns: ClientColumns,
  at: Date,
): Promise<void> => {
  const names = Object.keys(columns) as (keyof ClientColumns)[];
  const changes: Sql[] = names.map((name) => sql`${raw(name)} = ${columns[name]}${raw(casts[name] ?? '')}`);
  await tx.query(
    sql`update clients set ${join([...changes, sql`version = version + 1`, sql`changed_at = ${at}`])} where id = ${id}`,
  );
};
