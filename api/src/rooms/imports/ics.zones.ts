import { nameOf, readProperty } from './ics.properties.ts';

export const HELSINKI = 'Europe/Helsinki';

/** Names that Outlook and Exchange write, and the zone each means. */
const WINDOWS: Readonly<Record<string, string>> = {
  'FLE Standard Time': HELSINKI,
  'GTB Standard Time': 'Europe/Athens',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'Russian Standard Time': 'Europe/Moscow',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Arab Standard Time': 'Asia/Riyadh',
  'Arabic Standard Time': 'Asia/Baghdad',
  'Iran Standard Time': 'Asia/Tehran',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  UTC: 'UTC',
};

/** Zones that keep the same clocks as a nameless one with these offsets in winter and summer. */
const BY_OFFSETS: Readonly<Record<string, string>> = {
  '+02:00 +03:00': HELSINKI,
  '+01:00 +02:00': 'Europe/Berlin',
  '+00:00 +01:00': 'Europe/London',
  '-05:00 -04:00': 'America/New_York',
  '-06:00 -05:00': 'America/Chicago',
  '-07:00 -06:00': 'America/Denver',
  '-08:00 -07:00': 'America/Los_Angeles',
};

const epoch = Temporal.Instant.fromEpochMilliseconds(0);

const known = (zone: string): string | null => {
  try {
    return epoch.toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return null;
  }
};

/** `/example.org/20050809/Europe/Helsinki` means its last two steps. */
const byName = (name: string): string | null => {
  const steps = name.split('/').filter(Boolean);
  return WINDOWS[name] ?? known(name) ?? (steps.length > 2 ? known(steps.slice(-2).join('/')) : null);
};

const offsetOf = (line: string): string | null => {
  const [, sign, hours, minutes] = /([+-])(\d{2})(\d{2})/.exec(line) ?? [];
  return hours === undefined ? null : `${hours === '00' && minutes === '00' ? '+' : sign}${hours}:${minutes}`;
};

/** The newest offset of standard time, then that of summer time. */
const offsetsOf = (lines: readonly string[]): string[] => {
  const offsets = new Map<string, string>();
  let part = 'STANDARD';
  for (const line of lines) {
    if (/^BEGIN:/i.test(line)) part = line.slice(6).trim().toUpperCase();
    const offset = nameOf(line) === 'TZOFFSETTO' ? offsetOf(line) : null;
    if (offset !== null) offsets.set(part, offset);
  }
  return ['STANDARD', 'DAYLIGHT'].map((each) => offsets.get(each)).filter((each) => each !== undefined);
};

const zoneOf = (lines: readonly string[]): string | null => {
  const location = lines.find((line) => nameOf(line) === 'X-LIC-LOCATION');
  const named = location === undefined ? null : byName(location.slice(location.indexOf(':') + 1).trim());
  if (named !== null) return named;
  const offsets = offsetsOf(lines);
  const [only, ...others] = offsets;
  return others.length > 0
    ? (BY_OFFSETS[offsets.join(' ')] ?? null)
    : only === undefined
      ? null
      : known(only);
};

/** The zones of one calendar, by the names it gives them. */
export class CalendarZones {
  private readonly described = new Map<string, readonly string[]>();
  private readonly found = new Map<string, string | null>();

  constructor(zones: readonly (readonly string[])[]) {
    for (const lines of zones) {
      const line = lines.find((each) => nameOf(each) === 'TZID');
      const name = line === undefined ? undefined : readProperty(line)?.value;
      if (name) this.described.set(name, lines);
    }
  }

  /** The zone in the database of time zones; null for one that nobody knows. */
  find(name: string): string | null {
    const before = this.found.get(name);
    if (before !== undefined) return before;
    const zone = byName(name) ?? zoneOf(this.described.get(name) ?? []);
    this.found.set(name, zone);
    return zone;
  }
}
