import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../../test/long-run.ts';
import { expand, materialiseWindow, validateSchedule, type Schedule } from './index.ts';

function aSchedule(changes: Partial<Schedule> = {}): Schedule {
  return {
    startsAtLocal: '2026-12-01T17:00',
    timeZone: 'Europe/Helsinki',
    durationMinutes: 90,
    rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
    ...changes,
  };
}

function problemsOf(changes: Partial<Schedule>): string[] {
  return validateSchedule(aSchedule(changes)).map(({ field, reason }) => `${field}: ${reason}`);
}

describe('checking a schedule', () => {
  it('finds nothing wrong with a single date and with a weekly series', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ rule: null })).toEqual([]);
    expect(problemsOf({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20270515T205959Z' })).toEqual([]);
  });

  it.each([
    '',
    'tomorrow',
    '2026-02-30T17:00',
    '2026-12-01',
    '2026-12-01T24:00',
    '2026-12-01T17:00Z',
    '0001-01-01T00:00',
    '2026-12-01T17:00[UTC]',
  ])('refuses the start %j as no time', (startsAtLocal) => {
    expect(problemsOf({ startsAtLocal })).toEqual(['startsAtLocal: INVALID_TIME']);
  });

  it.each(['2026-03-29T03:00', '2026-03-29T03:30', '2027-03-28T03:59'])(
    'refuses the start %s, which the clocks of Helsinki jump over',
    (startsAtLocal) => {
      expect(problemsOf({ startsAtLocal, rule: null })).toEqual(['startsAtLocal: TIME_DOES_NOT_EXIST']);
    },
  );

  it.each(['2026-03-29T02:59', '2026-03-29T04:00', '2026-10-25T03:30'])(
    'takes the start %s',
    (startsAtLocal) => {
      expect(problemsOf({ startsAtLocal, rule: null })).toEqual([]);
    },
  );

  it('refuses a series whose first date falls into the gap, and takes one that meets it later', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=SU;COUNT=3';
    expect(problemsOf({ startsAtLocal: '2026-03-28T03:30', rule })).toEqual([
      'startsAtLocal: TIME_DOES_NOT_EXIST',
    ]);
    expect(problemsOf({ startsAtLocal: '2026-03-22T03:30', rule })).toEqual([]);
  });

  it.each([
    [0, 'END_BEFORE_START'],
    [-60, 'END_BEFORE_START'],
    [4, 'DURATION_OUT_OF_RANGE'],
    [10_081, 'DURATION_OUT_OF_RANGE'],
    [10.5, 'DURATION_OUT_OF_RANGE'],
    [Number.NaN, 'DURATION_OUT_OF_RANGE'],
  ])('refuses a duration of %s minutes as %s', (durationMinutes, reason) => {
    expect(problemsOf({ durationMinutes })).toEqual([`durationMinutes: ${reason}`]);
  });

  it('refuses another time zone', () => {
    const schedule: unknown = { ...aSchedule(), timeZone: 'Europe/Stockholm' };
    expect(validateSchedule(schedule as Schedule)).toMatchObject([
      { field: 'timeZone', reason: 'INVALID_TIME' },
    ]);
  });

  it.each([
    ['', 'INVALID_RULE'],
    ['every tuesday', 'INVALID_RULE'],
    ['RRULE:FREQ=WEEKLY;COUNT=3', 'INVALID_RULE'],
    ['FREQ=WEEKLY;COUNT=0', 'INVALID_RULE'],
    ['FREQ=WEEKLY;INTERVAL=0;COUNT=2', 'INVALID_RULE'],
    ['FREQ=WEEKLY;COUNT=2;COUNT=3', 'INVALID_RULE'],
    ['FREQ=WEEKLY;BYDAY=XX;COUNT=2', 'INVALID_RULE'],
    ['FREQ=WEEKLY;BYDAY=2TU;COUNT=2', 'INVALID_RULE'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20261399T000000Z', 'UNTIL_AND_COUNT'],
    ['FREQ=WEEKLY;UNTIL=20261399T000000Z', 'INVALID_RULE'],
    ['FREQ=WEEKLY;UNTIL=20270515', 'INVALID_RULE'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20270515T205959Z', 'UNTIL_AND_COUNT'],
    ['FREQ=HOURLY;COUNT=2', 'RULE_NOT_SUPPORTED'],
    ['FREQ=SECONDLY', 'RULE_NOT_SUPPORTED'],
    ['FREQ=DAILY;BYHOUR=9,17;COUNT=2', 'RULE_NOT_SUPPORTED'],
    ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=2', 'RULE_YIELDS_NOTHING'],
    ['FREQ=WEEKLY;INTERVAL=53;COUNT=2', 'RULE_NOT_SUPPORTED'],
    ['RSCALE=HEBREW;FREQ=WEEKLY;COUNT=2', 'RULE_NOT_SUPPORTED'],
    ['FREQ=WEEKLY', 'RULE_NEVER_ENDS'],
    ['FREQ=WEEKLY;COUNT=2001', 'RULE_YIELDS_TOO_MANY'],
    ['FREQ=WEEKLY;COUNT=100000', 'RULE_YIELDS_TOO_MANY'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;UNTIL=99991231T215959Z', 'RULE_YIELDS_TOO_MANY'],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20261130T000000Z', 'RULE_YIELDS_NOTHING'],
    ['FREQ=WEEKLY;BYDAY=WE;UNTIL=20261201T215959Z', 'RULE_YIELDS_NOTHING'],
  ])('refuses the rule %j as %s', (rule, reason) => {
    expect(problemsOf({ rule })).toEqual([`rule: ${reason}`]);
  });

  it('names the remedy for a rule without an end', () => {
    expect(validateSchedule(aSchedule({ rule: 'FREQ=WEEKLY' }))[0]?.message).toMatch(/UNTIL.*COUNT/);
  });

  it.each([
    'FREQ=DAILY;COUNT=2',
    'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4',
    'FREQ=MONTHLY;BYDAY=-1SU;COUNT=4',
    'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;WKST=SU;COUNT=4',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3',
  ])('takes %s', (rule) => expect(problemsOf({ rule })).toEqual([]));

  it('finds what is wrong with exceptions and whole days', () => {
    expect(problemsOf({ skippedOn: ['2026-02-30'], extraStarts: ['2027-03-28T03:30'] })).toEqual([
      'skippedOn: INVALID_DATE',
      'extraStarts: INVALID_TIME',
    ]);
    expect(problemsOf({ skippedOn: new Array<string>(201).fill('2026-12-24') })).toEqual([
      'skippedOn: TOO_MANY',
    ]);
    expect(problemsOf({ timeKind: 'ALL_DAY', rule: null, extraStarts: ['2026-12-05T09:00'] })).toEqual([
      'startsAtLocal: NOT_WHOLE_DAYS',
      'durationMinutes: NOT_WHOLE_DAYS',
      'extraStarts: NOT_WHOLE_DAYS',
    ]);
    const everyDate = ['2026-12-01', '2026-12-08'];
    expect(problemsOf({ rule: 'FREQ=WEEKLY;COUNT=2', skippedOn: everyDate })).toEqual([
      'rule: RULE_YIELDS_NOTHING',
    ]);
  });

  it('takes 2 000 dates', () => {
    expect(problemsOf({ rule: 'FREQ=WEEKLY;COUNT=2000' })).toEqual([]);
  });

  it('lists one problem for each field that is wrong', () => {
    expect(problemsOf({ durationMinutes: -1, rule: 'x' })).toEqual([
      'durationMinutes: END_BEFORE_START',
      'rule: INVALID_RULE',
    ]);
  });

  it('answers any text without throwing, and what it passes can be expanded', () => {
    const window = materialiseWindow(Temporal.Instant.from('2026-12-01T00:00:00Z'));
    const piece = fc.constantFrom(
      'FREQ=WEEKLY',
      'COUNT=9',
      'BYDAY=MO,FR',
      'UNTIL=20270101T000000Z',
      'INTERVAL=3',
      'WKST=MO',
      'X=1',
      '=',
      '',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(';')),
    );
    fc.assert(
      fc.property(text, (rule) => {
        const schedule = aSchedule({ rule });
        if (validateSchedule(schedule).length === 0) expand(schedule, window);
      }),
      { numRuns: longRun(1_000, 100_000), seed: 2 },
    );
  });
});

describe('the window of materialised occurrences', () => {
  it('runs from the start of the day in Helsinki 18 months on', () => {
    const window = materialiseWindow(Temporal.Instant.from('2026-11-24T22:30:00Z'));
    expect(window.from.toString()).toBe('2026-11-24T22:00:00Z');
    expect(window.to.toString()).toBe('2028-05-24T21:00:00Z');
  });
});
