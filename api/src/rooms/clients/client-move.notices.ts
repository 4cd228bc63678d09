import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { personLoader, PersonService, portalLink } from '../people/index.ts';

// One municipality does not see the other's people; the hub writes to them all the same.
const hubItself = systemViewer('clients.move');

type Template = 'clients.move-offered' | 'clients.move-decided';

/** Tells people, by link alone: no client, no name stands in a mail. */
export const tellOfMove = async (
  hub: Hub,
  tx: Transaction,
  template: Template,
  personIds: readonly string[],
): Promise<void> => {
  const people = await personLoader.batch(hub, hubItself, personIds);
  for (const person of people) {
    if (!person || person.id === tx.viewer.personId) continue;
    await tx.send({
      kind: 'mail',
      to: hub.get(PersonService).emailOf(hubItself, person),
      template,
      languageTag: person.languageTag,
      values: { url: portalLink(hub.env, person.languageTag, '/caseworker/moves') },
      notice: { group: `moves:${person.id}`, isUrgent: false },
    });
  }
};

/** Whoever serves clients of a municipality. */
export const caseworkersToTell = async (hub: Hub, organisationId: string): Promise<string[]> => {
  const rows = await hub.db.read<{ personId: string }>(
    hubItself,
    sql`select distinct person_id as "personId" from memberships
        where organisation_id = ${organisationId} and role = 'CASEWORKER' and ended_at is null order by person_id`,
  );
  return rows.map(({ personId }) => personId);
};
