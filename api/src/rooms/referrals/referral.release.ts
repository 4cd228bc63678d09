import sql from 'sql-template-tag';
import type { HubEvents } from '../../platform/events/events.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { membersToTell, portalLink, type MailTarget } from '../people/index.ts';
import { noteGiven, type GivenReferral } from './referral.events.ts';
import { isAssignable } from './referral.view.ts';
import { isAssignablePerson } from './referral.people.ts';

interface ReleasedRow extends GivenReferral {
  readonly clientId: string;
}

/** A caseworker left: their referrals, ended ones too, have no referrer until somebody gets the clients. */
export const releaseSent = async (
  hub: Hub,
  tx: Transaction,
  { organisationId, personId }: HubEvents['clients.released'],
): Promise<void> => {
  const referrals = await tx.query<GivenReferral>(
    sql`update referrals set referrer_id = null, version = version + 1
        where referring_organisation_id = ${organisationId} and referrer_id = ${personId} and state <> 'ERASED'
        returning id, state, version`,
  );
  const facts = { fromPersonId: personId, toPersonId: null };
  await noteGiven(tx, { at: hub.clock.now(), organisationId, action: 'reassign', facts }, referrals);
};

/** Takes referrals from whoever has them at the receiver, with a line in the history of each. */
const takeFrom = async (
  hub: Hub,
  tx: Transaction,
  organisationId: string,
  personId: string,
): Promise<ReleasedRow[]> => {
  const referrals = await tx.query<ReleasedRow>(
    sql`update referrals set assignee_id = null, version = version + 1
        where receiving_organisation_id = ${organisationId} and assignee_id = ${personId}
        returning id, client_id as "clientId", state, version`,
  );
  const facts = { assigneeId: null };
  await noteGiven(tx, { at: hub.clock.now(), organisationId, action: 'assign', facts }, referrals);
  return referrals;
};

const sendMail = (hub: Hub, tx: Transaction, organisationId: string, count: number, to: MailTarget) =>
  tx.send({
    kind: 'mail',
    to: to.email,
    template: 'referrals.unassigned',
    languageTag: to.languageTag,
    values: {
      count: String(count),
      url: portalLink(hub.env, to.languageTag, `/association/${organisationId}/referrals`),
    },
  });

/**
 * Someone of the receiver's people is that no more: what they had lies with the unassigned ones, and the coordinators
 * are told of what goes on.
 */
export const releaseReceived = async (
  hub: Hub,
  tx: Transaction,
  { organisationId, personId, role }: HubEvents['people.roleEnded'],
): Promise<void> => {
  if (role !== 'COORDINATOR' && role !== 'VOLUNTEER') return;
  if (await isAssignablePerson(tx, organisationId, personId)) return;
  const referrals = await takeFrom(hub, tx, organisationId, personId);
  if (referrals.length === 0) return;
  await tx.audit({
    action: 'referral.release',
    subjectId: personId,
    organisationId,
    clientIds: referrals.map(({ clientId }) => clientId),
    referralIds: referrals.map(({ id }) => id),
  });
  const open = referrals.filter(({ state }) => isAssignable(state));
  if (open.length === 0) return;
  for (const to of await membersToTell(hub, organisationId, ['COORDINATOR']))
    if (to.personId !== personId) await sendMail(hub, tx, organisationId, open.length, to);
};
