import type { FastifyInstance } from 'fastify';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../test/harness.ts';
import { anOffering, anOccurrence } from '../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../test/makers/organisation.ts';
import { newId } from '../platform/ids.ts';
import { systemViewer } from '../platform/policy/viewer.ts';
import { OccurrenceService, OfferingService, type ScheduleInput } from '../rooms/offerings/index.ts';
import { createServer } from '../server.ts';

const test = useHub();
let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer({ hub: test.hub, withPortal: false });
});
afterAll(() => server.close());
beforeEach(() => test.clock.set(new Date('2026-11-24T09:00:00+02:00')));

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { accept: '*/*', ...headers } });

const calendarOf = async (url: string): Promise<ICAL.Component> => {
  const answer = await get(url);
  expect(answer.statusCode).toBe(200);
  return new ICAL.Component(ICAL.parse(answer.body));
};

const eventsOf = (calendar: ICAL.Component): ICAL.Event[] =>
  calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));

const instantOf = (local: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Helsinki').epochMilliseconds);

/** All starts that a calendar client shows, as instants. */
const startsIn = (calendar: ICAL.Component): string[] => {
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
  ICAL.TimezoneService.register(zone);
  const masters = eventsOf(calendar).filter((event) => !event.isRecurrenceException());
  return masters
    .flatMap((event) => {
      const exceptions = eventsOf(calendar).filter(
        (other) => other.isRecurrenceException() && other.uid === event.uid,
      );
      exceptions.forEach((exception) => event.relateException(exception));
      const walk = event.iterator();
      const starts: string[] = [];
      for (let next = walk.next(); next && starts.length < 500; next = walk.next()) {
        const { startDate, item } = event.getOccurrenceDetails(next);
        if (item.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
        // A date without a time begins at midnight of the calendar's zone.
        const at = startDate.isDate ? instantOf(`${startDate.toString()}T00:00`) : startDate.toJSDate();
        starts.push(at.toISOString());
      }
      return starts;
    })
    .sort();
};

const yearOfTuesdays = { count: 60 };

describe('the calendar of an offering', () => {
  it('shows a foreign reader the dates that we show, across both clock changes and without a cancelled one', async () => {
    const { id: organisationId } = await anOrganisation(test);
    const offering = await anOffering(test, { organisationId, schedule: yearOfTuesdays });
    const viewer = systemViewer('test');
    const dates = await test.hub
      .get(OccurrenceService)
      .page(viewer, { first: 100 }, { offeringId: offering.id });
    const [, second] = dates.nodes;
    await test.hub.get(OccurrenceService).cancel(viewer, { occurrenceId: second?.id ?? '', reasons: [] });
    const calendar = await calendarOf(`/feeds/fi/offerings/${offering.id}.ics`);
    const shown = dates.nodes.filter(({ id }) => id !== second?.id);
    expect(startsIn(calendar)).toEqual(shown.map(({ startsAt }) => startsAt.toISOString()));
    expect(shown).toHaveLength(59);
  });

  it('names a cancelled date by its original start, says so in the reader’s word, and counts it as a change', async () => {
    const { id: organisationId } = await anOrganisation(test);
    const offering = await anOffering(test, { organisationId, schedule: yearOfTuesdays });
    const url = `/feeds/ar/offerings/${offering.id}.ics`;
    const [before] = eventsOf(await calendarOf(url));
    const viewer = systemViewer('test');
    const dates = await test.hub
      .get(OccurrenceService)
      .page(viewer, { first: 3 }, { offeringId: offering.id });
    const reasons = [{ language: 'ar', value: 'المدرب مريض.' }];
    await test.hub.get(OccurrenceService).cancel(viewer, { occurrenceId: dates.nodes[0]?.id ?? '', reasons });
    const [series, cancelled] = eventsOf(await calendarOf(url));
    expect(cancelled?.uid).toBe(series?.uid);
    expect(series?.uid).toBe(before?.uid);
    expect(cancelled?.recurrenceId.toString()).toBe('2026-12-01T17:00:00');
    expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(cancelled?.summary).toMatch(/^أُلغي: /);
    expect(cancelled?.description).toContain('المدرب مريض.');
    expect(series?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  it('shows a moved date at its new time and a postponed one as not taking place, each a newer version', async () => {
    const { id: organisationId } = await anOrganisation(test);
    const offering = await anOffering(test, { organisationId, schedule: yearOfTuesdays });
    const url = `/feeds/en/offerings/${offering.id}.ics`;
    const viewer = systemViewer('test');
    const occurrences = test.hub.get(OccurrenceService);
    const { nodes } = await occurrences.page(viewer, { first: 2 }, { offeringId: offering.id });
    const [first = '', second = ''] = nodes.map(({ id }) => id);
    const reasons = [{ language: 'fi', value: 'Sali on varattu.' }];
    const sequences = [eventsOf(await calendarOf(url))[0]?.sequence ?? 0];
    const noteSequence = async () => sequences.push(eventsOf(await calendarOf(url))[0]?.sequence ?? 0);
    await occurrences.cancel(viewer, { occurrenceId: first, reasons });
    await noteSequence();
    await occurrences.undoChange(viewer, first);
    await noteSequence();
    await occurrences.move(viewer, { occurrenceId: first, startsAtLocal: '2026-12-03T18:30', reasons });
    await noteSequence();
    await occurrences.postpone(viewer, { occurrenceId: second, reasons });
    await noteSequence();
    const calendar = await calendarOf(url);
    const [series, moved, postponed] = eventsOf(calendar);
    expect(new Set([series?.uid, moved?.uid, postponed?.uid]).size).toBe(1);
    expect(moved?.recurrenceId.toString()).toBe('2026-12-01T17:00:00');
    expect(moved?.startDate.toString()).toBe('2026-12-03T18:30:00');
    expect(moved?.summary).toMatch(/^Moved: /);
    expect(moved?.description).toContain('Finnish: Sali on varattu.');
    expect(moved?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(postponed?.recurrenceId.toString()).toBe('2026-12-08T17:00:00');
    expect(postponed?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(postponed?.summary).toMatch(/^Postponed, no new time yet: /);
    const [next, later] = startsIn(calendar);
    expect([next, later]).toEqual(['2026-12-03T16:30:00.000Z', '2026-12-15T15:00:00.000Z']);
    expect(sequences.every((each, index) => index === 0 || each > (sequences[index - 1] ?? 0))).toBe(true);
  });

  it('leaves out what the series leaves out, and shows whole days, open ends and dates beside the rule', async () => {
    const { id: organisationId } = await anOrganisation(test);
    const schedules: ScheduleInput[] = [
      {
        startsAtLocal: '2026-12-01T17:00',
        durationMinutes: 60,
        rhythm: 'MONTHLY_ON_WEEKDAY',
        untilOn: '2027-05-31',
        skippedOn: ['2027-02-02'],
        extraStarts: ['2027-02-03T12:00', '2026-12-28T09:30'],
      },
      {
        startsAtLocal: '2026-12-03T18:00',
        durationMinutes: 120,
        timeKind: 'OPEN_END',
        weekdays: [4],
        untilOn: '2027-01-15',
        skipsHolidays: true,
      },
      {
        startsAtLocal: '2027-03-27T00:00',
        durationMinutes: 2 * 1440,
        timeKind: 'ALL_DAY',
        rhythm: 'DAILY',
        interval: 2,
        untilOn: '2027-03-31',
        skippedOn: ['2027-03-29'],
      },
    ];
    const offering = await anOffering(test, { organisationId, schedules });
    const { nodes } = await test.hub
      .get(OccurrenceService)
      .page(systemViewer('test'), { first: 100 }, { offeringId: offering.id });
    const calendar = await calendarOf(`/feeds/fi/offerings/${offering.id}.ics`);
    expect(startsIn(calendar)).toEqual(nodes.map(({ startsAt }) => startsAt.toISOString()));
    const [monthly, open, whole] = calendar.getAllSubcomponents('vevent').map(String);
    expect(monthly).toContain('EXDATE;TZID=Europe/Helsinki:20270202T170000');
    expect(open).not.toMatch(/DTEND|DURATION/);
    expect(open).toContain('EXDATE;TZID=Europe/Helsinki:20261224T180000');
    expect(whole).toContain('DTSTART;VALUE=DATE:20270327\r\nDTEND;VALUE=DATE:20270329');
    expect(whole).toMatch(/UNTIL=20270331\b/);
    expect(whole).toContain('EXDATE;VALUE=DATE:20270329');
  });

  it('keeps its id when title and rule change', async () => {
    const organisation = await anOrganisation(test);
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const offering = await anOffering(test, { organisationId: organisation.id, schedule: yearOfTuesdays });
    const url = `/feeds/fi/offerings/${offering.id}.ics`;
    const [before] = eventsOf(await calendarOf(url));
    await test.hub.get(OfferingService).update(coordinator, {
      offeringId: offering.id,
      version: offering.version,
      translations: [{ language: 'fi', title: 'Uusi nimi' }],
      schedules: [
        {
          startsAtLocal: '2026-12-02T18:00',
          durationMinutes: 60,
          rule: 'FREQ=WEEKLY;COUNT=5',
        },
      ],
    });
    const [after] = eventsOf(await calendarOf(url));
    expect(after?.uid).toBe(before?.uid);
    expect(after?.summary).toBe('Uusi nimi');
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  it('says of an ended one that it is cancelled, for 30 days', async () => {
    const organisation = await anOrganisation(test);
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const offering = await anOffering(test, { organisationId: organisation.id, schedule: yearOfTuesdays });
    const { id, version } = offering;
    await test.hub.get(OfferingService).archive(coordinator, { offeringId: id, version });
    const [ended] = eventsOf(await calendarOf(`/feeds/en/offerings/${id}.ics`));
    expect(ended?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(ended?.summary).toMatch(/^Cancelled: /);
    test.clock.set(new Date('2026-12-27T09:00:00+02:00'));
    expect(eventsOf(await calendarOf(`/feeds/en/offerings/${id}.ics`))).toEqual([]);
  });

  it('is not there for a draft, as for no offering at all', async () => {
    const { id: organisationId } = await anOrganisation(test);
    const draft = await anOffering(test, { organisationId, publish: false });
    const absent = await get(`/feeds/fi/offerings/${newId()}.ics`);
    expect(absent.statusCode).toBe(404);
    for (const id of [draft.id, 'x']) {
      const answer = await get(`/feeds/fi/offerings/${id}.ics`);
      expect(answer.body).toBe(absent.body);
    }
  });

  it('holds hostile texts inside their lines', async () => {
    const { id: organisationId } = await anOrganisation(test);
    const title = 'Kahvi; tee, "mehu"\\: BEGIN:VEVENT ]]> <b>';
    const offering = await anOffering(test, { organisationId, title });
    const calendar = await calendarOf(`/feeds/fi/offerings/${offering.id}.ics`);
    expect(eventsOf(calendar)).toHaveLength(1);
    expect(eventsOf(calendar)[0]?.summary).toContain('BEGIN:VEVENT ]]>');
  });
});

describe('the feeds of a filter', () => {
  it('hold what the filter lets through, as calendar, Atom and JSON Feed', async () => {
    const { id: organisationId } = await anOrganisation(test);
    await anOccurrence(test, { organisationId, title: 'Kurssi & kahvi <1>', kind: 'COURSE' });
    await anOccurrence(test, { organisationId, title: 'Muu', kind: 'EVENT' });
    const query = `organisation=${organisationId}&kind=COURSE`;
    const calendar = eventsOf(await calendarOf(`/feeds/fi/events.ics?${query}`));
    const atom = await get(`/feeds/fi/events.atom?${query}`);
    const news = await get(`/feeds/fi/events.json?${query}`);
    expect(calendar).toHaveLength(1);
    expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(atom.body.match(/<entry /g)).toHaveLength(1);
    expect(atom.body).toContain('Kurssi &amp; kahvi');
    expect(news.json().items).toHaveLength(1);
    expect(news.json().items[0]).toMatchObject({ language: 'fi', authors: [{ name: expect.any(String) }] });
  });

  it.each(['municipality=16', 'kind=PARTY', 'theme=1', 'language=%00', 'organisation=x', 'colour=red'])(
    'refuse the filter %s with its name',
    async (query) => {
      const answer = await get(`/feeds/fi/events.ics?${query}`);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors[0].extensions).toMatchObject({
        code: 'INVALID_INPUT',
        reason: 'INVALID_FILTER',
        fields: [{ path: query.split('=')[0] }],
      });
    },
  );

  it('answer 304 until something changes, also when a row leaves', async () => {
    const organisation = await anOrganisation(test);
    const organisationId = organisation.id;
    const offering = await anOffering(test, { organisationId });
    const url = `/feeds/fi/organisations/${organisationId}.ics`;
    const first = await get(url);
    const etag = String(first.headers.etag);
    const lastModified = String(first.headers['last-modified']);
    expect((await get(url, { 'if-none-match': `W/${etag}` })).statusCode).toBe(304);
    expect((await get(url, { 'if-modified-since': lastModified })).statusCode).toBe(304);
    test.clock.set(new Date('2026-11-24T10:00:00+02:00'));
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const { id, version } = offering;
    await test.hub.get(OfferingService).archive(coordinator, { offeringId: id, version });
    expect((await get(url, { 'if-none-match': etag })).statusCode).toBe(200);
    expect((await get(url, { 'if-modified-since': lastModified })).statusCode).toBe(200);
  });

  it('are read by any origin', async () => {
    const answer = await get('/feeds/so/events.ics');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  });

  it('send as many statements for many offerings as for one', async () => {
    const [one, many] = await Promise.all([anOrganisation(test), anOrganisation(test)]);
    await anOccurrence(test, { organisationId: one.id });
    for (let round = 0; round < 12; round += 1) await anOccurrence(test, { organisationId: many.id });
    const count = (id: string) => test.countStatements(() => get(`/feeds/fi/organisations/${id}.ics`));
    expect(await count(many.id)).toBe(await count(one.id));
    expect(await count(many.id)).toBeLessThanOrEqual(9);
  });
});
