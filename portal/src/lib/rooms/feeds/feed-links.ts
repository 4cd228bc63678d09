import { toQuery, type UpcomingFilter } from '#lib/rooms/offerings/upcoming-filter.ts';

/** What a calendar holds: one offering, one organisation's, or what a filter lets through. */
export type FeedSubject =
  { readonly offeringId: string } | { readonly organisationId: string } | { readonly filter: UpcomingFilter };

/** A calendar goes on: the days that narrow a list do not narrow it. */
function queryOf(filter: UpcomingFilter): string {
  return toQuery({ ...filter, when: '', from: '', to: '' });
}

/** Path of a feed in a language, `ics` for calendars; an offering has a calendar alone. */
export function feedPath(lang: string, subject: FeedSubject, form: 'ics' | 'atom' | 'json' = 'ics'): string {
  if ('offeringId' in subject) return `/feeds/${lang}/offerings/${subject.offeringId}.ics`;
  if ('filter' in subject) return `/feeds/${lang}/events.${form}${queryOf(subject.filter)}`;
  return form === 'json'
    ? `/feeds/${lang}/events.json?organisation=${subject.organisationId}`
    : `/feeds/${lang}/organisations/${subject.organisationId}.${form}`;
}

/** The address of the page that leads to a calendar, below the language. */
export function calendarPage(subject: FeedSubject): `/${string}` {
  if ('offeringId' in subject) return `/calendar?offering=${subject.offeringId}`;
  if ('organisationId' in subject) return `/calendar?organisation=${subject.organisationId}`;
  return `/calendar${queryOf(subject.filter)}`;
}
