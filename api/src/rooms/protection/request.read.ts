import sql, { raw, type Sql } from 'sql-template-tag';
import type { Page } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import type { RefusalReason, RequestChannel, RequestDecision, RequestKind } from './request.words.ts';

export interface RequestRow {
  readonly id: string;
  readonly organisationId: string;
  readonly clientId: string | null;
  readonly kind: RequestKind;
  readonly channel: RequestChannel;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  readonly decision: RequestDecision | null;
  readonly refusalReason: RefusalReason | null;
}

export interface RequestFilter {
  readonly open?: boolean | null;
  readonly clientId?: string | null;
}

export const requestColumns: Sql =
  raw(`id, organisation_id as "organisationId", client_id as "clientId", kind, channel,
  received_at as "receivedAt", due_at as "dueAt", decided_at as "decidedAt", decision, refusal_reason as "refusalReason"`);

/** The policy's `readRequests` as a condition on rows of `client_requests`. */
export const visibleTo = (viewer: Viewer): Sql =>
  sql`organisation_id = any(${organisationsOf(viewer, 'DATA_PROTECTION_OFFICER')}::uuid[])`;

const conditions = (viewer: Viewer, { open, clientId }: RequestFilter): Sql => {
  const isOpen =
    typeof open === 'boolean' ? (open ? sql`decided_at is null` : sql`decided_at is not null`) : sql`true`;
  const isOfClient = clientId ? sql`client_id = ${clientId}::uuid` : sql`true`;
  return sql`${visibleTo(viewer)} and ${isOpen} and ${isOfClient}`;
};

/** One page, the newest first; recorded. */
export const listRequests = (
  hub: Hub,
  viewer: Viewer,
  filter: RequestFilter,
  page: Page,
): Promise<RequestRow[]> => {
  const [receivedAt, id] = page.after ?? [];
  const behind = page.after ? sql`and (received_at, id) < (${receivedAt}::timestamptz, ${id}::uuid)` : sql``;
  return hub.db.readRecorded(
    viewer,
    { action: 'protection.listRequests', client: 'clientId', organisation: 'organisationId' },
    sql`select ${requestColumns} from client_requests where ${conditions(viewer, filter)} ${behind}
        order by received_at desc, id desc limit ${page.fetchCount}`,
  );
};

export const countRequests = async (hub: Hub, viewer: Viewer, filter: RequestFilter): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from client_requests where ${conditions(viewer, filter)}`,
  );
  return row?.count ?? 0;
};
