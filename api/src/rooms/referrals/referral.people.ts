import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { isId } from '../../platform/ids.ts';

/** Whether a person can be given the referrals of an organisation of the viewer's own: a coordinator or a volunteer. */
export const isAssignablePerson = async (
  tx: Transaction,
  organisationId: string,
  personId: string,
): Promise<boolean> => {
  if (!isId(personId)) return false;
  const rows = await tx.query(
    sql`select 1 from memberships
        where organisation_id = ${organisationId} and person_id = ${personId} and role in ('COORDINATOR', 'VOLUNTEER')
          and ended_at is null limit 1`,
  );
  return rows.length > 0;
};
