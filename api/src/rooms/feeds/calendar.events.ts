import { labelledText } from '../../platform/i18n/labelled-text.ts';
import type { ScheduleRow } from '../offerings/index.ts';
import { calendarText, property, utcTime } from './calendar.text.ts';
import { dateTimes, recurrenceId, seriesTimes } from './calendar.times.ts';
import type { FeedOffering, PlacedDate } from './feed.read.ts';
import { changedTitle, pageOf, whereOf, type DateChange } from './feed.text.ts';

interface Occasion {
  readonly uid: string;
  readonly times: readonly string[];
  readonly change: DateChange | null;
  /** Why this one date is changed. */
  readonly reason?: string | undefined;
}

export interface CalendarFacts {
  readonly languageTag: string;
  readonly publicUrl: string;
}

/**
 * Lasts as long as the offering, whatever its title, times or address (RFC 7986 §5.3): the first schedule has the
 * offering's id, another one its number behind it. A changed rule is thus a newer version of the same event.
 */
const uidOf = (offeringId: string, position: number): string =>
  `${offeringId}${position === 0 ? '' : `-${position + 1}`}@kotoverkko`;

const eventLines = (
  feedOffering: FeedOffering,
  { languageTag, publicUrl }: CalendarFacts,
  { uid, times, change, reason }: Occasion,
): string[] => {
  const { offering, title, summary, description, organisation, place, themes } = feedOffering;
  const page = pageOf(publicUrl, languageTag, offering.id);
  const changedAt = utcTime(offering.updatedAt);
  const text = [reason, summary.value, description.value, page].filter(Boolean).join('\n\n');
  const shown = changedTitle(languageTag, change, title.value);
  return [
    'BEGIN:VEVENT',
    property('UID', uid),
    property('DTSTAMP', changedAt),
    property('LAST-MODIFIED', changedAt),
    property('SEQUENCE', String(offering.sequence)),
    ...times,
    property('SUMMARY', calendarText(shown), { LANGUAGE: title.language }),
    property('DESCRIPTION', calendarText(text), { LANGUAGE: description.language }),
    property('LOCATION', calendarText(whereOf(feedOffering, languageTag))),
    ...(place?.latitude != null && place.longitude != null
      ? [property('GEO', `${place.latitude};${place.longitude}`)]
      : []),
    ...(themes.length > 0 ? [property('CATEGORIES', themes.map(calendarText).join(','))] : []),
    property('ORGANIZER', `${publicUrl}/organisations/${organisation.id}`, { CN: organisation.name }),
    property('URL', page),
    // A postponed date does not take place at its time: a calendar that showed it there would lie.
    property('STATUS', change === 'CANCELLED' || change === 'POSTPONED' ? 'CANCELLED' : 'CONFIRMED'),
    'END:VEVENT',
  ];
};

const isOnce = ({ rule, extraStarts }: ScheduleRow): boolean => rule === null && extraStarts.length === 0;

const seriesLines = (
  feedOffering: FeedOffering,
  facts: CalendarFacts,
  schedule: ScheduleRow,
  uid: string,
): string[] =>
  eventLines(feedOffering, facts, {
    uid,
    times: seriesTimes(schedule),
    change: feedOffering.offering.status === 'ARCHIVED' ? 'CANCELLED' : null,
  });

/** What became of a date, and why. */
const changeOfDate = (
  date: PlacedDate,
  { languageTag }: CalendarFacts,
): Pick<Occasion, 'change' | 'reason'> => {
  const change = date.status === 'SCHEDULED' ? 'MOVED' : date.status;
  const reasons = change === 'CANCELLED' ? date.cancelReasons : date.changeReasons;
  return { change, reason: labelledText(reasons, languageTag) };
};

/** A cancelled, postponed or moved date: of its series by RECURRENCE-ID, or by itself when the series has no such date any more. */
const changedDateLines = (
  feedOffering: FeedOffering,
  facts: CalendarFacts,
  date: PlacedDate,
  uid: string | undefined,
): string[] =>
  eventLines({ ...feedOffering, place: date.place }, facts, {
    uid: uid ?? `${date.id}@kotoverkko`,
    times: uid ? [recurrenceId(date), ...dateTimes(date)] : dateTimes(date),
    ...changeOfDate(date, facts),
  });

const changedLines = (
  feedOffering: FeedOffering,
  facts: CalendarFacts,
  uids: ReadonlyMap<string, string>,
): string[] => {
  const { offering, schedules, changedDates } = feedOffering;
  // The series itself says that it is cancelled; its dates need not repeat it.
  if (offering.status === 'ARCHIVED') return [];
  const once = new Set(schedules.filter(isOnce).map(({ id }) => id));
  return changedDates
    .filter(({ scheduleId }) => !once.has(scheduleId))
    .flatMap((date) =>
      changedDateLines(
        feedOffering,
        facts,
        date,
        date.isOfFormerSchedule ? undefined : uids.get(date.scheduleId),
      ),
    );
};

/** A date of its own is no series: cancelled or moved, it is the same event, changed. */
const onceLines = (
  feedOffering: FeedOffering,
  facts: CalendarFacts,
  schedule: ScheduleRow,
  uid: string,
): string[] => {
  const changed = feedOffering.changedDates.find(({ scheduleId }) => scheduleId === schedule.id);
  if (!changed) return seriesLines(feedOffering, facts, schedule, uid);
  return eventLines({ ...feedOffering, place: changed.place }, facts, {
    uid,
    times: dateTimes(changed),
    ...changeOfDate(changed, facts),
  });
};

/** The VEVENTs of an offering: one for each schedule, and one for each date that is not as its rule says. */
export const offeringEvents = (feedOffering: FeedOffering, facts: CalendarFacts): string[] => {
  const { offering, schedules } = feedOffering;
  const uids = new Map(schedules.map(({ id }, position) => [id, uidOf(offering.id, position)]));
  const series = schedules.flatMap((schedule, position) => {
    const write = isOnce(schedule) ? onceLines : seriesLines;
    return write(feedOffering, facts, schedule, uidOf(offering.id, position));
  });
  return [...series, ...changedLines(feedOffering, facts, uids)];
};
