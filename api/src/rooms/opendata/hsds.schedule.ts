import type { ScheduleRow } from '../offerings/index.ts';
import { derivedId } from './derived-id.ts';

const partsOf = (rule: string): ReadonlyMap<string, string> =>
  new Map(
    rule.split(';').flatMap((part) => {
      const [name, value] = part.split('=');
      return name && value ? [[name, value] as const] : [];
    }),
  );

const numberOf = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);

const untilOf = (text: string | undefined): string | undefined =>
  text ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : undefined;

/**
 * Times in the shape of HSDS 3.1, which knows weekly and monthly rules: another rule stands in `notes` alone, as
 * iCalendar writes it. All times are Helsinki's; `timezone` is left out, since its one number cannot say summer time.
 */
export const hsdsSchedule = (
  serviceId: string,
  { id, startsAtLocal, durationMinutes, rule }: ScheduleRow,
): object => {
  const start = Temporal.PlainDateTime.from(startsAtLocal);
  const end = start.add({ minutes: durationMinutes });
  const parts = partsOf(rule ?? '');
  const freq = parts.get('FREQ');
  const isKnown = freq === 'WEEKLY' || freq === 'MONTHLY';
  const clock = (time: Temporal.PlainDateTime): string =>
    time.toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    id: derivedId('schedule', id),
    service_id: serviceId,
    dtstart: start.toPlainDate().toString(),
    valid_from: start.toPlainDate().toString(),
    opens_at: clock(start),
    closes_at: clock(end),
    until: untilOf(parts.get('UNTIL')),
    count: rule ? numberOf(parts.get('COUNT')) : 1,
    ...(isKnown && {
      freq,
      interval: numberOf(parts.get('INTERVAL')) ?? 1,
      wkst: parts.get('WKST'),
      byday: parts.get('BYDAY'),
      bymonthday: parts.get('BYMONTHDAY'),
    }),
    notes: rule ? `Europe/Helsinki; RRULE:${rule}` : 'Europe/Helsinki',
  };
};
