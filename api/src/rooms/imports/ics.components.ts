/** The lines of one event, without those of its alarms. */
export interface CalendarBlock {
  readonly lines: readonly string[];
  /** Why it cannot be read; null = sound. */
  readonly fault: 'EVENT_TOO_LARGE' | 'EVENT_NOT_CLOSED' | null;
}

export interface CalendarParts {
  /** False when the text is no calendar at all. */
  readonly isCalendar: boolean;
  /** Lines of the calendar itself, and of its time zones. */
  readonly header: readonly string[];
  readonly zones: readonly (readonly string[])[];
  readonly events: readonly CalendarBlock[];
  /** How many events there are; more than `events` holds when there are too many. */
  readonly eventCount: number;
}

/** An event larger than this, in characters, is none that a person wrote. */
const MOST_CHARACTERS = 300_000;
const MOST_LINES = 5_000;
const MOST_ZONES = 200;
const MOST_HEADER_LINES = 200;

class Parts implements CalendarParts {
  isCalendar = false;
  readonly header: string[] = [];
  readonly zones: string[][] = [];
  readonly events: CalendarBlock[] = [];
  eventCount = 0;
  private block: string[] | null = null;
  private characters = 0;
  private depth = 0;
  private zone: string[] | null = null;
  private readonly mostEvents: number;

  constructor(mostEvents: number) {
    this.mostEvents = mostEvents;
  }

  line(line: string): void {
    const [, word, name] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line) ?? [];
    const component = name?.toUpperCase();
    if (word === undefined) this.content(line);
    else if (component === 'VCALENDAR') this.isCalendar = true;
    else if (component === 'VEVENT') this.event(word.toUpperCase());
    else if (component === 'VTIMEZONE') this.timeZone(word.toUpperCase());
    else this.nested(word.toUpperCase(), line);
  }

  end(): void {
    this.close('EVENT_NOT_CLOSED');
  }

  private content(line: string): void {
    if (this.block !== null) {
      if (this.depth > 0) return;
      this.characters += line.length;
      if (this.characters <= MOST_CHARACTERS && this.block.length <= MOST_LINES) this.block.push(line);
    } else if (this.zone !== null) {
      if (this.zone.length < MOST_HEADER_LINES) this.zone.push(line);
    } else if (this.depth === 0 && this.header.length < MOST_HEADER_LINES) this.header.push(line);
  }

  private event(word: string): void {
    // A beginning inside an event: the one before lacks its end.
    this.close(word === 'BEGIN' ? 'EVENT_NOT_CLOSED' : null);
    if (word !== 'BEGIN') return;
    this.eventCount += 1;
    this.block = [];
    this.characters = 0;
    this.depth = 0;
  }

  private close(fault: CalendarBlock['fault']): void {
    if (this.block === null) return;
    const isTooLarge = this.characters > MOST_CHARACTERS || this.block.length > MOST_LINES;
    if (this.events.length < this.mostEvents)
      this.events.push({ lines: this.block, fault: isTooLarge ? 'EVENT_TOO_LARGE' : fault });
    this.block = null;
    this.depth = 0;
  }

  private timeZone(word: string): void {
    if (word === 'BEGIN') this.zone = [];
    else if (this.zone !== null) {
      if (this.zones.length < MOST_ZONES) this.zones.push(this.zone);
      this.zone = null;
    }
  }

  /** Alarms and the like are left out; of a time zone's parts it matters which they are. */
  private nested(word: string, line: string): void {
    if (this.zone !== null) this.zone.push(line);
    else this.depth = Math.max(0, this.depth + (word === 'BEGIN' ? 1 : -1));
  }
}

/** Takes a calendar apart by lines: one broken event spoils no other, and depth costs nothing. */
export function partsOf(text: string, mostEvents: number): CalendarParts {
  const parts = new Parts(mostEvents);
  let from = 0;
  while (from < text.length) {
    const next = text.indexOf('\n', from);
    const to = next === -1 ? text.length : next;
    const line = text.slice(from, to).replace(/\r$/, '');
    // Old systems end lines with a carriage return alone.
    for (const each of line.includes('\r') ? line.split('\r') : [line])
      if (each.trim() !== '') parts.line(each);
    from = to + 1;
  }
  parts.end();
  return parts;
}
