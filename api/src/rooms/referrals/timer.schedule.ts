import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { ReferralState } from './referral.words.ts';
import { timersOf, type TimerFacts } from './timer.plan.ts';

/** The queue of clocks; its jobs carry `timerId`. */
export const timerQueue = 'referrals.timer';

/**
 * Stops the clocks of the state before and starts those of the new one, with a job for each, in the transaction of the
 * move: both exist or neither.
 */
export const scheduleTimers = async (
  hub: Hub,
  tx: Transaction,
  referralId: string,
  state: ReferralState,
  facts: TimerFacts,
): Promise<void> => {
  const now = hub.clock.now();
  await tx.query(sql`delete from referral_timers where referral_id = ${referralId} and fired_at is null`);
  const timers = timersOf(state, facts, now).map((timer) => ({ ...timer, id: newId(now) }));
  if (timers.length === 0) return;
  await tx.query(
    sql`insert into referral_timers (id, region_id, referral_id, referring_organisation_id, receiving_organisation_id, kind, due_at)
        select t.id, r.region_id, r.id, r.referring_organisation_id, r.receiving_organisation_id, t.kind, t.due_at
        from unnest(${timers.map(({ id }) => id)}::uuid[], ${timers.map(({ kind }) => kind)}::text[],
            ${timers.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[]) as t(id, kind, due_at)
        join referrals r on r.id = ${referralId}`,
  );
  for (const { id, dueAt } of timers) await hub.jobs.send(tx, timerQueue, { timerId: id }, dueAt);
};
