import sql, { join, type Sql } from 'sql-template-tag';
import { isSystem, organisationsOf, standInsOf, type Viewer } from '../../platform/policy/viewer.ts';

/** The policy's `readIdentity`, but for the strong sign-in, as a condition on a table with the client's owner. */
export const ownedBy = (viewer: Viewer): Sql =>
  sql`(caseworker_id = ${viewer.personId}::uuid and organisation_id = any(${organisationsOf(viewer, 'CASEWORKER')}::uuid[]))`;

/** The policy's `read` as a condition on rows of `clients`. */
export const visibleTo = (viewer: Viewer): Sql => {
  if (isSystem(viewer)) return sql`true`;
  const managed = organisationsOf(viewer, 'MANAGER', 'DATA_PROTECTION_OFFICER');
  const ways = [
    ownedBy(viewer),
    ...standInsOf(viewer).map(
      ({ organisationId, caseworkerId }) =>
        sql`(caseworker_id = ${caseworkerId}::uuid and organisation_id = ${organisationId}::uuid)`,
    ),
    ...(managed.length > 0 ? [sql`organisation_id = any(${managed}::uuid[])`] : []),
  ];
  return sql`(${join(ways, ' or ')})`;
};
