import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { personLoader, PersonService } from '../people/index.ts';

/** Where a mail to someone goes, and in which language. */
export interface MailTarget {
  readonly personId: string;
  readonly email: string;
  readonly languageTag: string;
}

// One side does not see the other's people; the hub writes to them all the same.
const hubItself = systemViewer('referrals.notices');

/** Mail targets by person id; who has no account any more is left out. */
export const contactsOf = async (hub: Hub, personIds: readonly string[]): Promise<MailTarget[]> => {
  const people = await personLoader.batch(hub, hubItself, personIds);
  return people.flatMap((person) =>
    person
      ? [
          {
            personId: person.id,
            email: hub.get(PersonService).emailOf(hubItself, person),
            languageTag: person.languageTag,
          },
        ]
      : [],
  );
};

/** Everyone who coordinates an organisation. */
export const coordinatorsOf = async (hub: Hub, organisationId: string): Promise<MailTarget[]> => {
  const rows = await hub.db.read<{ personId: string }>(
    hubItself,
    sql`select person_id as "personId" from memberships
        where organisation_id = ${organisationId} and role = 'COORDINATOR' and ended_at is null order by person_id`,
  );
  return contactsOf(
    hub,
    rows.map(({ personId }) => personId),
  );
};

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
