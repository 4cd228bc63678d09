import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { changeDate, dateToChange, type Changed } from './occurrence.change.ts';
import { checkReasons } from './occurrence.reasons.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import type { DateState } from './occurrence.state.ts';
import { alreadyCancelled, nothingMoved, occurrenceOver } from './offering.errors.ts';
import { Problems } from './offering.problems.ts';
import { placeMayServe } from './place.read.ts';
import { timeAtLocal, wallTimeOf, type TimeKind } from './schedule/index.ts';

export interface MoveInput {
  readonly occurrenceId: string;
  /** On the clocks of Helsinki; as before when left out. */
  readonly startsAtLocal?: string | null;
  /** As before when left out. */
  readonly durationMinutes?: number | null;
  /** Another place than before; as before when left out. */
  readonly placeId?: string | null;
  readonly reasons: readonly Translated[];
}

interface Target {
  readonly startsAt: Date | null;
  readonly durationMinutes: number | null;
  readonly placeId: string | null;
  readonly reasons: readonly Translated[];
}

const minutesOfDay = 24 * 60;
const yearMilliseconds = 366 * 86_400_000;

/** A whole day begins at midnight and lasts whole days. */
const timeOf = (input: MoveInput, timeKind: TimeKind, now: Date, problems: Problems): Date | null => {
  if (input.startsAtLocal == null) return null;
  const local = timeKind === 'ALL_DAY' ? `${input.startsAtLocal.slice(0, 10)}T00:00` : input.startsAtLocal;
  const startsAt = timeAtLocal(local);
  if (startsAt === null) {
    problems.add('startsAtLocal', 'TIME_DOES_NOT_EXIST', 'Write a day and time that the clocks show.');
    return null;
  }
  if (startsAt <= now || startsAt.getTime() > now.getTime() + yearMilliseconds)
    problems.add('startsAtLocal', 'OUT_OF_RANGE', 'Choose a time that is still to come, within a year.');
  return startsAt;
};

const placeOf = async (
  hub: Hub,
  viewer: Viewer,
  { placeId }: MoveInput,
  { hostIds }: OccurrenceRow,
  problems: Problems,
): Promise<string | null> => {
  if (placeId == null) return null;
  if (!isId(placeId) || !(await placeMayServe(hub, viewer, placeId, hostIds)))
    problems.add('placeId', 'PLACE_UNKNOWN', 'Choose a place of a host, or a shared one.');
  return placeId;
};

const read = async (hub: Hub, viewer: Viewer, input: MoveInput, date: OccurrenceRow): Promise<Target> => {
  const problems = new Problems();
  const { timeKind } = date;
  const isWhole = timeKind === 'ALL_DAY';
  const minutes = input.durationMinutes ?? null;
  if (isWhole && minutes !== null && minutes % minutesOfDay !== 0)
    problems.add('durationMinutes', 'DURATION_OUT_OF_RANGE', 'A whole day lasts whole days.');
  const target: Target = {
    startsAt: timeOf(input, timeKind, hub.clock.now(), problems),
    durationMinutes: problems.whole(
      'durationMinutes',
      minutes,
      { least: 5, most: 7 * minutesOfDay },
      'DURATION_OUT_OF_RANGE',
    ),
    placeId: await placeOf(hub, viewer, input, date, problems),
    reasons: checkReasons(input.reasons, problems),
  };
  problems.throwIfAny();
  return target;
};

/** Whole days end at midnight, also where one has 23 or 25 hours. */
const endOf = (startsAt: Date, minutes: number, timeKind: TimeKind): Date => {
  if (timeKind !== 'ALL_DAY') return new Date(startsAt.getTime() + minutes * 60_000);
  const days = Math.max(1, Math.round(minutes / minutesOfDay));
  const local = wallTimeOf(Temporal.Instant.from(startsAt.toISOString())).add({ days });
  return timeAtLocal(local.toString({ smallestUnit: 'minute' })) ?? startsAt;
};

interface Usual {
  readonly placeId: string | null;
  readonly timeKind: TimeKind;
}

const moved = (
  before: DateState,
  target: Target,
  { placeId: usualPlaceId, timeKind }: Usual,
  now: Date,
): DateState => {
  const startsAt = target.startsAt ?? new Date(before.startsAt);
  const minutes =
    target.durationMinutes ?? (Date.parse(before.endsAt) - Date.parse(before.startsAt)) / 60_000;
  const endsAt = endOf(startsAt, minutes, timeKind);
  const placeId = target.placeId ?? before.placeId;
  return {
    ...before,
    status: 'SCHEDULED',
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    // Back where the series meets it is no place of its own.
    placeId: placeId === usualPlaceId ? null : placeId,
    movedAt: now.toISOString(),
    changeReasons: target.reasons,
  };
};

const isSame = (a: DateState, b: DateState): boolean =>
  a.status === b.status &&
  a.placeId === b.placeId &&
  [a.startsAt, a.endsAt].join() === [b.startsAt, b.endsAt].join();

/** Those who may see the date may see where it is. */
const openPlace = (placeId: string, occurrenceId: string) =>
  sql`update places l set is_public = l.is_public or c.is_public,
        host_ids = (select array_agg(distinct host) from unnest(l.host_ids || c.host_ids) as host)
      from occurrences c where l.id = ${placeId} and l.organisation_id is not null and c.id = ${occurrenceId}`;

/**
 * Gives one date another time, place or both, also a postponed one; who signed up keeps their place and is told.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT TIME_DOES_NOT_EXIST, OUT_OF_RANGE, DURATION_OUT_OF_RANGE,
 * PLACE_UNKNOWN, DUPLICATE_LANGUAGE; CONFLICT ALREADY_CANCELLED, OCCURRENCE_OVER, NOTHING_MOVED.
 */
export const moveOccurrence = async (hub: Hub, viewer: Viewer, input: MoveInput): Promise<Changed> => {
  const date = await dateToChange(hub, viewer, input.occurrenceId, 'MOVED');
  const target = await read(hub, viewer, input, date);
  const [offering] = await hub.db.read<{ placeId: string | null }>(
    viewer,
    sql`select place_id as "placeId" from offerings where id = ${date.offeringId}`,
  );
  const usual = { placeId: offering?.placeId ?? null, timeKind: date.timeKind };
  return changeDate(
    hub,
    viewer,
    date,
    'MOVED',
    (before, now) => {
      if (before.status === 'CANCELLED') throw alreadyCancelled();
      // A postponed date waits for a time however long ago its old one was.
      if (before.status === 'SCHEDULED' && new Date(before.endsAt) <= now) throw occurrenceOver();
      const after = moved(before, target, usual, now);
      if (new Date(after.startsAt) <= now && target.startsAt === null && before.status === 'POSTPONED')
        throw occurrenceOver();
      if (isSame(before, after)) throw nothingMoved();
      return after;
    },
    (tx, { placeId }) => (placeId ? tx.query(openPlace(placeId, date.id)) : Promise.resolve()),
  );
};
