import sql, { raw, type Sql } from 'sql-template-tag';
import type { Recording } from '../../platform/audit/audit.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { visibleTo } from './client.visibility.ts';
import type { AccessNeed, AgeBand, ClientFinnishLevel } from './client.words.ts';

/** A client as resolvers and other rooms read it; no identity. */
export interface ClientRow {
  readonly id: string;
  readonly organisationId: string;
  readonly caseworkerId: string | null;
  readonly pseudonym: string;
  readonly registerReference: string | null;
  readonly municipalityCode: string;
  readonly languages: string[];
  readonly needsInterpreter: boolean;
  readonly ageBand: AgeBand;
  readonly finnishLevel: ClientFinnishLevel;
  readonly themeIds: string[];
  readonly accessNeeds: AccessNeed[];
  readonly version: number;
  readonly createdAt: Date;
}

/** The columns of a `ClientRow`, for a statement on `clients`. */
export const clientColumns: Sql =
  raw(`id, organisation_id as "organisationId", caseworker_id as "caseworkerId", pseudonym,
  register_reference as "registerReference", municipality_code as "municipalityCode", languages,
  needs_interpreter as "needsInterpreter", age_band as "ageBand", finnish_level as "finnishLevel",
  theme_ids as "themeIds", access_needs as "accessNeeds", version, created_at as "createdAt"`);

const recording = (action: string): Recording => ({ action, client: 'id', organisation: 'organisationId' });

/** Clients by id, as the viewer may see them; recorded. */
export const readClients = (hub: Hub, viewer: Viewer, ids: readonly string[]): Promise<ClientRow[]> =>
  hub.db.readRecorded(
    viewer,
    recording('client.read'),
    sql`select ${clientColumns} from clients where id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer)}`,
  );

/** One page of clients, the newest first; recorded. */
export const listClients = (hub: Hub, viewer: Viewer, page: Page): Promise<ClientRow[]> => {
  const [createdAt, id] = page.after ?? [];
  const behind = page.after ? sql`and (created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)` : sql``;
  return hub.db.readRecorded(
    viewer,
    recording('client.list'),
    sql`select ${clientColumns} from clients where ${visibleTo(viewer)} ${behind}
        order by created_at desc, id desc limit ${page.fetchCount}`,
  );
};

export const countClients = async (hub: Hub, viewer: Viewer): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from clients where ${visibleTo(viewer)}`,
  );
  return row?.count ?? 0;
};
