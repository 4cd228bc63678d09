import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { applyMove, type Change } from './referral.apply.ts';
import { eraseReceiverCopy, eraseReferral } from './referral.erase.ts';
import { forgetClient } from './referral.forget.ts';
import { referralMachine } from './referral.machine.ts';
import { remind, tellNews } from './referral.notices.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import { countSessions } from './sign-up.attendance.ts';
import type { TimerKind } from './timer.plan.ts';

const clock = systemViewer('job:referrals.timer');

type Ring = (hub: Hub, tx: Transaction, referral: ReferralRow, kind: TimerKind) => Promise<void>;

/** The system's own move, where the state still has it. */
const moveOn = async (
  hub: Hub,
  tx: Transaction,
  referral: ReferralRow,
  action: 'expire' | 'close',
): Promise<void> => {
  const move = referralMachine.move(referral.state, action);
  if (!move?.by.includes('system')) return;
  const outcome = 'UNKNOWN_TIMEOUT';
  const change: Change =
    action === 'close'
      ? {
          columns: { outcome, sessions_attended: await countSessions(tx, referral.id) },
          facts: { outcome, timer: 'CLOSE' },
        }
      : { facts: { timer: `${referral.state}_EXPIRE` } };
  await applyMove(hub, tx, referral, move, change);
};

const remindReceiver: Ring = (hub, tx, referral) => remind(hub, tx, referral, 'receiver');

/** Late: the receiver is reminded once more, and the referrer learns of it. */
const escalate: Ring = async (hub, tx, referral) => {
  await remind(hub, tx, referral, 'receiver');
  await tellNews(hub, tx, referral, 'referrer');
};

const rings: Readonly<Record<TimerKind, Ring>> = {
  ANSWER_HALF: remindReceiver,
  ANSWER_DUE: remindReceiver,
  ANSWER_LATE: escalate,
  INFORMATION_DUE: (hub, tx, referral) => remind(hub, tx, referral, 'referrer'),
  CONTACT_DUE: remindReceiver,
  CONTACT_LATE: escalate,
  REVIEW: remindReceiver,
  OUTCOME_FIRST: remindReceiver,
  OUTCOME_SECOND: remindReceiver,
  EXPIRE: (hub, tx, referral) => moveOn(hub, tx, referral, 'expire'),
  CLOSE: (hub, tx, referral) => moveOn(hub, tx, referral, 'close'),
  ERASE_RECEIVER: (hub, tx, referral) => eraseReceiverCopy(hub, tx, referral, 'RETENTION'),
  ERASE: async (hub, tx, referral) => {
    if (!referralMachine.move(referral.state, 'erase')) return;
    await eraseReferral(hub, tx, referral, 'RETENTION');
    await forgetClient(hub, tx, referral.clientId);
  },
  // Nobody but its author knew of it; its history goes with it.
  DELETE: async (_hub, tx, referral) => {
    await tx.query(sql`delete from referrals where id = ${referral.id} and state = 'DRAFT'`);
  },
};

/** Rings one clock, if it is due and has not rung. Running it again, or twice at once, changes nothing. */
export const fireTimer = async (hub: Hub, timerId: string): Promise<boolean> =>
  hub.db.write(clock, async (tx) => {
    const now = hub.clock.now();
    // The referral is locked first, as by every move: a move meanwhile takes its clocks away.
    const [referral] = await tx.query<ReferralRow>(
      sql`select ${referralColumns} from ${referralTables}
          where r.id = (select referral_id from referral_timers where id = ${timerId}) for update of r`,
    );
    if (!referral) return false;
    const [timer] = await tx.query<{ kind: TimerKind }>(
      sql`update referral_timers set fired_at = ${now}
          where id = ${timerId} and fired_at is null and due_at <= ${now} returning kind`,
    );
    if (!timer) return false;
    await tx.audit({
      action: 'referral.timer',
      subjectId: referral.id,
      clientIds: [referral.clientId],
      referralIds: [referral.id],
      facts: { timer: timer.kind, state: referral.state },
    });
    await rings[timer.kind](hub, tx, referral, timer.kind);
    return true;
  });

const batch = 500;

/** One that fails keeps no other from ringing; it is tried again with the next sweep. */
const tryTimer = async (hub: Hub, timerId: string): Promise<boolean> => {
  try {
    return await fireTimer(hub, timerId);
  } catch (error) {
    hub.log.error({ timerId, reason: error instanceof Error ? error.name : 'unknown' }, 'a clock failed');
    return false;
  }
};

/** Rings every clock that is due, the oldest first, also those whose job was lost. Returns how many rang. */
export const fireDueTimers = async (hub: Hub): Promise<number> => {
  let rung = 0;
  for (let before = -1; before !== rung;) {
    before = rung;
    const due = await hub.db.read<{ id: string }>(
      clock,
      sql`select id from referral_timers where fired_at is null and due_at <= ${hub.clock.now()}
          order by due_at, id limit ${batch}`,
    );
    for (const { id } of due) if (await tryTimer(hub, id)) rung += 1;
  }
  return rung;
};
