import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { readOccurrences } from './occurrence.read.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import { signInNeeded } from './offering.errors.ts';
import { offeringPolicy } from './offering.policy.ts';
import { Problems } from './offering.problems.ts';
import { readOfferings } from './offering.read.ts';
import { checkSchedules } from './schedule.check.ts';
import type { ScheduleInput } from './schedule.inputs.ts';
import { readScheduleChange } from './schedule.replace.ts';

export interface ScheduleChangePreview {
  readonly keptCount: number;
  readonly newCount: number;
  readonly stranded: readonly OccurrenceRow[];
}

/**
 * What other times would do to an offering's dates; nothing is changed.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT with the schedules' reasons.
 */
export const previewScheduleChange = async (
  hub: Hub,
  viewer: Viewer,
  offeringId: string,
  inputs: readonly ScheduleInput[],
): Promise<ScheduleChangePreview> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [offering] = isId(offeringId) ? await readOfferings(hub, viewer, [offeringId]) : [];
  if (!offering) throw notFound();
  offeringPolicy.authorize(viewer, 'update', offering);
  const problems = new Problems();
  const schedules = checkSchedules(inputs, problems);
  problems.throwIfAny();
  const { plan, strandedIds } = await readScheduleChange(hub, viewer, offering, schedules);
  const stranded = await readOccurrences(hub, viewer, strandedIds);
  return {
    keptCount: plan.kept.length,
    newCount: plan.addedCount,
    stranded: stranded.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
  };
};
