import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { readOccurrences } from './occurrence.read.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import { lockState, writeState, type DateState, type KnownTime } from './occurrence.state.ts';
import { signInNeeded } from './offering.errors.ts';
import { offeringPolicy } from './offering.policy.ts';
import { actsFor } from './offering.store.ts';
import type { OccurrenceChangeKind } from './offering.words.ts';

/** The queue whose worker tells of changes; see `tellChanges`. */
export const tellChangesQueue = 'offerings.tell-changes';

/** How long a change can be taken back; nobody is told before. */
export const undoSeconds = 60;
export const undoableUntil = (madeAt: Date): Date => new Date(madeAt.getTime() + undoSeconds * 1000);

export interface Changed {
  readonly occurrence: OccurrenceRow;
  /** How many sign-ups will be told. */
  readonly notifiedCount: number;
}

/** Which of the policy's actions each kind of change is. */
const actions = {
  CANCELLED: 'cancelOccurrence',
  POSTPONED: 'postponeOccurrence',
  MOVED: 'moveOccurrence',
} as const satisfies Record<OccurrenceChangeKind, string>;

const auditActions = {
  CANCELLED: 'occurrence.cancel',
  POSTPONED: 'occurrence.postpone',
  MOVED: 'occurrence.move',
} as const satisfies Record<OccurrenceChangeKind, string>;

/** A date that a host is about to change. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN. */
export const dateToChange = async (
  hub: Hub,
  viewer: Viewer,
  occurrenceId: string,
  kind: OccurrenceChangeKind,
): Promise<OccurrenceRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [row] = isId(occurrenceId) ? await readOccurrences(hub, viewer, [occurrenceId]) : [];
  if (!row) throw notFound();
  offeringPolicy.authorize(viewer, actions[kind], row);
  return row;
};

interface Open {
  readonly id: string;
  readonly known: KnownTime;
}

/** The change that nobody was told of yet gives way to the next one. */
const overtake = async (tx: Transaction, now: Date, occurrenceId: string): Promise<Open | undefined> => {
  const [open] = await tx.query<Open>(
    sql`update occurrence_changes set overtaken_at = ${now}
        where occurrence_id = ${occurrenceId} and overtaken_at is null and undone_at is null and told_at is null
        returning id, known`,
  );
  return open;
};

/**
 * Changes one date, keeps what it was, and has those concerned told a minute later: the change, its audit row and the
 * job that tells of it commit together. `next` says what becomes of it, or throws.
 */
export const changeDate = (
  hub: Hub,
  viewer: Viewer,
  date: OccurrenceRow,
  kind: OccurrenceChangeKind,
  next: (before: DateState, now: Date) => DateState,
  alongside: (tx: Transaction, after: DateState) => Promise<unknown> = () => Promise.resolve(),
): Promise<Changed> => {
  const now = hub.clock.now();
  return hub.db.write(viewer, async (tx) => {
    const before = await lockState(tx, date.id);
    if (!before) throw notFound();
    const after = next(before, now);
    const open = await overtake(tx, now, date.id);
    const occurrence = await writeState(tx, now, date.id, after);
    if (!occurrence) throw notFound();
    await alongside(tx, after);
    const { startsAt, endsAt, placeId } = before;
    const known: KnownTime = open?.known ?? { startsAt, endsAt, placeId };
    await tx.query(
      sql`insert into occurrence_changes (id, occurrence_id, host_ids, kind, made_at, before, known, overtakes)
          values (${newId(now)}, ${date.id}, ${[...occurrence.hostIds]}::uuid[], ${kind}, ${now},
            ${JSON.stringify(before)}::jsonb, ${JSON.stringify(known)}::jsonb, ${open?.id ?? null}::uuid)`,
    );
    await hub.jobs.send(tx, tellChangesQueue, {}, undoableUntil(now));
    await tx.audit({
      action: auditActions[kind],
      subjectId: date.id,
      organisationId: actsFor(viewer, date.hostIds),
      facts: { offeringId: date.offeringId },
    });
    const notified = { count: 0 };
    await tx.emit('occurrence.changing', { occurrenceId: date.id, notified });
    return { occurrence, notifiedCount: notified.count };
  });
};
