import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { clientPolicy } from './client.policy.ts';

/** Someone who serves, or until they left served, clients of a municipality. */
export interface CaseworkerRow {
  readonly personId: string;
  readonly organisationId: string;
  readonly isViewer: boolean;
  /** They left, and their clients wait to be handed over. */
  readonly hasLeft: boolean;
  /** Null where the viewer may not know. */
  readonly clientCount: number | null;
}

interface CountedRow extends Omit<CaseworkerRow, 'clientCount'> {
  readonly count: number;
}

/**
 * The caseworkers of a municipality, and who left clients behind, by name. Errors: UNAUTHENTICATED; FORBIDDEN for whoever does
 * not work with its clients.
 */
export const caseworkersOf = async (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
): Promise<CaseworkerRow[]> => {
  clientPolicy.authorize(viewer, 'readTeam', organisationId);
  if (!isId(organisationId)) return [];
  const rows = await hub.db.read<CountedRow>(
    viewer,
    sql`with held as (select caseworker_id, count(*)::int as count from clients
                      where organisation_id = ${organisationId} and caseworker_id is not null group by caseworker_id),
             working as (select distinct person_id from memberships
                         where organisation_id = ${organisationId} and role = 'CASEWORKER' and ended_at is null)
        select person.id as "personId", ${organisationId}::uuid as "organisationId",
               person.id = ${viewer.personId}::uuid as "isViewer", working.person_id is null as "hasLeft",
               coalesce(held.count, 0) as count
        from working full join held on held.caseworker_id = working.person_id
          cross join lateral (select coalesce(working.person_id, held.caseworker_id) as id) person
        order by person.id`,
  );
  const isShown = ({ personId }: CountedRow): boolean =>
    clientPolicy.can(viewer, 'readCaseload', { organisationId, caseworkerId: personId });
  return rows
    .filter((row) => isShown(row) || !row.hasLeft)
    .map(({ count, ...row }) => ({
      ...row,
      clientCount: isShown({ ...row, count }) ? count : null,
    }));
};

/**
 * How many clients of a municipality nobody serves, since their caseworker left; for its manager, who gives them to
 * somebody. Null for its caseworkers. Errors: UNAUTHENTICATED; FORBIDDEN.
 */
export const countWithoutCaseworker = async (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
): Promise<{ readonly count: number } | null> => {
  clientPolicy.authorize(viewer, 'readTeam', organisationId);
  if (!isId(organisationId)) return null;
  if (!clientPolicy.can(viewer, 'readCaseload', { organisationId, caseworkerId: null })) return null;
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from clients where organisation_id = ${organisationId} and caseworker_id is null`,
  );
  return { count: row?.count ?? 0 };
};
