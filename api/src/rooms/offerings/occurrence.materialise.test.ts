import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { anOffering } from '../../../test/makers/offering.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { offeringsRoom } from './index.ts';
import { OccurrenceService } from './occurrence.service.ts';
import type { OfferingRow } from './offering.row.ts';
import { OfferingService } from './offering.service.ts';

const hub = useOwnHub();
const system = systemViewer('test');

const aSeries = async (untilOn: string, startsAtLocal = '2026-12-01T17:00'): Promise<OfferingRow> => {
  const { id } = await anOrganisation(hub);
  return anOffering(hub, {
    organisationId: id,
    schedules: [{ startsAtLocal, durationMinutes: 60, weekdays: [2], untilOn }],
  });
};

const startsOf = async ({ id }: OfferingRow): Promise<string[]> => {
  const rows = await hub.hub.db.read<{ startsAt: Date }>(
    system,
    sql`select starts_at as "startsAt" from occurrences where offering_id = ${id} order by starts_at`,
  );
  return rows.map(({ startsAt }) => startsAt.toISOString());
};

const run = () => hub.hub.get(OccurrenceService).materialise();

describe('the nightly job', () => {
  it('keeps dates 18 months ahead and adds those that come into the window', async () => {
    const offering = await aSeries('2030-12-31');
    const before = await startsOf(offering);
    expect(before.at(-1)).toBe('2028-05-23T14:00:00.000Z');
    expect(await run()).toBe(0);
    hub.clock.set(new Date('2026-12-01T03:15:00+02:00'));
    expect(await run()).toBe(1);
    hub.clock.set(new Date('2026-11-24T09:00:00+02:00'));
    expect(await startsOf(offering)).toEqual([...before, '2028-05-30T14:00:00.000Z']);
  });

  it('leaves no double behind when two run at once', async () => {
    const offering = await aSeries('2027-06-30');
    const before = await startsOf(offering);
    await hub.hub.db.write(system, (tx) =>
      tx.query(sql`delete from occurrences where offering_id = ${offering.id}`),
    );
    const counts = await Promise.all([run(), run(), run()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(before.length);
    expect(await startsOf(offering)).toEqual(before);
  });

  it('adds nothing to an archived offering', async () => {
    const offering = await aSeries('2030-12-31');
    await hub.hub.get(OfferingService).archive(system, { offeringId: offering.id, version: 1 });
    hub.clock.set(new Date('2027-01-01T03:15:00+02:00'));
    const before = await startsOf(offering);
    await run();
    hub.clock.set(new Date('2026-11-24T09:00:00+02:00'));
    expect(await startsOf(offering)).toEqual(before);
  });
});

describe('the start', () => {
  it('makes findable what an older version left behind, without waiting for the night', async () => {
    const { id } = await aSeries('2027-06-30');
    await hub.hub.db.write(system, (tx) => tx.query(sql`delete from offering_search`));
    await hub.hub.jobs.work(offeringsRoom.jobs?.(hub.hub) ?? []);
    await expect
      .poll(
        () =>
          hub.hub.db.read(
            system,
            sql`select offering_id as id from offering_search where offering_id = ${id}`,
          ),
        { timeout: 20_000, interval: 200 },
      )
      .toEqual([{ id }]);
  });
});

describe('summer time', () => {
  it('leaves the local time where it is', async () => {
    const starts = await startsOf(await aSeries('2027-04-07', '2027-03-23T17:00'));
    expect(starts).toEqual([
      '2027-03-23T15:00:00.000Z',
      '2027-03-30T14:00:00.000Z',
      '2027-04-06T14:00:00.000Z',
    ]);
  });

  it('moves a date that falls into the jumped hour, once', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const offering = await anOffering(hub, {
      organisationId,
      schedules: [{ startsAtLocal: '2027-03-21T03:30', durationMinutes: 30, weekdays: [7], count: 3 }],
    });
    await run();
    expect(await startsOf(offering)).toEqual([
      '2027-03-21T01:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-04-04T00:30:00.000Z',
    ]);
  });
});
