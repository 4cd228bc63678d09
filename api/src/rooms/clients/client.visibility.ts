import sql, { join, type Sql } from 'sql-template-tag';
import { isSystem, organisationsOf, standInsOf, type Viewer } from '../../platform/policy/viewer.ts';

/** The policy's `readIdentity`, but for the strong sign-in, as a condition on a table with the client's owner. */
export const ownedBy = (viewer: Viewer): Sql =>
  sql`(caseworker_id = ${viewer.personId}::uuid and organisation_id = any(${organisationsOf(viewer, 'CASEWORKER')}::uuid[]))`;

/** A manager's running emergency, as a condition on `client_identities`. */
export const emergencyOpenTo = (viewer: Viewer, now: Date): Sql =>
  sql`exists (select 1 from emergency_accesses broken where broken.client_id = client_identities.client_id
    and broken.person_id = ${viewer.personId}::uuid and broken.ended_at is null and broken.ends_at > ${now}
    and broken.organisation_id = any(${organisationsOf(viewer, 'MANAGER')}::uuid[]))`;

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
