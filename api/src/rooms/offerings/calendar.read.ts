import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { OccurrenceFilter, OfferingFacetsInput } from './offering.filters.ts';
import { matches } from './offering.match.ts';
import { offeringColumns, type OfferingRow } from './offering.row.ts';
import type { OccurrenceStatus } from './offering.words.ts';
import type { TimeKind } from './schedule/index.ts';
import { changedAt, isOffered, visibleTo } from './offering.visibility.ts';

/** No feed is longer; the offerings published last are in it. */
const mostOfferings = 500;

/** An offering as calendars know it. */
export interface CalendarOffering extends OfferingRow {
  /** Rises with every change of the offering or of one of its dates (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
}

/** A date that is not as its rule says. */
export interface ChangedDate {
  readonly id: string;
  readonly offeringId: string;
  readonly scheduleId: string;
  /** Another schedule stands in the place of the one that made it. */
  readonly isOfFormerSchedule: boolean;
  /** Wall time in Helsinki as the rule gave it, '2026-12-01T17:00'. */
  readonly originalStartLocal: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeKind: TimeKind;
  readonly status: OccurrenceStatus;
  readonly cancelReasons: readonly Translated[];
  readonly changeReasons: readonly Translated[];
  /** Its own place; null = the offering's. */
  readonly placeId: string | null;
}

/** Offerings that were published, with a date that ended after `since`; archived ones while they ended after it. */
export const readCalendarOfferings = (
  hub: Hub,
  viewer: Viewer,
  filter: OfferingFacetsInput & Pick<OccurrenceFilter, 'offeringId'>,
  since: Date,
): Promise<CalendarOffering[]> => {
  const facets = matches(filter);
  if (filter.offeringId != null && !isId(filter.offeringId)) return Promise.resolve([]);
  return hub.db.read(
    viewer,
    sql`select ${offeringColumns}, o.version + o.date_changes + (
            select count(*)::int from occurrences c where c.offering_id = o.id and c.status = 'CANCELLED') as sequence
        from offerings o
        where ${visibleTo(viewer, 'o')} and o.is_public
          and (${isOffered} or o.archived_at > ${since})
          ${filter.offeringId ? sql`and o.id = ${filter.offeringId}` : sql``}
          ${facets ? sql`and ${facets}` : sql``}
          and exists (select from occurrences c where c.offering_id = o.id and c.ends_at > ${since})
        order by o.published_at desc, o.id limit ${mostOfferings}`,
  );
};

/** Their cancelled, postponed and moved dates that end after `since`, in order of time. */
export const readChangedDates = (
  hub: Hub,
  viewer: Viewer,
  offeringIds: readonly string[],
  since: Date,
): Promise<ChangedDate[]> =>
  hub.db.read(
    viewer,
    sql`select c.id, c.offering_id as "offeringId", c.schedule_id as "scheduleId",
          s.replaced_at is not null as "isOfFormerSchedule", c.original_start_local as "originalStartLocal",
          c.starts_at as "startsAt", c.ends_at as "endsAt", c.time_kind as "timeKind", c.status,
          c.cancel_reasons as "cancelReasons", c.change_reasons as "changeReasons", c.place_id as "placeId"
        from occurrences c join schedules s on s.id = c.schedule_id
        where c.offering_id = any(${[...offeringIds]}::uuid[]) and c.ends_at > ${since} and ${visibleTo(viewer, 'c')}
          and (c.status <> 'SCHEDULED' or c.moved_at is not null
            or c.starts_at <> c.original_start_local::timestamp at time zone 'Europe/Helsinki')
        order by c.starts_at, c.id`,
  );

/** When anything that the public sees of offerings last changed; null before the first one. */
export const readLastChange = async (hub: Hub, viewer: Viewer): Promise<Date | null> => {
  const row = await hub.db.readOne<{ at: Date | null }>(
    viewer,
    sql`select max(${changedAt}) as at from offerings o where o.is_public`,
  );
  return row?.at ?? null;
};
