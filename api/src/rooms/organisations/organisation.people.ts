import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { InvitationService, PersonService, type PersonRow } from '../people/index.ts';
import type { Applicant } from './organisation.applicant.ts';

/** Where the network's admins get mail, and in which language; the transaction must be the system's. */
export const networkAdmins = async (
  hub: Hub,
  tx: Transaction,
): Promise<{ email: string; languageTag: string }[]> => {
  const persons = hub.get(PersonService);
  const rows = await tx.query<PersonRow>(
    sql`select id, display_name as "displayName", email as "sealedEmail", language_tag as "languageTag",
               created_at as "createdAt", organisation_ids as "organisationIds"
        from persons where closed_at is null
          and id in (select person_id from memberships where role = 'ADMIN' and ended_at is null)`,
  );
  return rows.map((row) => ({ email: persons.emailOf(tx.viewer, row), languageTag: row.languageTag }));
};

/** Invites the applicant by mail as the organisation's first coordinator. */
export const inviteFirstCoordinator = async (
  hub: Hub,
  tx: Transaction,
  organisationId: string,
  { email, languageTag }: Applicant,
): Promise<void> => {
  await hub.get(InvitationService).inviteIn(tx, { organisationId, email, role: 'COORDINATOR', languageTag });
};
