import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { personLoader, PersonService, portalLink } from '../people/index.ts';

/** The queue of clocks; its jobs carry `requestId`. */
export const requestClockQueue = 'protection.request-clock';

const dayMilliseconds = 86_400_000;
/** A month in days, as the smallest that the law can mean. */
export const answerDays = 30;
const reminderDays = [7, 1] as const;
const hubItself = systemViewer(`job:${requestClockQueue}`);

const officersOf = async (hub: Hub, organisationId: string) => {
  const rows = await hub.db.read<{ id: string }>(
    hubItself,
    sql`select person_id as id from memberships
        where organisation_id = ${organisationId} and role = 'DATA_PROTECTION_OFFICER' and ended_at is null
        order by person_id`,
  );
  const people = await personLoader.batch(
    hub,
    hubItself,
    rows.map(({ id }) => id),
  );
  return people.filter((person) => person !== null);
};

/** Tells the officers of a municipality that a request waits: by link alone. */
export const tellOfficers = async (
  hub: Hub,
  tx: Transaction,
  { organisationId, dueAt }: { readonly organisationId: string; readonly dueAt: Date },
): Promise<void> => {
  const days = Math.max(0, Math.ceil((dueAt.getTime() - hub.clock.now().getTime()) / dayMilliseconds));
  for (const person of await officersOf(hub, organisationId)) {
    const { id, languageTag } = person;
    await tx.send({
      kind: 'mail',
      to: hub.get(PersonService).emailOf(hubItself, person),
      template: 'protection.request',
      languageTag,
      values: { days: String(days), url: portalLink(hub.env, languageTag, '/protection') },
      notice: { group: `protection:${id}`, isUrgent: false },
    });
  }
};

/** Reminders, a week and a day before the answer is due; they exist if and only if the request does. */
export const setRequestClocks = async (hub: Hub, tx: Transaction, requestId: string, dueAt: Date) => {
  for (const days of reminderDays) {
    const at = new Date(dueAt.getTime() - days * dayMilliseconds);
    await hub.jobs.send(tx, requestClockQueue, { requestId }, at);
  }
};

/** A clock of a request struck: where nobody has answered, the officers are told. */
export const tickRequest = async (hub: Hub, requestId: string): Promise<void> => {
  if (!isId(requestId)) return;
  await hub.db.write(hubItself, async (tx) => {
    const [request] = await tx.query<{ organisationId: string; dueAt: Date }>(
      sql`select organisation_id as "organisationId", due_at as "dueAt" from client_requests
          where id = ${requestId} and decided_at is null`,
    );
    if (request) await tellOfficers(hub, tx, request);
  });
};
