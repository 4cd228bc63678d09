import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { dateToChange, tellChangesQueue, undoSeconds } from './occurrence.change.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import { lockState, writeState, type DateState } from './occurrence.state.ts';
import { nothingToUndo } from './offering.errors.ts';
import { actsFor } from './offering.store.ts';

interface Undoable {
  readonly id: string;
  readonly before: DateState;
  readonly overtakes: string | null;
}

/**
 * Takes a host's last change of a date back within a minute: it is as it was, and nobody hears of it. A change that it
 * had overtaken is told after all. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT NOTHING_TO_UNDO.
 */
export const undoOccurrenceChange = async (
  hub: Hub,
  viewer: Viewer,
  occurrenceId: string,
): Promise<OccurrenceRow> => {
  const date = await dateToChange(hub, viewer, occurrenceId, 'CANCELLED');
  const now = hub.clock.now();
  const since = new Date(now.getTime() - undoSeconds * 1000);
  return hub.db.write(viewer, async (tx) => {
    if (!(await lockState(tx, date.id))) throw notFound();
    const [change] = await tx.query<Undoable>(
      sql`update occurrence_changes set undone_at = ${now}
          where occurrence_id = ${date.id} and overtaken_at is null and undone_at is null and told_at is null
            and made_at > ${since}
          returning id, before, overtakes`,
    );
    if (!change) throw nothingToUndo();
    if (change.overtakes) {
      await tx.query(
        sql`update occurrence_changes set overtaken_at = null where id = ${change.overtakes}::uuid`,
      );
      await hub.jobs.send(tx, tellChangesQueue, {});
    }
    const occurrence = await writeState(tx, now, date.id, change.before);
    if (!occurrence) throw notFound();
    await tx.audit({
      action: 'occurrence.undo',
      subjectId: date.id,
      organisationId: actsFor(viewer, date.hostIds),
      facts: { offeringId: date.offeringId },
    });
    return occurrence;
  });
};
