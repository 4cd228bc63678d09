import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { personLoader, PersonService, portalLink } from '../people/index.ts';
import { leaveBetween } from './caseload.calendar.ts';
import { worksWithClients } from './caseload.people.ts';
import { loadDelegation } from './caseload.delegation.read.ts';
import { clientPolicy } from './client.policy.ts';

export interface DelegateClientsInput {
  readonly organisationId: string;
  /** Who is away; the viewer when left out. */
  readonly fromPersonId?: string | null;
  readonly toPersonId: string;
  /** ISO dates, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
}

const hubItself = systemViewer('clients.delegate');

const alreadyDelegated = (): HubError =>
  new HubError(
    'CONFLICT',
    'ALREADY_DELEGATED',
    'This colleague stands in on some of these days already. End that first, or choose other days.',
  );

/** Tells the colleague, by link alone. */
const tell = async (hub: Hub, tx: Transaction, personId: string): Promise<void> => {
  const [person] = await personLoader.batch(hub, hubItself, [personId]);
  if (!person || personId === tx.viewer.personId) return;
  await tx.send({
    kind: 'mail',
    to: hub.get(PersonService).emailOf(hubItself, person),
    template: 'clients.standing-in',
    languageTag: person.languageTag,
    values: { url: portalLink(hub.env, person.languageTag, '/caseworker/team') },
  });
};

/**
 * Has a colleague stand in for a caseworker who is away: from the first day to the last they see the clients, without
 * who they are, and answer for the referrals; then it is over by itself. Errors: UNAUTHENTICATED; FORBIDDEN; NOT_FOUND;
 * INVALID_INPUT CASEWORKER_UNKNOWN on `input.toPersonId`, LEAVE_NOT_ALLOWED on `input.endsOn`; CONFLICT ALREADY_DELEGATED.
 */
export const delegateClients = async (
  hub: Hub,
  viewer: Viewer,
  input: DelegateClientsInput,
): Promise<string> => {
  const { organisationId, toPersonId } = input;
  const fromPersonId = input.fromPersonId ?? viewer.personId ?? '';
  clientPolicy.authorize(viewer, 'delegate', { organisationId, caseworkerId: fromPersonId });
  if (!isId(organisationId) || !isId(fromPersonId)) throw notFound();
  const now = hub.clock.now();
  const leave = leaveBetween(now, input.startsOn, input.endsOn);
  if (!leave) {
    throw invalidInput(
      'input.endsOn',
      'LEAVE_NOT_ALLOWED',
      'Choose days from today on, the first before the last, within a year.',
    );
  }
  const { startsAt, endsAt } = leave;
  return hub.db.write(viewer, async (tx) => {
    const isColleague =
      toPersonId !== fromPersonId && (await worksWithClients(tx, organisationId, toPersonId));
    if (!isColleague || !(await worksWithClients(tx, organisationId, fromPersonId))) {
      throw invalidInput(
        'input.toPersonId',
        'CASEWORKER_UNKNOWN',
        'Choose another caseworker of the municipality.',
      );
    }
    await tx.query(
      sql`select pg_advisory_xact_lock(hashtextextended(${`clients.delegate ${fromPersonId}`}, 0))`,
    );
    const same = await tx.query(
      sql`select 1 from stand_ins where organisation_id = ${organisationId} and caseworker_id = ${fromPersonId}
            and stand_in_id = ${toPersonId} and ended_at is null and starts_at < ${endsAt} and ends_at > ${startsAt}`,
    );
    if (same.length > 0) throw alreadyDelegated();
    const id = newId(now);
    await tx.query(
      sql`insert into stand_ins (id, region_id, organisation_id, caseworker_id, stand_in_id, starts_at, ends_at, created_at)
          select ${id}, region_id, id, ${fromPersonId}, ${toPersonId}, ${startsAt}, ${endsAt}, ${now}
          from organisations where id = ${organisationId}`,
    );
    await tx.audit({
      action: 'client.delegate',
      subjectId: fromPersonId,
      organisationId,
      facts: { delegationId: id, toPersonId, startsOn: input.startsOn, endsOn: input.endsOn },
    });
    await tell(hub, tx, toPersonId);
    return id;
  });
};

/** Ends a stand-in before its last day; again changes nothing. Returns the municipality. Errors: NOT_FOUND, FORBIDDEN. */
export const endDelegation = (hub: Hub, viewer: Viewer, delegationId: string): Promise<string> => {
  clientPolicy.authorize(viewer, 'list', null);
  return hub.db.write(viewer, async (tx) => {
    const delegation = isId(delegationId) ? await loadDelegation(tx, delegationId) : undefined;
    if (!delegation) throw notFound();
    const { organisationId, caseworkerId } = delegation;
    clientPolicy.authorize(viewer, 'delegate', { organisationId, caseworkerId });
    const ended = await tx.query(
      sql`update stand_ins set ended_at = ${hub.clock.now()} where id = ${delegationId} and ended_at is null returning id`,
    );
    if (ended.length > 0) {
      const facts = { delegationId };
      await tx.audit({ action: 'client.endDelegation', subjectId: caseworkerId, organisationId, facts });
    }
    return organisationId;
  });
};
