import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { readEvent } from './sign-up.event.ts';
import { giveBack } from './sign-up.give-back.ts';
import { tellLapsed } from './sign-up.mails.ts';
import { addresseeOf } from './sign-up.seal.ts';
import { lateHours, lockDates, promoteWaiting } from './waiting-list.promote.ts';
import { recordWaitingMove } from './waiting-list.log.ts';

/** The queue, and the job that comes round every five minutes. */
export const settleQueue = 'signups.settle';

/** Takes back the places that were offered and not accepted in time, on one locked date. */
const lapse = async (hub: Hub, tx: Transaction, occurrenceId: string): Promise<number> => {
  const now = hub.clock.now();
  const late = await tx.query<{ id: string }>(
    sql`select id from sign_ups where occurrence_id = ${occurrenceId} and accept_by <= ${now} order by waiting_number`,
  );
  const event = late.length > 0 ? await readEvent(tx, occurrenceId) : null;
  if (!event) return 0;
  for (const { id } of late) {
    await recordWaitingMove(tx, now, id, 'LAPSED', 'OFFER_LAPSED');
    const gone = await giveBack(tx, now, id);
    if (gone) await tellLapsed(hub, tx, addresseeOf(hub.crypto, gone), event);
  }
  return late.length;
};

/** Places kept for referrals are for everyone from a day before the date. */
const releaseHeld = async (tx: Transaction, occurrenceId: string): Promise<boolean> => {
  const released = await tx.query(
    sql`update occurrences set held = 0 where id = ${occurrenceId} and held > 0 returning id`,
  );
  return released.length > 0;
};

/** Somebody waits, and a place is free: given back by whoever may not serve the list themselves. */
const isFree = sql`(c.waiting > 0 and c.capacity - c.taken - greatest(0, c.held - c.held_taken) > 0)`;

/** Passes on what nobody accepted in time, and places kept for referrals that nobody took. */
export const settleWaitingLists = async (hub: Hub): Promise<void> => {
  const now = hub.clock.now();
  const soon = new Date(now.getTime() + lateHours * 3_600_000);
  const worker = systemViewer(`job:${settleQueue}`);
  const dates = await hub.db.read<{ id: string; isSoon: boolean; isFree: boolean }>(
    worker,
    sql`select c.id, c.held > 0 and c.starts_at <= ${soon} as "isSoon", ${isFree} as "isFree" from occurrences c
        where c.status = 'SCHEDULED' and c.starts_at > ${now} and (
          (c.held > 0 and c.starts_at <= ${soon})
          or ${isFree}
          or c.id in (select occurrence_id from sign_ups where status = 'WAITLISTED' and accept_by <= ${now}))
        order by c.starts_at, c.id`,
  );
  for (const { id, isSoon, isFree } of dates) {
    await hub.db.write(worker, async (tx) => {
      await lockDates(tx, sql`c.id = ${id}`);
      if (isSoon && (await releaseHeld(tx, id))) await promoteWaiting(hub, tx, id, 'HELD_RELEASED');
      if (isFree) await promoteWaiting(hub, tx, id, 'PLACE_GIVEN_BACK');
      if ((await lapse(hub, tx, id)) > 0) await promoteWaiting(hub, tx, id, 'OFFER_LAPSED');
    });
  }
};
