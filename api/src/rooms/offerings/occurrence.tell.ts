import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { tellChangesQueue, undoSeconds } from './occurrence.change.ts';
import { lockState, type KnownTime } from './occurrence.state.ts';
import type { OccurrenceChangeKind } from './offering.words.ts';

const worker = systemViewer(`job:${tellChangesQueue}`);

interface Due {
  readonly id: string;
  readonly occurrenceId: string;
}

interface Told {
  readonly kind: OccurrenceChangeKind;
  readonly known: KnownTime;
  readonly offeringId: string;
}

/** Marks one change as told, and has the rooms tell of it, in the same transaction: killed half-way, neither happened. */
const tell = async (tx: Transaction, now: Date, { id, occurrenceId }: Due): Promise<boolean> => {
  const state = await lockState(tx, occurrenceId);
  const [change] = await tx.query<Told>(
    sql`update occurrence_changes k set told_at = ${now} from occurrences c
        where k.id = ${id} and c.id = k.occurrence_id
          and k.overtaken_at is null and k.undone_at is null and k.told_at is null
        returning k.kind, k.known, c.offering_id as "offeringId"`,
  );
  if (!state || !change) return false;
  const { kind, known, offeringId } = change;
  const notified = { count: 0 };
  // Other times for the whole series may have ended the date since, and have told of it.
  if ((state.status === 'CANCELLED') !== (kind === 'CANCELLED')) return false;
  if (kind === 'CANCELLED') await tx.emit('occurrence.cancelled', { occurrenceId, offeringId, notified });
  else await tx.emit('occurrence.moved', { occurrenceId, offeringId, kind, known, notified });
  return true;
};

/**
 * Tells of every change of a date that can no longer be taken back, once. A run that was killed is finished by the
 * next. Returns how many were told.
 */
export const tellChanges = async (hub: Hub): Promise<number> => {
  const now = hub.clock.now();
  const due = await hub.db.read<Due>(
    worker,
    sql`select id, occurrence_id as "occurrenceId" from occurrence_changes
        where overtaken_at is null and undone_at is null and told_at is null
          and made_at <= ${new Date(now.getTime() - undoSeconds * 1000)}
        order by made_at, id`,
  );
  let count = 0;
  for (const each of due) {
    if (await hub.db.write(worker, (tx) => tell(tx, now, each))) count += 1;
  }
  return count;
};
