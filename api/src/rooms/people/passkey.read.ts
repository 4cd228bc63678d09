import sql, { type Sql } from 'sql-template-tag';

/** A key as its owner sees it. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export const passkeyColumns = sql`id, name, created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** The keys of a person as `StoredKey`, oldest first. */
export const keysOf = (personId: string): Sql =>
  sql`select credential_id as "credentialId", public_key as "publicKey", counter::int as counter, transports
      from passkeys where person_id = ${personId} order by id`;
