import sql, { join, type Sql } from 'sql-template-tag';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import type { OccurrenceFilter } from './offering.filters.ts';
import { matches } from './offering.match.ts';
import { occurrencesOfDesk } from './offering.visibility.ts';

/** No date runs longer (schedules_duration): where the search for running ones may start. */
const longestDays = 7;

/** A desk lists its own dates, drafts among them; every other list is the public one. */
const isDesk = (viewer: Viewer, { offeringId, organisationId }: OccurrenceFilter): boolean =>
  offeringId != null || organisationsOf(viewer).includes(organisationId ?? '');

/** The part of the day in which a date begins, on `occurrences c`. */
export const partOfDay: Sql = sql`(case
  when extract(hour from c.starts_at at time zone 'Europe/Helsinki') < 12 then 'MORNING'
  when extract(hour from c.starts_at at time zone 'Europe/Helsinki') < 17 then 'AFTERNOON' else 'EVENING' end)`;

/** Whether anyone finds a place on a date; the same as `placesLeftOf`. */
export const hasRoom: Sql = sql`(c.status = 'SCHEDULED' and (c.capacity is null
  or (c.waiting = 0 and c.capacity - c.taken - greatest(0, c.held - c.held_taken) > 0)))`;

/** When dates may begin and end, and whose they are, on `occurrences c`. */
export const frameOfDates = (viewer: Viewer, filter: OccurrenceFilter, now: Date): Sql => {
  const { from, to, offeringId } = filter;
  const since = from ?? now;
  const earliest = new Date(since.getTime() - longestDays * 86_400_000);
  return join(
    [
      isDesk(viewer, filter) ? occurrencesOfDesk(viewer) : sql`c.is_listed`,
      // Still running counts; the second condition is where the index scan starts.
      sql`c.ends_at > ${since} and c.starts_at > ${earliest}`,
      ...(to ? [sql`c.starts_at < ${to}`] : []),
      ...(offeringId ? [sql`c.offering_id = ${offeringId}`] : []),
    ],
    ' and ',
  );
};

/** What a filter says of the dates themselves. */
export const matchesDates = (viewer: Viewer, filter: OccurrenceFilter, now: Date): Sql => {
  const { partsOfDay, hasRoom: withRoom, nextOnly } = filter;
  const fits = join(
    [
      frameOfDates(viewer, filter, now),
      ...(partsOfDay?.length ? [sql`${partOfDay} = any(${partsOfDay}::text[])`] : []),
      ...(withRoom ? [hasRoom] : []),
    ],
    ' and ',
  );
  if (!nextOnly) return fits;
  // The same conditions, of an earlier date of the same offering that takes place.
  return sql`${fits} and not exists (
    select from (select c.starts_at as here, c.id as this, c.offering_id as series) as late
    cross join lateral (select from occurrences c where c.offering_id = late.series and c.status = 'SCHEDULED'
      and (c.starts_at, c.id) < (late.here, late.this) and ${fits}) as earlier)`;
};

/** What a filter says of the offerings; null when it says nothing. */
export const matchesOfferings = (viewer: Viewer, filter: OccurrenceFilter): Sql | null => {
  const isOwn = isDesk(viewer, filter);
  const facets = matches(filter, isOwn);
  return facets && !isOwn ? sql`o.status = 'PUBLISHED' and ${facets}` : facets;
};
