import sql, { type Sql } from 'sql-template-tag';
import type { Page } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import type { MemberRole, Viewer } from '../../platform/policy/viewer.ts';
import { purposeOf, type AccessFacts, type AccessPurpose } from './access-log.words.ts';

/** One look at a client's data, or one change of it. */
export interface AccessEvent {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'READ' | 'WRITE';
  readonly organisationId: string | null;
  readonly roles: MemberRole[];
  readonly purpose: AccessPurpose;
  /** Who it was; null for those who are not told employees. */
  readonly personId: string | null;
}

type LoggedRow = Omit<AccessEvent, 'purpose'> & AccessFacts;

/** Whose log, on whose behalf it is read, and whether employees are in it. */
export interface AccessLogOf {
  readonly clientId: string;
  readonly organisationId: string | null;
  readonly withPeople: boolean;
  /** Where only these organisations may be named. */
  readonly named?: readonly string[];
}

const organisationColumn = ({ named }: AccessLogOf): Sql =>
  named
    ? sql`case when l.organisation_id = any(${[...named]}::uuid[]) then l.organisation_id end`
    : sql`l.organisation_id`;

/** One page of what was done with a client's data, the newest first. That it was read is the log's next line. */
export const readAccessLog = async (
  hub: Hub,
  viewer: Viewer,
  log: AccessLogOf,
  page: Pick<Page, 'after' | 'fetchCount'>,
): Promise<AccessEvent[]> => {
  const [at, id] = page.after ?? [];
  const behind = page.after ? sql`and (l.at, l.id) < (${at}::timestamptz, ${id}::uuid)` : sql``;
  const rows = await hub.db.readRecorded<LoggedRow>(
    viewer,
    { action: 'client.readAccessLog', client: 'clientId', organisation: 'readFor' },
    sql`select l.id, l.at, l.kind, ${organisationColumn(log)} as "organisationId", l.roles, l.action,
          l.viewer_kind as "viewerKind", l.purpose as channel,
          case when ${log.withPeople} then l.person_id end as "personId",
          ${log.clientId}::uuid as "clientId", ${log.organisationId}::uuid as "readFor"
        from access_log_of(${log.clientId}::uuid) l where true ${behind}
        order by l.at desc, l.id desc limit ${page.fetchCount}`,
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    organisationId: row.organisationId,
    roles: row.roles,
    purpose: purposeOf(row),
    personId: row.personId,
  }));
};
