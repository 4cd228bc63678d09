import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOffering } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { aSignUp } from '../../../test/makers/sign-up.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { ScheduleInput } from './schedule.inputs.ts';

const hub = useHub();
let coordinator: Viewer;
let offeringId: string;
/** 1 December, a Tuesday, and the three after it. */
let dates: { id: string; startsAt: string; status: string; placesTaken: number }[];

const fourTuesdays: ScheduleInput = {
  startsAtLocal: '2026-12-01T17:00',
  durationMinutes: 120,
  weekdays: [2],
  untilOn: '2026-12-22',
};

const readDates = async (): Promise<typeof dates> => {
  const { data } = await hub.ask<{ offering: { nextOccurrences: typeof dates } }>(
    coordinator,
    'query ($id: ID!) { offering(id: $id) { nextOccurrences(first: 50) { id startsAt status placesTaken } } }',
    { id: offeringId },
  );
  return data.offering.nextOccurrences;
};

beforeAll(async () => {
  const organisation = await anOrganisation(hub);
  coordinator = aViewerIn(organisation, 'COORDINATOR');
  ({ id: offeringId } = await anOffering(hub, {
    organisationId: organisation.id,
    schedules: [fourTuesdays],
  }));
  dates = await readDates();
  for (const date of dates.slice(1, 3)) await aSignUp(hub, { occurrenceId: date.id });
});

const preview = (viewer: Viewer | null, schedules: ScheduleInput[]) =>
  hub.ask<{ previewScheduleChange: object } | null>(
    viewer,
    `query ($id: ID!, $schedules: [ScheduleInput!]!) { previewScheduleChange(offeringId: $id, schedules: $schedules) {
       keptCount newCount stranded { id startsAt placesTaken } } }`,
    { id: offeringId, schedules },
  );

const change = (version: number, schedules: ScheduleInput[], strandedIds?: string[]) =>
  hub.ask<object | null>(
    coordinator,
    `mutation ($input: UpdateOfferingInput!) { updateOffering(input: $input) { offering { version
       schedules { id rule skippedOn extraStarts timeKind rhythm interval monthWeek skipsHolidays skipsSchoolBreaks } } } }`,
    { input: { offeringId, version, schedules, ...(strandedIds && { strandedIds }) } },
  );

const days = (found: typeof dates): string[] =>
  found.map(({ startsAt, status }) => `${startsAt.slice(5, 10)} ${status}`);

describe('other times for a series with sign-ups', () => {
  const withoutOne = { ...fourTuesdays, skippedOn: ['2026-12-08'] };

  it('are tried out first, by those who may change it', async () => {
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    expect((await preview(null, [withoutOne])).failure?.code).toBe('UNAUTHENTICATED');
    expect((await preview(stranger, [withoutOne])).failure?.code).toBe('FORBIDDEN');
    const { data } = await preview(coordinator, [withoutOne]);
    expect(data?.previewScheduleChange).toEqual({
      keptCount: 3,
      newCount: 0,
      stranded: [{ id: dates[1]?.id, startsAt: '2026-12-08T15:00:00.000Z', placesTaken: 1 }],
    });
    const thursdays = await preview(coordinator, [{ ...fourTuesdays, weekdays: [4] }]);
    expect(thursdays.data?.previewScheduleChange).toMatchObject({ keptCount: 0, newCount: 3 });
    expect(days(await readDates())).toHaveLength(4);
  });

  it('cancel no date with people but those agreed to', async () => {
    const { failure } = await change(1, [withoutOne], []);
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'STRANDED_CHANGED', facts: { count: 1 } });
    expect(days(await readDates()).filter((day) => day.endsWith('CANCELLED'))).toEqual([]);
  });

  it('keep the sign-ups of the dates that remain, in the same series', async () => {
    const added = { ...withoutOne, extraStarts: ['2026-12-26T12:00'], skipsHolidays: true };
    const { data } = await change(1, [added], [dates[1]?.id ?? '']);
    expect(data).toMatchObject({
      updateOffering: {
        offering: {
          version: 2,
          schedules: [
            {
              rhythm: 'WEEKLY',
              interval: 1,
              monthWeek: null,
              timeKind: 'TIMED',
              skippedOn: ['2026-12-08'],
              extraStarts: ['2026-12-26T12:00'],
              skipsHolidays: true,
              skipsSchoolBreaks: false,
            },
          ],
        },
      },
    });
    const after = await readDates();
    expect(days(after)).toEqual([
      '12-01 SCHEDULED',
      '12-08 CANCELLED',
      '12-15 SCHEDULED',
      '12-22 SCHEDULED',
      '12-26 SCHEDULED',
    ]);
    expect(after.map(({ id }) => id).slice(0, 4)).toEqual(dates.map(({ id }) => id));
    expect(after[2]?.placesTaken).toBe(1);
  });

  it('keep them under another rule too', async () => {
    const daily: ScheduleInput = {
      startsAtLocal: '2026-12-15T17:00',
      durationMinutes: 60,
      rhythm: 'DAILY',
      interval: 7,
      count: 2,
    };
    expect((await change(2, [daily], [])).failure).toBeNull();
    const after = await readDates();
    expect(days(after)).toEqual(['12-08 CANCELLED', '12-15 SCHEDULED', '12-22 SCHEDULED']);
    expect(after[1]).toMatchObject({ id: dates[2]?.id, placesTaken: 1 });
  });
});
