import type { OccurrenceDate, PlaceFacts } from './offering-facts.queries.ts';
import type { OfferingPageOffering } from './offering-page.queries.ts';

export interface DescribedPage {
  readonly offering: OfferingPageOffering;
  readonly date: OccurrenceDate | undefined;
  readonly place: PlaceFacts | null | undefined;
  /** The page's own address, without a query. */
  readonly url: string;
  /** `https://host`. */
  readonly origin: string;
  readonly lang: string;
}

type Schedule = OfferingPageOffering['schedules'][number];
type Thing = Readonly<Record<string, unknown>>;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const units = {
  DAILY: 'D',
  WEEKLY: 'W',
  MONTHLY_ON_DATE: 'M',
  MONTHLY_ON_WEEKDAY: 'M',
  YEARLY: 'Y',
} as const;

/** The second Tuesday of a month is "2TU", as iCalendar says it: schema.org takes that too. */
const byDayOf = ({ monthWeek }: Schedule, day: number): string => {
  const weekday = weekdays[day - 1] ?? '';
  return monthWeek === null
    ? `https://schema.org/${weekday}`
    : `${monthWeek}${weekday.slice(0, 2).toUpperCase()}`;
};

/** A clock time `minutes` after a local date and time, 'HH:MM'. */
const clockAfter = (local: string, minutes: number): string =>
  new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(11, 16);

const scheduleOf = (schedule: Schedule): Thing => ({
  '@type': 'Schedule',
  startDate: schedule.startsAtLocal.slice(0, 10),
  endDate: schedule.untilOn ?? undefined,
  repeatCount: schedule.count ?? undefined,
  repeatFrequency: `P${schedule.interval ?? 1}${schedule.rhythm === null ? 'D' : units[schedule.rhythm]}`,
  ...(schedule.weekdays.length > 0 && {
    byDay: schedule.weekdays.map((day) => byDayOf(schedule, day)),
  }),
  ...(schedule.skippedOn.length > 0 && { exceptDate: schedule.skippedOn }),
  startTime: clockAfter(schedule.startsAtLocal, 0),
  endTime: clockAfter(schedule.startsAtLocal, schedule.durationMinutes),
  scheduleTimezone: 'Europe/Helsinki',
});

const placeOf = (place: PlaceFacts): Thing => ({
  '@type': 'Place',
  name: place.name,
  address: {
    '@type': 'PostalAddress',
    streetAddress: place.streetAddress ?? undefined,
    postalCode: place.postalCode ?? undefined,
    addressLocality: place.municipality.name.value,
    addressCountry: 'FI',
  },
});

const locationsOf = ({ offering, place, url }: DescribedPage): Thing[] => [
  ...(place ? [placeOf(place)] : []),
  // The joining link is for those who come; the page says how to get it.
  ...(offering.isOnline ? [{ '@type': 'VirtualLocation', url }] : []),
];

const attendanceOf = ({ offering, place }: DescribedPage): string => {
  if (!offering.isOnline) return 'OfflineEventAttendanceMode';
  return place ? 'MixedEventAttendanceMode' : 'OnlineEventAttendanceMode';
};

const offerOf = ({ offering, date, url }: DescribedPage): Thing => ({
  '@type': 'Offer',
  url,
  price: (offering.priceEuroCents / 100).toFixed(2),
  priceCurrency: 'EUR',
  availability: `https://schema.org/${date?.isFull ? 'SoldOut' : 'InStock'}`,
});

const organiserOf = (origin: string, lang: string, { id, name }: { id: string; name: string }): Thing => ({
  '@type': 'Organization',
  name,
  url: `${origin}/${lang}/organisations/${id}`,
});

const statuses = {
  CANCELLED: 'EventCancelled',
  POSTPONED: 'EventPostponed',
  SCHEDULED: 'EventScheduled',
} as const;

/** A postponed event keeps the date that it had, as schema.org asks: nothing else tells which one it is. */
const timesOf = ({ startsAt, endsAt, status, previousStartsAt }: OccurrenceDate): Thing => {
  const isMoved = status === 'SCHEDULED' && previousStartsAt !== null;
  return {
    startDate: startsAt,
    endDate: endsAt,
    eventStatus: `https://schema.org/${isMoved ? 'EventRescheduled' : statuses[status]}`,
    ...(isMoved && { previousStartDate: previousStartsAt }),
  };
};

/**
 * An offering's page for search engines, as schema.org says it (STANDARDS.md, Web): the date that the page tells, with
 * its true status. An offering without a date is a series whose times are agreed.
 */
export function jsonLdOf(page: DescribedPage): Thing {
  const { offering, date, url, origin, lang } = page;
  const repeating = offering.schedules.filter((schedule) => schedule.rhythm !== null);
  return {
    '@context': 'https://schema.org',
    '@type': date ? (offering.kind === 'COURSE' ? 'CourseInstance' : 'Event') : 'EventSeries',
    '@id': date ? `${url}?date=${date.id}` : url,
    url,
    name: offering.title.value,
    description: offering.summary.value,
    inLanguage: offering.spokenLanguages,
    isAccessibleForFree: offering.priceEuroCents === 0,
    eventAttendanceMode: `https://schema.org/${attendanceOf(page)}`,
    location: locationsOf(page),
    organizer: [offering.organisation, ...offering.coHosts].map((host) => organiserOf(origin, lang, host)),
    offers: offerOf(page),
    ...(date && timesOf(date)),
    ...(repeating.length > 0 && { eventSchedule: repeating.map(scheduleOf) }),
  };
}

/** As it may stand in a script element: nothing in it ends the element or is escaped as HTML. */
export const jsonLdText = (thing: Thing): string =>
  JSON.stringify(thing).replaceAll('<', '\\u003c').replaceAll('&', '\\u0026').replaceAll('>', '\\u003e');
