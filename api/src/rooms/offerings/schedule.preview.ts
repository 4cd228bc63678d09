import { invalidInput } from '../../platform/errors/hub-error.ts';
import { MAX_PAGE_SIZE } from '../../platform/graphql/connection.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { dateOfInstant } from './occurrence.materialise.ts';
import type { SchedulePreviewType } from './occurrence.types.ts';
import { signInNeeded } from './offering.errors.ts';
import { Problems } from './offering.problems.ts';
import { checkSchedule } from './schedule.check.ts';
import type { ScheduleInput } from './schedule.inputs.ts';
import { MAXIMUM_DATES, nextDates } from './schedule/index.ts';

/** Before every date that a schedule may have. */
const beginning = Temporal.Instant.from('1999-01-01T00:00Z');

/**
 * What a schedule would yield: its first `count` dates, and how many in all.
 * Errors: UNAUTHENTICATED; INVALID_INPUT with the schedule's reasons, PAGE_SIZE_OUT_OF_RANGE.
 */
export const previewSchedule = (
  viewer: Viewer,
  input: ScheduleInput,
  count: number,
  municipalityCode?: string,
): SchedulePreviewType => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  if (!Number.isInteger(count) || count < 1 || count > MAX_PAGE_SIZE) {
    throw invalidInput('count', 'PAGE_SIZE_OUT_OF_RANGE', `Ask for 1 to ${MAX_PAGE_SIZE} dates.`);
  }
  const problems = new Problems();
  const schedule = checkSchedule(input, '', problems);
  problems.throwIfAny();
  const whole = schedule && { ...schedule, ...(municipalityCode && { municipalityCode }) };
  const dates = whole ? nextDates(whole, MAXIMUM_DATES, beginning) : [];
  return {
    totalCount: dates.length,
    dates: dates.slice(0, count).map(({ startsAt, endsAt }) => ({
      startsAt: dateOfInstant(startsAt),
      endsAt: dateOfInstant(endsAt),
    })),
  };
};
