import sql, { raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { visibleTo } from './client.visibility.ts';
import type { ConsentField, ConsentMethod } from './client.words.ts';

export interface ConsentRow {
  readonly id: string;
  readonly clientId: string;
  /** Who may be told. */
  readonly organisationId: string;
  readonly referringOrganisationId: string;
  readonly fields: ConsentField[];
  readonly textVersion: string;
  readonly languageTag: string;
  readonly method: ConsentMethod;
  readonly interpreterUsed: boolean;
  readonly givenAt: Date;
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | null;
}

export interface ConsentView extends ConsentRow {
  readonly isActive: boolean;
}

/** Whether a consent holds at an instant. */
export const isActiveAt = (consent: Pick<ConsentRow, 'expiresAt' | 'withdrawnAt'>, now: Date): boolean =>
  consent.withdrawnAt === null && consent.expiresAt > now;

const columns: Sql = raw(`id, client_id as "clientId", organisation_id as "organisationId",
  referring_organisation_id as "referringOrganisationId", fields, text_version as "textVersion",
  language_tag as "languageTag", method, interpreter_used as "interpreterUsed", given_at as "givenAt",
  expires_at as "expiresAt", withdrawn_at as "withdrawnAt"`);

const seen = (hub: Hub, rows: ConsentRow[]): ConsentView[] => {
  const now = hub.clock.now();
  return rows.map((row) => ({ ...row, isActive: isActiveAt(row, now) }));
};

/** All consents of clients whom the viewer may see, the newest first; recorded. */
export const readConsentsOfClients = async (
  hub: Hub,
  viewer: Viewer,
  clientIds: readonly string[],
): Promise<ConsentView[]> =>
  seen(
    hub,
    await hub.db.readRecorded<ConsentRow>(
      viewer,
      { action: 'client.readConsents', client: 'clientId', organisation: 'referringOrganisationId' },
      sql`select ${columns} from consents
          where client_id = any(${[...clientIds]}::uuid[])
            and client_id in (select id from clients where ${visibleTo(viewer)})
          order by given_at desc, id desc`,
    ),
  );

/** The consents of a client that hold now, the oldest first; for a caller that may see the client. */
export const loadActiveConsents = async (
  hub: Hub,
  tx: Transaction,
  clientId: string,
): Promise<ConsentRow[]> => {
  const rows = await tx.query<ConsentRow>(
    sql`select ${columns} from consents where client_id = ${clientId} order by given_at, id`,
  );
  return rows.filter((consent) => isActiveAt(consent, hub.clock.now()));
};

const newestFor = (clientId: string, receiverId: string): Sql =>
  sql`select ${columns} from consents where client_id = ${clientId} and organisation_id = ${receiverId}
      order by given_at desc, id desc`;

/** The consents of a client for a receiver, the newest first. */
export const consentsFor = (tx: Transaction, clientId: string, receiverId: string): Promise<ConsentRow[]> =>
  tx.query(newestFor(clientId, receiverId));

/** The same, held until the transaction ends: a withdrawal waits, and then finds what was made to rest on them. */
export const holdConsentsFor = (
  tx: Transaction,
  clientId: string,
  receiverId: string,
): Promise<ConsentRow[]> => tx.query(sql`${newestFor(clientId, receiverId)} for share`);

/** All consents of a client, the oldest first. */
export const consentsOf = (tx: Transaction, clientId: string): Promise<ConsentRow[]> =>
  tx.query(sql`select ${columns} from consents where client_id = ${clientId} order by given_at, id`);

export const loadConsent = async (tx: Transaction, id: string): Promise<ConsentRow | undefined> => {
  const [consent] = await tx.query<ConsentRow>(sql`select ${columns} from consents where id = ${id}`);
  return consent;
};
