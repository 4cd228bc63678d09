import type { EventProblems } from './event.problems.ts';
import { quoted } from './event.problems.ts';
import type { Property } from './ics.properties.ts';
import { HELSINKI, type CalendarZones } from './ics.zones.ts';

/** A time as a calendar writes it. */
export interface Moment {
  /** `2026-12-01T17:00`; of a day its midnight. */
  readonly wall: string;
  readonly isDay: boolean;
  readonly zone: string;
}

const FORM = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?$/;

const momentOf = (text: string, zone: string): Moment | null => {
  const [, year, month, day, hour, minute, , utc] = FORM.exec(text.trim()) ?? [];
  if (year === undefined || Number(year) < 1900) return null;
  try {
    const isDay = hour === undefined;
    const wall = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}`, {
      overflow: 'reject',
    });
    // A day is a day wherever the calendar was written.
    return { wall: wallText(wall), isDay, zone: isDay ? HELSINKI : utc === 'Z' ? 'UTC' : zone };
  } catch {
    return null;
  }
};

export const wallText = (wall: Temporal.PlainDateTime): string => wall.toString({ smallestUnit: 'minute' });

/** The instant of a wall time; one that a clock change jumps over lies an hour later. */
export const instantAt = ({ wall, zone }: Pick<Moment, 'wall' | 'zone'>): Temporal.Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant();

/** The same moment on the clocks of Helsinki. */
export const helsinkiOf = (moment: Pick<Moment, 'wall' | 'zone'>): string =>
  moment.zone === HELSINKI
    ? moment.wall
    : wallText(instantAt(moment).toZonedDateTimeISO(HELSINKI).toPlainDateTime());

/** Reads the times of one event, and notes what it has to guess. */
export class MomentReader {
  private readonly zones: CalendarZones;
  private readonly problems: EventProblems;
  /** Of times without a zone: the calendar's own. */
  private readonly usual: string;

  constructor(zones: CalendarZones, usual: string, problems: EventProblems) {
    this.zones = zones;
    this.usual = usual;
    this.problems = problems;
  }

  /** Every readable time of a property. */
  all(property: Property): Moment[] {
    const zone = this.zoneOf(property);
    const moments = property.values.map((value) => momentOf(value, zone));
    const unreadable = moments.indexOf(null);
    if (unreadable >= 0) {
      const value = quoted(property.values[unreadable] ?? '');
      const message = `${property.name} ${value} is no real date and time; left out.`;
      this.problems.note(property.name, 'INVALID_TIME', message);
    }
    return moments.filter((moment) => moment !== null);
  }

  one(property: Property | undefined): Moment | null {
    return property === undefined ? null : (this.all(property)[0] ?? null);
  }

  private zoneOf({ name, parameters }: Property): string {
    const named = parameters['tzid'];
    if (named === undefined) return this.usual;
    const zone = this.zones.find(named);
    if (zone !== null) return zone;
    const message = `Nobody knows the time zone ${quoted(named)}; its times are taken for those of Helsinki.`;
    this.problems.note(name, 'ZONE_UNKNOWN', message);
    return HELSINKI;
  }
}
