import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { askOffering, askOfferingChange } from '../../../test/makers/offering-asks.ts';
import { anOffering, weeklyTuesdays, type OfferingWish } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { queryAs } from '../../../test/query-as.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';

const hub = useOwnHub();

const scene = async (wish: Partial<OfferingWish> = {}) => {
  const organisation = await anOrganisation(hub);
  const coordinator = aViewerIn(organisation, 'COORDINATOR');
  const offering = await anOffering(hub, { organisationId: organisation.id, ...wish });
  const update = (changes: object, version = 1) =>
    askOfferingChange(hub, coordinator, 'update', { offeringId: offering.id, version, ...changes });
  const read = async () => (await askOffering(hub, coordinator, offering.id)) ?? expect.fail('gone');
  return { organisation, coordinator, offering, update, read };
};

const take = (occurrenceId: string, places: number) =>
  hub.hub.db.write(systemViewer('test'), (tx) =>
    tx.query(sql`update occurrences set taken = ${places} where id = ${occurrenceId}`),
  );

describe('changing an offering', () => {
  it('is refused to the anonymous and to other organisations', async () => {
    const { offering } = await scene();
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    const input = { offeringId: offering.id, version: 1, capacity: 5 };
    expect((await askOfferingChange(hub, null, 'update', input)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await askOfferingChange(hub, stranger, 'update', input)).failure?.code).toBe('FORBIDDEN');
  });

  it('answers for another organisation’s draft as for one that does not exist', async () => {
    const { offering } = await scene({ publish: false });
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    const ask = (offeringId: string) =>
      askOfferingChange(hub, stranger, 'update', { offeringId, version: 1, capacity: 5 });
    const [foreign, absent] = [await ask(offering.id), await ask(newId())];
    expect(foreign.failure).toEqual(absent.failure);
    expect(foreign.failure?.code).toBe('NOT_FOUND');
  });

  it('leaves what is not named, and empties what is null', async () => {
    const { update } = await scene({ contactName: 'Aino', priceEuroCents: 300, capacity: 8 });
    const { offering } = await update({ contactName: null, womenOnly: true });
    expect(offering).toMatchObject({ version: 2, priceEuroCents: 300, capacity: 8 });
    expect(offering.translations).toHaveLength(2);
    expect(offering.nextOccurrences).toHaveLength(10);
  });

  it('refuses a stale version and tells the new one', async () => {
    const { update } = await scene();
    await update({ womenOnly: true });
    const { failure } = await update({ womenOnly: false });
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION', facts: { version: 2 } });
  });

  it('lets one of two at once win', async () => {
    const { update, read } = await scene();
    const answers = await Promise.all([update({ priceEuroCents: 100 }), update({ priceEuroCents: 200 })]);
    expect(answers.map(({ failure }) => failure?.reason ?? 'done').sort()).toEqual(['STALE_VERSION', 'done']);
    expect((await read()).version).toBe(2);
  });

  it('names wrong fields and changes nothing', async () => {
    const { update, read } = await scene({ ageMinimum: 18 });
    const { failure } = await update({ ageMaximum: 10, priceEuroCents: 5, sourceLanguage: 'so' });
    expect(failure?.fields?.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'input.ageMaximum AGE_RANGE_TURNED',
      'input.translations SOURCE_TEXT_MISSING',
    ]);
    expect(await read()).toMatchObject({ version: 1, priceEuroCents: 0 });
  });

  it('is open to the coordinators of co-hosts, but for the choice of hosts', async () => {
    const partner = await anOrganisation(hub);
    const { offering } = await scene({ coHostIds: [partner.id] });
    const partnerCoordinator = aViewerIn(partner, 'COORDINATOR');
    const ask = (changes: object, version: number) =>
      askOfferingChange(hub, partnerCoordinator, 'update', { offeringId: offering.id, version, ...changes });
    const edited = await ask({ priceEuroCents: 100, coHostIds: [partner.id] }, 1);
    expect(edited.offering).toMatchObject({
      version: 2,
      viewerCan: { update: true, publish: false, archive: false },
    });
    expect((await ask({ coHostIds: [] }, 2)).failure).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'NOT_THE_ORGANISATION',
    });
  });

  it('ends a co-host’s access when it is taken off', async () => {
    const partner = await anOrganisation(hub);
    const { offering, update } = await scene({ coHostIds: [partner.id], publish: false });
    const partnerCoordinator = aViewerIn(partner, 'COORDINATOR');
    expect(await askOffering(hub, partnerCoordinator, offering.id)).not.toBeNull();
    await update({ coHostIds: [] });
    expect(await askOffering(hub, partnerCoordinator, offering.id)).toBeNull();
  });

  it('is recorded with who did it and the names of the fields', async () => {
    const { update, offering, coordinator, organisation } = await scene();
    await update({ womenOnly: true });
    const rows = await queryAs(
      hub,
      'hub_auditor',
      'select * from audit_log where subject_id = $1 and action = $2',
      [offering.id, 'offering.update'],
    );
    expect(rows).toMatchObject([
      { person_id: coordinator.personId, organisation_id: organisation.id, facts: { fields: ['womenOnly'] } },
    ]);
  });
});

describe('a changed source text', () => {
  const text = (language: string, title: string) => ({ language, title, summary: '', description: '' });

  it('outdates the translations that stayed, and no minor edit does', async () => {
    const { update } = await scene({
      translations: [text('fi', 'Kahvila'), text('en', 'Café'), text('sv', 'Kafé')],
    });
    const states = async (titles: string[], version: number) => {
      const [fi = '', en = '', sv = ''] = titles;
      const { offering } = await update(
        { translations: [text('fi', fi), text('en', en), text('sv', sv)] },
        version,
      );
      return offering.translations.map(({ state }) => state);
    };
    expect(await states(['Kahvila!', 'Café', 'Kafé'], 1)).toEqual(['CURRENT', 'CURRENT', 'CURRENT']);
    expect(await states(['Kielikahvila', 'Language café', 'Kafé'], 2)).toEqual([
      'CURRENT',
      'CURRENT',
      'OUTDATED',
    ]);
    expect(await states(['Kielikahvila', 'Language café', 'Kafé'], 3)).toEqual([
      'CURRENT',
      'CURRENT',
      'OUTDATED',
    ]);
    expect(await states(['Kielikahvila', 'Language café', 'Språkkafé'], 4)).toEqual([
      'CURRENT',
      'CURRENT',
      'CURRENT',
    ]);
  });
});

describe('changed places', () => {
  it('cannot fall below those who signed up to a coming date', async () => {
    const { update, read } = await scene({ capacity: 20 });
    const [first] = (await read()).nextOccurrences;
    await take(first?.id ?? '', 7);
    const { failure } = await update({ capacity: 6 });
    expect(failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'CAPACITY_BELOW_TAKEN',
      facts: { taken: 7 },
    });
    expect(failure?.fields?.[0]?.path).toBe('input.capacity');
    const { offering } = await update({ capacity: 7 });
    expect(offering.nextOccurrences.every(({ capacity }) => capacity === 7)).toBe(true);
  });
});

describe('a changed schedule', () => {
  it('keeps dates whose original start remains, with their sign-ups', async () => {
    const { update, read } = await scene();
    const [first, second] = (await read()).nextOccurrences;
    await take(first?.id ?? '', 3);
    const { offering } = await update({ schedules: [{ ...weeklyTuesdays, count: 2, durationMinutes: 90 }] });
    expect(
      offering.nextOccurrences.map(({ id, placesTaken, endsAt }) => ({ id, placesTaken, endsAt })),
    ).toEqual([
      { id: first?.id, placesTaken: 3, endsAt: '2026-12-01T16:30:00.000Z' },
      { id: second?.id, placesTaken: 0, endsAt: '2026-12-08T16:30:00.000Z' },
    ]);
  });

  it('removes coming dates without sign-ups, and cancels and tells of those with them', async () => {
    const { update, read } = await scene();
    const told: string[] = [];
    hub.hub.events.on('occurrence.cancelled', (_tx, event) =>
      Promise.resolve(void told.push(event.occurrenceId)),
    );
    const [first] = (await read()).nextOccurrences;
    await take(first?.id ?? '', 2);
    const wednesdays = { ...weeklyTuesdays, startsAtLocal: '2026-12-02T17:00', weekdays: [3], count: 3 };
    const { offering } = await update({ schedules: [wednesdays] });
    expect(offering.nextOccurrences.map(({ startsAt, status }) => `${startsAt} ${status}`)).toEqual([
      '2026-12-01T15:00:00.000Z CANCELLED',
      '2026-12-02T15:00:00.000Z SCHEDULED',
      '2026-12-09T15:00:00.000Z SCHEDULED',
      '2026-12-16T15:00:00.000Z SCHEDULED',
    ]);
    expect(told).toEqual([first?.id]);
  });

  it('leaves past dates as they were', async () => {
    const { update, offering, read } = await scene();
    hub.clock.set(new Date('2026-12-09T09:00:00+02:00'));
    await update({ schedules: [] });
    expect((await read()).nextOccurrences).toEqual([]);
    const { data } = await hub.ask<{ occurrences: { totalCount: number } }>(
      null,
      'query ($id: ID!) { occurrences(filter: { offeringId: $id, from: "2026-11-01T00:00:00Z" }) { totalCount } }',
      { id: offering.id },
    );
    hub.clock.set(new Date('2026-11-24T09:00:00+02:00'));
    expect(data.occurrences.totalCount).toBe(2);
  });
});
