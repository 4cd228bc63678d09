import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { nextDates, validateSchedule, type Schedule } from '../offerings/index.ts';
import { EventProblems } from './event.problems.ts';
import type { ImportedEvent } from './import-source.ts';
import { readCalendar } from './ics.source.ts';
import { datedSchedules } from './import.times.ts';

const now = Temporal.Instant.from('2026-11-25T08:00Z');
const calendar = (...lines: string[]): Buffer =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
const event = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Kahvila',
  ...lines,
  'END:VEVENT',
];
const read = (...lines: string[]) => readCalendar(calendar(...lines));
const reasons = (...lines: string[]) => read(...lines).problems.map(({ reason }) => reason);

const timesOf = (imported: ImportedEvent | undefined) => {
  if (!imported) throw new Error('nothing was read');
  const problems = new EventProblems(imported.sourceId);
  const { schedules, isOver } = datedSchedules(imported, now, problems);
  const dates = schedules
    .map((input): Schedule => ({
      timeZone: 'Europe/Helsinki',
      rule: null,
      ...input,
      timeKind: input.timeKind ?? 'TIMED',
      skippedOn: input.skippedOn ?? [],
      extraStarts: input.extraStarts ?? [],
      skipsHolidays: false,
      skipsSchoolBreaks: false,
    }))
    .flatMap((schedule) => {
      expect(validateSchedule(schedule).map(({ reason }) => reason)).toEqual([]);
      return nextDates(schedule, 5, now);
    });
  const starts = dates.map(({ originalStartLocal }) => originalStartLocal).sort();
  return { schedules, isOver, starts, reasons: problems.list.map(({ reason }) => reason) };
};
const times = (...lines: string[]) => timesOf(read(...event(...lines)).events[0]);

const helsinkiStart = 'DTSTART;TZID=Europe/Helsinki:20261201T170000';
const helsinkiEnd = 'DTEND;TZID=Europe/Helsinki:20261201T190000';

describe('every calendar at hand', () => {
  const own = path.resolve(import.meta.dirname, '../../../test/fixtures/ics');
  // Test use only, so not copied: read where they are, when they are there.
  const beside = path.resolve(import.meta.dirname, '../../../../../shared/data/ics');
  const files = [own, beside]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => globSync(`${folder}/**/*.ics`));

  it.each(files.map((file) => [path.basename(file), file] as const))(
    '%s is read, event by event',
    (_name, file) => {
      const bytes = readFileSync(file);
      const { events, problems } = readCalendar(bytes);
      const written = bytes.toString('latin1').match(/^BEGIN:VEVENT/gm)?.length ?? 0;
      if (written > 0) expect(events.length + problems.length).toBeGreaterThan(0);
      for (const each of events) timesOf(each);
      expect(readCalendar(bytes)).toEqual({ ...readCalendar(bytes), events });
    },
  );
});

describe('the times of a calendar', () => {
  it('are those of Helsinki, whatever the zone is called', () => {
    const outlook = [
      'BEGIN:VTIMEZONE',
      'TZID:Meidän aika',
      'BEGIN:STANDARD',
      'TZOFFSETTO:+0200',
      'END:STANDARD',
    ];
    const zone = [...outlook, 'BEGIN:DAYLIGHT', 'TZOFFSETTO:+0300', 'END:DAYLIGHT', 'END:VTIMEZONE'];
    for (const start of [
      helsinkiStart,
      'DTSTART:20261201T150000Z',
      'DTSTART:20261201T170000',
      'DTSTART;TZID=FLE Standard Time:20261201T170000',
      'DTSTART;TZID=/citadel.org/20190101_1/Europe/Helsinki:20261201T170000',
      'DTSTART;TZID=Europe/Berlin:20261201T160000',
      'DTSTART;TZID="Meidän aika":20261201T170000',
    ]) {
      const [found] = read(...zone, ...event(start, 'DURATION:PT2H')).events;
      expect(timesOf(found).schedules).toMatchObject([
        { startsAtLocal: '2026-12-01T17:00', durationMinutes: 120 },
      ]);
    }
    expect(reasons(...event('DTSTART;TZID=Muumilaakso:20261201T170000'))).toContain('ZONE_UNKNOWN');
  });

  it('repeat by the rule, without the dates left out and with those beside it', () => {
    const rule = 'RRULE:FREQ=WEEKLY;UNTIL=20270105T150000Z';
    const found = times(
      helsinkiStart,
      helsinkiEnd,
      rule,
      'EXDATE;TZID=Europe/Helsinki:20261208T170000',
      'EXDATE;VALUE=DATE:20261222',
      'RDATE;TZID=Europe/Helsinki:20261203T180000',
    );
    expect(found.starts).toEqual([
      '2026-12-01T17:00',
      '2026-12-03T18:00',
      '2026-12-15T17:00',
      '2026-12-29T17:00',
      '2027-01-05T17:00',
    ]);
  });

  it('move with a single date, and lose a cancelled one', () => {
    const { events, problems } = read(
      ...event(helsinkiStart, helsinkiEnd, 'RRULE:FREQ=WEEKLY;COUNT=4'),
      ...event(
        'RECURRENCE-ID;TZID=Europe/Helsinki:20261208T170000',
        'DTSTART;TZID=Europe/Helsinki:20261209T180000',
      ),
      ...event('RECURRENCE-ID:20261215T150000Z', 'STATUS:CANCELLED', 'DTSTART:20261215T150000Z'),
      ...event('RECURRENCE-ID:20261222T150000Z', 'DTSTART:20261222T150000Z', 'DESCRIPTION:Joulujuhla'),
    );
    expect(timesOf(events[0]).starts).toEqual(['2026-12-01T17:00', '2026-12-09T18:00', '2026-12-22T17:00']);
    expect(problems.map(({ reason }) => reason)).toEqual(['SINGLE_DATE_TEXT']);
  });

  it('keep whole days whole, and an end that nobody names open', () => {
    expect(times('DTSTART;VALUE=DATE:20261206', 'DTEND;VALUE=DATE:20261208').schedules).toMatchObject([
      { startsAtLocal: '2026-12-06T00:00', durationMinutes: 2880, timeKind: 'ALL_DAY' },
    ]);
    expect(times('DTSTART;VALUE=DATE:20261206').schedules).toMatchObject([{ durationMinutes: 1440 }]);
    expect(times(helsinkiStart)).toMatchObject({
      schedules: [{ timeKind: 'OPEN_END' }],
      reasons: ['END_MISSING'],
    });
  });

  it('end where a rule does not, and begin near where one began years ago', () => {
    const found = times(
      'DTSTART;TZID=Europe/Helsinki:20090105T170000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;INTERVAL=2',
    );
    expect(found.reasons).toEqual(['RULE_WITHOUT_END']);
    expect(found.schedules[0]?.rule).toBe('FREQ=DAILY;INTERVAL=2;UNTIL=20280630T205900Z');
    expect(found.starts[0]).toMatch(/^2026-11-2[56]T17:00$/);
  });

  it('come in one by one where the clocks of a zone change on other days', () => {
    const found = times(
      'DTSTART;TZID=America/New_York:20270301T100000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5',
    );
    expect(found.reasons).toEqual(['RULE_AS_SINGLE_DATES']);
    // New York changes on 14 March, Helsinki on the 28th.
    expect(found.starts).toEqual([
      '2027-03-01T17:00',
      '2027-03-08T17:00',
      '2027-03-15T16:00',
      '2027-03-22T16:00',
      '2027-03-29T17:00',
    ]);
  });

  it('leave out a repetition that no offering has, and say so', () => {
    const found = times(helsinkiStart, helsinkiEnd, 'RRULE:FREQ=SECONDLY');
    expect(found).toMatchObject({ starts: ['2026-12-01T17:00'], isOver: false });
    expect(found.reasons).toContain('RULE_NOT_USABLE');
    expect(times('DTSTART:20200101T100000Z').isOver).toBe(true);
  });
});

describe('the texts of a calendar', () => {
  it('are plain, whatever wrote them', () => {
    const { events, name } = read(
      'X-WR-CALNAME:Kerho',
      ...event(
        'DESCRIPTION:<p>Tule\\, ystävä!</p>\\n<b>Kahvia</b>',
        'LOCATION:Pääkirjasto\\, Koskikatu 25\\, 80100 Joensuu',
      ),
    );
    expect(name).toBe('Kerho');
    expect(events[0]).toMatchObject({
      translations: [{ language: 'fi', title: 'Kahvila', description: 'Tule, ystävä!\n\nKahvia' }],
      place: { name: 'Pääkirjasto', streetAddress: 'Koskikatu 25', municipalityName: 'Joensuu' },
    });
  });

  it('keep a place that is no address as words, and nobody’s name or address', () => {
    const { events } = read(...event('LOCATION:Kerhohuone', 'ORGANIZER;CN=Aino:mailto:aino@example.org'));
    expect(events[0]).toMatchObject({
      place: null,
      placeDetails: [{ text: 'Kerhohuone' }],
      organiserName: null,
    });
    expect(JSON.stringify(events)).not.toMatch(/aino/i);
  });

  it('are read in whatever letters they are written', () => {
    const text = calendar(...event(helsinkiStart, 'DESCRIPTION:Äiti ja öljy'))
      .toString()
      .replace('Kahvila', 'Kyyhkynen ölkö');
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const cut = Buffer.from(text).toString('latin1').replace('Ã¶lkö', 'Ã¶lkö');
    expect(readCalendar(wide).events[0]?.translations[0]?.title).toBe('Kyyhkynen ölkö');
    expect(readCalendar(Buffer.from(`\uFEFF${text}`)).events[0]?.translations[0]?.title).toBe(
      'Kyyhkynen ölkö',
    );
    expect(readCalendar(Buffer.from(cut, 'latin1')).events).toHaveLength(1);
    const old = readCalendar(Buffer.from(text, 'latin1'));
    expect(old.events[0]?.translations[0]?.title).toBe('Kyyhkynen ölkö');
    expect(old.problems.map(({ reason }) => reason)).toEqual(['ENCODING_GUESSED']);
    // A fold between the two octets of one letter.
    const folded = Buffer.from(text).toString('latin1').replace('\u00c3\u00b6', '\u00c3\r\n \u00b6');
    expect(readCalendar(Buffer.from(folded, 'latin1')).events[0]?.translations[0]?.title).toBe(
      'Kyyhkynen ölkö',
    );
  });
});

describe('a calendar that is not sound', () => {
  it('loses what is wrong and keeps the rest', () => {
    expect(reasons(...event('DTSTART:yesterday'))).toEqual(['INVALID_TIME', 'START_MISSING']);
    expect(reasons(...event('CLASS:PRIVATE'))).toEqual(['PRIVATE_AT_SOURCE']);
    expect(reasons('BEGIN:VEVENT', 'UID:1', 'END:VEVENT')).toEqual(
      ['START_MISSING', 'NAME_MISSING'].reverse().slice(0, 1),
    );
    expect(reasons(...event(helsinkiStart), ...event(helsinkiStart))).toEqual(['ID_DOUBLED']);
    const open = ['BEGIN:VEVENT', 'UID:2', 'SUMMARY:A', helsinkiStart];
    expect(read(...open, ...event(helsinkiStart)).events.map(({ sourceId }) => sourceId)).toEqual(['2', '1']);
    expect(readCalendar(Buffer.from('<html>')).problems).toMatchObject([{ reason: 'FILE_NOT_READABLE' }]);
    const large = event(...Array.from({ length: 6_000 }, () => 'COMMENT:x'));
    expect(reasons(...large)).toEqual(['EVENT_TOO_LARGE']);
  });

  it('never makes the reader fall, whatever the bytes', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...calendar(...event(helsinkiStart, 'RRULE:FREQ=DAILY', 'EXDATE:20261201'))
          .toString()
          .split('\r\n'),
      ),
      fc.constantFrom(
        'BEGIN:VTIMEZONE',
        'END:VTIMEZONE',
        'BEGIN:X',
        'END:X',
        'DTSTART;TZID="',
        'RRULE:',
        'DURATION:-P',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const bytes = Buffer.from(lines.join('\r\n'));
        const first = readCalendar(bytes);
        for (const each of first.events) datedSchedules(each, now, new EventProblems(each.sourceId));
        expect(readCalendar(bytes)).toEqual(first);
      }),
      { numRuns: longRun(100, 30_000), seed: 44 },
    );
  });
});
