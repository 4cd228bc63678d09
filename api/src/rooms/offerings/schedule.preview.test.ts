import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';
import type { ScheduleInput } from './schedule.inputs.ts';

const hub = useHub();
const coordinator = aViewerIn({ id: newId() }, 'COORDINATOR');

interface Preview {
  readonly previewSchedule: {
    readonly totalCount: number;
    readonly dates: { startsAt: string; endsAt: string }[];
  };
}

const preview = (input: ScheduleInput, count = 10, viewer: Parameters<typeof hub.ask>[0] = coordinator) =>
  hub.ask<Preview | null>(
    viewer,
    'query ($input: ScheduleInput!, $count: Int!) { previewSchedule(input: $input, count: $count) { totalCount dates { startsAt endsAt } } }',
    { input, count },
  );

const start = { startsAtLocal: '2026-12-01T17:00', durationMinutes: 90 };

describe('the preview of a schedule', () => {
  it('shows the next dates and how many there are in all', async () => {
    const { data } = await preview({ ...start, weekdays: [2, 4], untilOn: '2027-05-31' }, 3);
    expect(data?.previewSchedule).toEqual({
      totalCount: 52,
      dates: [
        { startsAt: '2026-12-01T15:00:00.000Z', endsAt: '2026-12-01T16:30:00.000Z' },
        { startsAt: '2026-12-03T15:00:00.000Z', endsAt: '2026-12-03T16:30:00.000Z' },
        { startsAt: '2026-12-08T15:00:00.000Z', endsAt: '2026-12-08T16:30:00.000Z' },
      ],
    });
  });

  it('shows one date for what takes place once, and reads a rule text', async () => {
    expect((await preview({ ...start, weekdays: [] })).data?.previewSchedule.totalCount).toBe(1);
    const rule = 'FREQ=WEEKLY;BYDAY=TU;COUNT=4';
    expect((await preview({ ...start, rule })).data?.previewSchedule.totalCount).toBe(4);
  });

  it.each<[Partial<ScheduleInput>, string[]]>([
    [{ rhythm: 'MONTHLY_ON_WEEKDAY', weekdays: [2], monthWeek: -1, count: 2 }, ['2026-12-29', '2027-01-26']],
    [{ rhythm: 'MONTHLY_ON_DATE', interval: 2, count: 3 }, ['2026-12-01', '2027-02-01', '2027-04-01']],
    [{ rhythm: 'YEARLY', untilOn: '2027-12-31' }, ['2026-12-01', '2027-12-01']],
    [
      { weekdays: [4], count: 5, skipsHolidays: true, skippedOn: ['2026-12-10'] },
      ['2026-12-03', '2026-12-17', '2026-12-31'],
    ],
    [{ extraStarts: ['2026-12-05T10:00'] }, ['2026-12-01', '2026-12-05']],
  ])('shows the dates of %j', async (wish, days) => {
    const { data } = await preview({ ...start, ...wish });
    expect(data?.previewSchedule.dates.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(days);
  });

  it('is for those who are signed in, a hundred dates at most', async () => {
    expect((await preview(start, 10, null)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await preview(start, 101)).failure).toMatchObject({
      reason: 'PAGE_SIZE_OUT_OF_RANGE',
      fields: [{ path: 'count' }],
    });
  });

  it.each<[string, Partial<ScheduleInput>, string]>([
    ['a rule that never ends', { rule: 'FREQ=WEEKLY;BYDAY=TU' }, 'rule RULE_NEVER_ENDS'],
    ['weekly fields without an end', { weekdays: [2] }, 'untilOn RULE_NEVER_ENDS'],
    ['a rule of 100 000 dates', { rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=100000' }, 'rule RULE_YIELDS_TOO_MANY'],
    ['a count of 100 000', { weekdays: [2], count: 100_000 }, 'count RULE_YIELDS_TOO_MANY'],
    [
      'a last day in 2099',
      { weekdays: [1, 2, 3, 4, 5, 6, 7], untilOn: '2099-12-31' },
      'untilOn RULE_YIELDS_TOO_MANY',
    ],
    ['a last day before the first', { weekdays: [2], untilOn: '2026-11-01' }, 'untilOn RULE_YIELDS_NOTHING'],
    ['no rule at all', { rule: 'every tuesday' }, 'rule INVALID_RULE'],
    ['an hourly rule', { rule: 'FREQ=HOURLY;COUNT=3' }, 'rule RULE_NOT_SUPPORTED'],
    [
      'a sixth week of the month',
      { rhythm: 'MONTHLY_ON_WEEKDAY', monthWeek: 6, count: 3 },
      'monthWeek MONTH_WEEK_INVALID',
    ],
    [
      'half a day as all of it',
      { timeKind: 'ALL_DAY', startsAtLocal: '2026-12-01T00:00' },
      'durationMinutes NOT_WHOLE_DAYS',
    ],
    [
      'a series that leaves all out',
      { weekdays: [2], count: 1, skippedOn: ['2026-12-01'] },
      'count RULE_YIELDS_NOTHING',
    ],
    ['two ends', { weekdays: [2], count: 3, untilOn: '2027-01-31' }, 'count UNTIL_AND_COUNT'],
    ['two ways at once', { rule: 'FREQ=WEEKLY;COUNT=3', weekdays: [2] }, 'rule RULE_AND_FIELDS'],
    ['an end without weekdays', { count: 3 }, 'weekdays WEEKDAYS_MISSING'],
    ['an eighth weekday', { weekdays: [8], count: 3 }, 'weekdays WEEKDAY_INVALID'],
    ['every 53 weeks', { weekdays: [2], count: 3, intervalWeeks: 53 }, 'intervalWeeks INTERVAL_OUT_OF_RANGE'],
    ['a count of none', { weekdays: [2], count: 0 }, 'count COUNT_OUT_OF_RANGE'],
    ['an end before the start', { durationMinutes: -60 }, 'durationMinutes END_BEFORE_START'],
    ['eight days at once', { durationMinutes: 8 * 1440 }, 'durationMinutes DURATION_OUT_OF_RANGE'],
    [
      'a time that the clocks jump over',
      { startsAtLocal: '2027-03-28T03:30' },
      'startsAtLocal TIME_DOES_NOT_EXIST',
    ],
  ])('names the field of %s', async (_case, wish, problem) => {
    const { failure } = await preview({ ...start, ...wish });
    expect(failure?.code).toBe('INVALID_INPUT');
    expect(failure?.fields?.map(({ path, reason }) => `${path} ${reason}`)).toEqual([`input.${problem}`]);
  });
});

describe('a stored schedule', () => {
  it('starts on its first date, so that no calendar shows one more', async () => {
    const organisation = await anOrganisation(hub);
    const { data } = await hub.ask<{ createOffering: { offering: { schedules: object[]; endsOn: string } } }>(
      aViewerIn(organisation, 'COORDINATOR'),
      `mutation ($id: ID!) { createOffering(input: { organisationId: $id, kind: EVENT, sourceLanguage: "fi", spokenLanguages: ["fi"],
        translations: [{ language: "fi", title: "Kävely" }],
        schedules: [{ startsAtLocal: "2026-12-01T17:00", durationMinutes: 60, weekdays: [4], intervalWeeks: 2, untilOn: "2027-01-31" }] }) {
        offering { endsOn schedules { startsAtLocal timeZone rule weekdays intervalWeeks untilOn count } } } }`,
      { id: organisation.id },
    );
    expect(data.createOffering.offering.schedules).toEqual([
      {
        startsAtLocal: '2026-12-03T17:00',
        timeZone: 'Europe/Helsinki',
        rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270131T215959Z',
        weekdays: [4],
        intervalWeeks: 2,
        untilOn: '2027-01-31',
        count: null,
      },
    ]);
    expect(data.createOffering.offering.endsOn).toBe('2027-01-28');
  });
});
