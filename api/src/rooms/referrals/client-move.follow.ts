import sql, { join } from 'sql-template-tag';
import type { HubEvents } from '../../platform/events/events.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { endConsent, loadActiveConsents } from '../clients/index.ts';
import { closeLinks } from './client-link.read.ts';
import { applyMove } from './referral.apply.ts';
import { deleteDraft } from './referral.discard-draft.ts';
import { noteGiven, type GivenReferral } from './referral.events.ts';
import { liveStates, referralMachine, unsentStates } from './referral.machine.ts';
import { tellNews } from './referral.notices.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';

/** A referral that was sent and has not ended goes on, as long as the consent on which it rests holds. */
const goesOn = ({ state }: Pick<ReferralRow, 'state'>): boolean =>
  liveStates.includes(state) && !unsentStates.includes(state);

/** What of a client's referrals and consents would go along to another municipality, and what would end. */
export const previewMove = async (
  hub: Hub,
  tx: Transaction,
  { clientId, effects }: HubEvents['client.previewingMove'],
): Promise<void> => {
  const referrals = await tx.query<Pick<ReferralRow, 'state' | 'consentId'>>(
    sql`select state, consent_id as "consentId" from referrals where client_id = ${clientId} and state <> 'ERASED'`,
  );
  const count = (states: (state: ReferralRow['state']) => boolean): number =>
    referrals.filter(({ state }) => states(state)).length;
  const consents = await loadActiveConsents(hub, tx, clientId);
  const used = new Set(referrals.filter(goesOn).map(({ consentId }) => consentId));
  const inUse = consents.filter(({ id }) => used.has(id)).length;
  effects.push(
    { kind: 'OPEN_REFERRALS', goes: 'MOVES', count: referrals.filter(goesOn).length },
    { kind: 'CONSENTS_IN_USE', goes: 'MOVES', count: inUse },
    { kind: 'ENDED_REFERRALS', goes: 'MOVES', count: count((state) => !liveStates.includes(state)) },
    { kind: 'DRAFTS', goes: 'ENDS', count: count((state) => state === 'DRAFT') },
    { kind: 'CONSENT_QUESTIONS', goes: 'ENDS', count: count((state) => state === 'AWAITING_CONSENT') },
    { kind: 'UNUSED_CONSENTS', goes: 'ENDS', count: consents.length - inUse },
  );
};

type Moved = HubEvents['client.moved'];

/** The old municipality's papers and questions end: the new one writes and asks for itself. */
const endUnsent = async (hub: Hub, tx: Transaction, referral: ReferralRow): Promise<void> => {
  if (referral.state === 'DRAFT') return deleteDraft(tx, referral);
  const move = referralMachine.move(referral.state, 'revokeConsent');
  if (move) await applyMove(hub, tx, referral, move, { facts: { reason: 'MOVED_AWAY' } });
  await closeLinks(tx, referral.id, hub.clock.now());
};

/** They go on with another caseworker of another municipality; each receiver is told that there is something new. */
const goOn = async (
  hub: Hub,
  tx: Transaction,
  referrals: readonly ReferralRow[],
  { fromOrganisationId, toOrganisationId }: Moved,
): Promise<void> => {
  const given = await tx.query<GivenReferral>(
    sql`update referrals set version = version + 1 where id = any(${referrals.map(({ id }) => id)}::uuid[])
        returning id, state, version`,
  );
  const facts = { fromOrganisationId, toOrganisationId };
  const at = hub.clock.now();
  await noteGiven(tx, { at, organisationId: toOrganisationId, action: 'reassign', facts }, given);
  for (const referral of referrals) await tellNews(hub, tx, referral, 'receiver');
};

/**
 * A client was taken over by another municipality, and their referrals with them: those under way go on, what was never sent
 * ends, and so does every consent on which nothing rests that goes on.
 */
export const followMove = async (hub: Hub, tx: Transaction, moved: Moved): Promise<void> => {
  const referrals = await tx.query<ReferralRow>(
    sql`select ${referralColumns} from ${referralTables}
        where r.client_id = ${moved.clientId} and r.state in (${join([...liveStates])}) order by r.id for update of r`,
  );
  const used = new Set(referrals.filter(goesOn).map(({ consentId }) => consentId));
  for (const consent of await loadActiveConsents(hub, tx, moved.clientId)) {
    if (!used.has(consent.id)) await endConsent(hub, tx, consent);
  }
  for (const referral of referrals) if (!goesOn(referral)) await endUnsent(hub, tx, referral);
  await goOn(hub, tx, referrals.filter(goesOn), moved);
};
