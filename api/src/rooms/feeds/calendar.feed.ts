import { offeringEvents, type CalendarFacts } from './calendar.events.ts';
import { calendarText, property } from './calendar.text.ts';
import { zoneLines } from './calendar.zone.ts';
import type { FeedOffering } from './feed.read.ts';

/** A whole calendar (RFC 5545, RFC 7986), lines ended by CRLF. */
export const writeCalendar = (
  name: string,
  offerings: readonly FeedOffering[],
  facts: CalendarFacts,
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kotoverkko//Kotoverkko//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    property('NAME', calendarText(name)),
    // Calendars older than RFC 7986 read this one.
    property('X-WR-CALNAME', calendarText(name)),
    property('REFRESH-INTERVAL', 'PT1H', { VALUE: 'DURATION' }),
    property('X-PUBLISHED-TTL', 'PT1H'),
    ...zoneLines,
    ...offerings.flatMap((offering) => offeringEvents(offering, facts)),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
