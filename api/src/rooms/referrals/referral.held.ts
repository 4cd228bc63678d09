import sql from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { HeldSection } from '../../platform/personal-data/held.ts';

interface SealedMessage {
  readonly id: string;
  readonly referralId: string;
  readonly key: string;
  readonly body: string;
  readonly sentAt: Date;
  readonly kind: string;
  readonly by: string;
}

const messagesOf = async (tx: Transaction, crypto: Crypto, clientId: string): Promise<object[]> => {
  const rows = await tx.query<SealedMessage>(
    sql`select m.id, r.id as "referralId", r.message_key as key, m.body, m.sent_at as "sentAt", m.kind, o.name as by
        from referral_messages m join referrals r on r.id = m.referral_id
        join organisations o on o.id = m.author_organisation_id
        where r.client_id = ${clientId} and r.message_key is not null order by m.id`,
  );
  return rows.map(({ id, referralId, key, body, ...rest }) => ({
    ...rest,
    referralId,
    text: crypto.openWith(key, referralId, body, `message:${id}`),
  }));
};

interface SealedDetail extends Omit<SealedMessage, 'id' | 'body' | 'sentAt' | 'kind' | 'by'> {
  readonly field: string;
  readonly reason: string;
  readonly value: string | null;
}

/** Tier 2: what was asked for with which reason, and what was granted. */
const detailsOf = async (tx: Transaction, crypto: Crypto, clientId: string): Promise<object[]> => {
  const rows = await tx.query<SealedDetail>(
    sql`select r.id as "referralId", r.message_key as key, d.field, d.status, d.reason, d.value,
          d.asked_at as "askedAt", d.answered_at as "answeredAt", o.name as "askedBy"
        from referral_details d join referrals r on r.id = d.referral_id
        join organisations o on o.id = r.receiving_organisation_id
        where r.client_id = ${clientId} and r.message_key is not null order by d.asked_at, d.id`,
  );
  return rows.map(({ referralId, key, field, reason, value, ...rest }) => ({
    ...rest,
    referralId,
    field,
    reason: crypto.openWith(key, referralId, reason, `detail:${field}:reason`),
    value: value && crypto.openWith(key, referralId, value, `detail:${field}:value`),
  }));
};

/** What this room holds on a client, opened. Whoever calls this decides who may have it. */
export const holdReferrals = async (
  tx: Transaction,
  crypto: Crypto,
  clientId: string,
): Promise<HeldSection[]> => {
  const rows = await tx.query<{
    readonly id: string;
    readonly events: readonly object[];
    readonly signUps: readonly object[];
  }>(
    sql`select r.id, r.state, o.name as receiver,
          (select t.title from offering_translations t where t.offering_id = r.offering_id order by t.language limit 1) as offering,
          r.need_category as "needCategory", m.name->>'fi' as municipality, r.languages,
          r.needs_interpreter as "needsInterpreter", r.age_band as "ageBand", r.priority, r.access_needs as "accessNeeds",
          r.note, r.withheld, r.hold_reason as "holdReason", r.decline_reason as "declineReason",
          r.withdraw_reason as "withdrawReason", r.outcome, r.sessions_attended as "sessionsAttended",
          r.contact_channel as "contactChannel", r.created_at as "createdAt", r.sent_at as "sentAt",
          r.accepted_at as "acceptedAt", r.contacted_at as "contactedAt", r.ended_at as "endedAt",
          r.receiver_erased_at as "receiverErasedAt",
          coalesce((
            select json_agg(json_build_object('at', e.at, 'action', e.action, 'state', e.to_state, 'by', actor.name) order by e.at, e.id)
            from referral_events e left join organisations actor on actor.id = e.actor_organisation_id
            where e.referral_id = r.id
          ), '[]') as events,
          coalesce((
            select json_agg(json_build_object('startsAt', c.starts_at, 'status', s.status, 'signedUpAt', s.created_at) order by c.starts_at, s.id)
            from sign_ups s join occurrences c on c.id = s.occurrence_id where s.referral_id = r.id
          ), '[]') as "signUps"
        from referrals r join organisations o on o.id = r.receiving_organisation_id
        join municipalities m on m.code = r.municipality_code
        where r.client_id = ${clientId} order by r.created_at, r.id`,
  );
  const referrals = rows.map(({ events: _events, signUps: _signUps, ...referral }) => referral);
  const of = (part: 'events' | 'signUps'): object[] =>
    rows.flatMap((each) => each[part].map((row) => ({ referralId: each.id, ...row })));
  return [
    { name: 'referrals', rows: referrals },
    { name: 'events', rows: of('events') },
    { name: 'signUps', rows: of('signUps') },
    { name: 'messages', rows: await messagesOf(tx, crypto, clientId) },
    { name: 'details', rows: await detailsOf(tx, crypto, clientId) },
  ];
};
