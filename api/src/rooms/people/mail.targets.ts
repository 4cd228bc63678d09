import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type MemberRole } from '../../platform/policy/viewer.ts';
import { openEmail } from './person.email.ts';

/** Where a mail to someone goes, and in which language. */
export interface MailTarget {
  readonly personId: string;
  readonly email: string;
  readonly languageTag: string;
}

interface TargetRow {
  readonly personId: string;
  readonly sealed: string;
  readonly languageTag: string;
}

const read = async (hub: Hub, tables: Sql): Promise<MailTarget[]> => {
  const rows = await hub.db.read<TargetRow>(
    systemViewer('people.mail-targets'),
    sql`select distinct person.id as "personId", person.email as sealed, person.language_tag as "languageTag"
        from ${tables} and person.closed_at is null order by person.id`,
  );
  return rows.map(({ personId, sealed, languageTag }) => ({
    personId,
    languageTag,
    email: openEmail(hub.crypto, 'persons', personId, sealed),
  }));
};

/** Those of the people who have an account still; for mails alone, whoever asks may not see them. */
export const mailTargetsOf = (hub: Hub, personIds: readonly string[]): Promise<MailTarget[]> =>
  read(hub, sql`persons person where person.id = any(${[...personIds]}::uuid[])`);

/** Everyone with one of the roles in an organisation; for mails alone too. */
export const membersToTell = (
  hub: Hub,
  organisationId: string,
  roles: readonly MemberRole[],
): Promise<MailTarget[]> =>
  read(
    hub,
    sql`memberships membership join persons person on person.id = membership.person_id
        where membership.organisation_id = ${organisationId} and membership.role = any(${[...roles]}::text[])
          and membership.ended_at is null`,
  );
