import sql, { join, raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Move } from '../../platform/machine/machine.ts';
import { clocksOf } from './offering-clocks.read.ts';
import type { OfferingClocks } from './offering-clocks.words.ts';
import { insertEvent, type EventFacts } from './referral.events.ts';
import { followState } from './referral.grants.ts';
import { stateFacts, unsentStates } from './referral.machine.ts';
import { sendNotices } from './referral.notices.ts';
import { actorsOf } from './referral.policy.ts';
import type { ReferralRow } from './referral.row.ts';
import type { TimerFacts } from './timer.plan.ts';
import { scheduleTimers } from './timer.schedule.ts';
import type { ReferralAction, ReferralActor, ReferralState } from './referral.words.ts';

/** What a move writes beside the state: columns of `referrals`, and codes for the history. */
export interface Change {
  readonly columns?: Readonly<Partial<Record<MoveColumn, string | number | Date | null>>>;
  readonly facts?: EventFacts;
}

type MoveColumn =
  | 'offering_version'
  | 'consent_id'
  | 'consent_language'
  | 'consent_text_version'
  | 'capacity_then'
  | 'answer_due_at'
  | 'assignee_id'
  | 'estimated_wait_weeks'
  | 'hold_reason'
  | 'review_at'
  | 'answer_paused_at'
  | 'first_contact_due_at'
  | 'decline_reason'
  | 'withdraw_reason'
  | 'outcome'
  | 'sessions_attended'
  | 'contact_channel'
  | 'contacted_at'
  | 'sent_at'
  | 'accepted_at';

const dateIn = (columns: Change['columns'], name: MoveColumn, before: Date | null): Date | null => {
  const value = columns?.[name];
  return value instanceof Date ? value : before;
};

const timerFactsOf = (
  referral: ReferralRow,
  columns: Change['columns'],
  clocks: OfferingClocks,
): TimerFacts => ({
  priority: referral.priority,
  clocks,
  sentAt: dateIn(columns, 'sent_at', referral.sentAt),
  answerDueAt: dateIn(columns, 'answer_due_at', referral.answerDueAt),
  firstContactDueAt: dateIn(columns, 'first_contact_due_at', referral.firstContactDueAt),
  reviewAt: dateIn(columns, 'review_at', referral.reviewAt),
});

type ReferralMove = Move<ReferralState, ReferralAction, ReferralActor>;

const receivingActors: ReadonlySet<ReferralActor> = new Set(['coordinator', 'volunteerAssigned']);

/** On whose behalf the viewer moves; null for the system. */
const actingFor = (tx: Transaction, referral: ReferralRow, { by }: ReferralMove): string | null => {
  const actors = actorsOf(tx.viewer, referral);
  const actor = by.find((each) => actors.has(each));
  if (!actor || actor === 'system') return null;
  return receivingActors.has(actor) ? referral.receivingOrganisationId : referral.referringOrganisationId;
};

/** What was never sent is the referrer's alone. */
const thoseWhoKnow = (referral: ReferralRow, { from, to }: ReferralMove): readonly string[] => {
  const { referringOrganisationId, receivingOrganisationId } = referral;
  const isSent = to === 'SENT' || !unsentStates.includes(from);
  return isSent ? [referringOrganisationId, receivingOrganisationId] : [referringOrganisationId];
};

/** Writes a move that was decided: state, history, audit, the receiver's key and the notice, all in one transaction. */
export const applyMove = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  move: ReferralMove,
  { columns = {}, facts = {} }: Change,
): Promise<void> => {
  const at = hub.clock.now();
  const { action, from, to } = move;
  const version = referral.version + 1;
  const { isEnded } = stateFacts[to];
  const written = { ...columns, state: to, version, ended_at: isEnded ? at : null };
  const changes = Object.entries(written).map(([name, value]) => sql`${raw(name)} = ${value}`);
  await tx.query(sql`update referrals set ${join(changes)} where id = ${referral.id}`);
  const actorOrganisationId = actingFor(tx, referral, move);
  await insertEvent(tx, {
    referralId: referral.id,
    at,
    actorOrganisationId,
    action,
    fromState: from,
    toState: to,
    version,
    facts,
  });
  await tx.audit({
    action: `referral.${action}`,
    subjectId: referral.id,
    clientIds: [referral.clientId],
    referralIds: [referral.id],
    organisationId: actorOrganisationId,
    facts: { ...facts, from, to, version },
  });
  await followState(tx, referral.id, to, at);
  const clocks = await clocksOf(tx, referral.offeringId);
  await scheduleTimers(hub, tx, referral.id, to, timerFactsOf(referral, columns, clocks));
  await sendNotices(hub, tx, referral, action, from);
  await tx.emit('referral.moved', {
    referralId: referral.id,
    organisationIds: thoseWhoKnow(referral, move),
    state: to,
  });
};
