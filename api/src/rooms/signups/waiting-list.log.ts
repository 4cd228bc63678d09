import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import type { WaitingCause, WaitingMove } from './sign-up.words.ts';

/** A line of the log: what happened to a turn in the waiting list, and why. */
export interface WaitingListMoveRow {
  readonly id: string;
  readonly move: WaitingMove;
  readonly because: WaitingCause;
  readonly waitingNumber: number;
  readonly partySize: number;
  readonly placesFree: number | null;
  readonly at: Date;
}

/** Writes down what one person in the list did, or left undone. */
export const recordWaitingMove = async (
  tx: Transaction,
  now: Date,
  signUpId: string,
  move: WaitingMove,
  because: WaitingCause,
): Promise<void> => {
  await tx.query(
    sql`insert into waiting_list_moves
          (id, occurrence_id, sign_up_id, host_ids, move, because, waiting_number, party_size, places_free, at)
        select uuidv7(), c.id, s.id, c.host_ids, ${move}, ${because}, s.waiting_number, s.party_size,
          c.capacity - c.taken, ${now}::timestamptz
        from sign_ups s join occurrences c on c.id = s.occurrence_id where s.id = ${signUpId}`,
  );
};

/** A date's log, oldest first; the newest 500 lines. */
export const readWaitingMoves = async (
  hub: Hub,
  viewer: Viewer,
  occurrenceId: string,
): Promise<WaitingListMoveRow[]> => {
  const visible = isSystem(viewer)
    ? sql`true`
    : sql`m.host_ids && ${organisationsOf(viewer, 'COORDINATOR')}::uuid[]`;
  const rows = await hub.db.read<WaitingListMoveRow>(
    viewer,
    sql`select m.id, m.move, m.because, m.waiting_number as "waitingNumber", m.party_size as "partySize",
          m.places_free as "placesFree", m.at
        from waiting_list_moves m where m.occurrence_id = ${occurrenceId} and ${visible}
        order by m.at desc, m.id desc limit 500`,
  );
  return rows.toReversed();
};
