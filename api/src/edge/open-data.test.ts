import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aValidator, faultsOf, hsdsSchemas } from '../../test/hsds-schemas.ts';
import { useHub } from '../../test/harness.ts';
import { anOffering, aPlace } from '../../test/makers/offering.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../test/makers/organisation.ts';
import { systemViewer } from '../platform/policy/viewer.ts';
import { linkedEventsSource } from '../rooms/imports/index.ts';
import { OccurrenceService, OfferingService, type OfferingRow } from '../rooms/offerings/index.ts';
import { createServer } from '../server.ts';

interface Shape {
  readonly id: string;
  readonly [field: string]: unknown;
}
interface EventPage {
  readonly meta: { readonly count: number; readonly next: string | null; readonly known_until: string };
  readonly data: readonly Shape[];
}
interface ServicePage {
  readonly next: string | null;
  readonly total_items: number;
  readonly contents: readonly Shape[];
}

const test = useHub();
let server: FastifyInstance;
let organisation: OrganisationMade;
let series: OfferingRow;
let single: OfferingRow;

/** What breaks out of lines, markup, calendars and the direction of a page. */
const hostile = 'BEGIN:VEVENT ]]></title><script>x</script> & "q" \\n; ,';

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url: url.replace(/^https?:\/\/[^/]+/, ''), headers: { accept: '*/*', ...headers } });
const read = async <T>(url: string, headers?: Record<string, string>): Promise<T> => {
  const answer = await get(url, headers);
  expect(`${answer.statusCode} ${url}`).toBe(`200 ${url}`);
  return answer.json<T>();
};
const events = '/linked-events/v1/event/';

beforeAll(async () => {
  server = await createServer({ hub: test.hub, withPortal: false });
  organisation = await anOrganisation(test, { name: 'Talo ]]>' });
  const place = await aPlace(test, { organisationId: organisation.id });
  const [theme] = (await test.ask<{ themes: { id: string }[] }>(null, '{ themes { id } }')).data.themes;
  series = await anOffering(test, {
    organisationId: organisation.id,
    translations: [
      { language: 'fi', title: hostile, summary: hostile, description: `a\r\n${hostile}\nEND:VCALENDAR` },
      { language: 'en', title: `${hostile} en`, summary: '', description: hostile },
    ],
    placeId: place.id,
    themeIds: [theme?.id ?? ''],
    schedule: { count: 4 },
    ageMinimum: 3,
    priceEuroCents: 250,
    stepFree: true,
  });
  single = await anOffering(test, {
    organisationId: organisation.id,
    kind: 'EVENT',
    title: 'Winter day',
    schedules: [{ startsAtLocal: '2026-12-05T10:00', durationMinutes: 90 }],
  });
});
afterAll(() => server.close());

describe('the directory', () => {
  it('is right by the schemas of HSDS, whatever stands in its texts', async () => {
    const schema = hsdsSchemas();
    const list = await read<ServicePage>('/hsds/services?full=true', { 'accept-language': 'en' });
    expect(list.contents.map(({ id }) => id)).toEqual([series.id]);
    const whole = await read<Shape>(`/hsds/services/${series.id}`, { 'accept-language': 'en' });
    const short = (await read<ServicePage>('/hsds/services')).contents[0];
    for (const service of [...list.contents, whole, short])
      expect(faultsOf(schema('service'), service)).toEqual([]);
    expect(whole).toMatchObject({
      status: 'active',
      organization: { name: organisation.name },
      schedules: [{ freq: 'WEEKLY', byday: 'TU', count: 4, opens_at: '17:00', closes_at: '19:00' }],
      cost_options: [{ amount: 2.5, currency: 'EUR' }],
      service_at_locations: [{ location: { latitude: 62.6, addresses: [{ city: 'Joensuu' }] } }],
    });
    const organisations = await read<ServicePage>('/hsds/organizations');
    for (const each of organisations.contents) expect(faultsOf(schema('organization'), each)).toEqual([]);
    const terms = await read<ServicePage>('/hsds/taxonomy_terms');
    for (const each of terms.contents) expect(faultsOf(schema('taxonomy_term'), each)).toEqual([]);
  });

  it('tells texts in the language asked for, and which it is', async () => {
    const answer = await get(`/hsds/services/${single.id}`, { 'accept-language': 'en-GB,fi;q=0.5' });
    expect(answer.json()).toMatchObject({ name: 'Winter day', status: 'defunct' });
    expect(answer.headers).toMatchObject({ vary: 'accept-language' });
    expect(await read(`/hsds/services/${single.id}`)).toMatchObject({ name: 'Winter day (fi)' });
  });
});

/** What a value is, for comparing a shape with another hub's. */
const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

describe('the events', () => {
  it('have the shape of Helsinki’s', async () => {
    const file = new URL('../../test/fixtures/linked-events/helsinki_events_data.json', import.meta.url);
    const theirs = JSON.parse(readFileSync(file, 'utf8')) as EventPage;
    const { data } = await read<EventPage>(events);
    for (const [field, value] of theirs.data.flatMap((each) => Object.entries(each))) {
      for (const ours of data) {
        expect(Object.keys(ours)).toContain(field);
        const types = [typeOf(ours[field]), typeOf(value)];
        if (!types.includes('null')) expect([field, types[0]]).toEqual([field, types[1]]);
      }
    }
  });

  it('are read by a foreign importer without a complaint: four dates, their series and one day', async () => {
    const { body } = await get(events);
    const { events: found, problems } = linkedEventsSource.read(body);
    expect(problems.filter(({ isSkipped }) => isSkipped)).toEqual([]);
    expect(found).toHaveLength(6);
    const dates = found.filter(({ superEventSourceId }) => superEventSourceId === `kotoverkko:${series.id}`);
    expect(dates.map(({ startsAt }) => startsAt)).toContain('2026-12-01T15:00:00Z');
    expect(dates).toHaveLength(4);
    const [{ translations = [] } = {}] = dates;
    expect(translations.find(({ language }) => language === 'en')?.title).toContain('BEGIN:VEVENT ]]>');
  });

  it('are narrowed by day, place, language and series', async () => {
    const idsOf = async (query: string): Promise<number> =>
      (await read<EventPage>(events + query)).data.length;
    expect(await idsOf('?start=2026-12-05&end=2026-12-06')).toBe(1);
    expect(await idsOf('?start=2026-12-01&end=2026-12-06')).toBe(3);
    expect(await idsOf(`?super_event=kotoverkko:${series.id}`)).toBe(4);
    expect(await idsOf('?division=167&language=fi&text=winter')).toBe(1);
    expect(await idsOf('?division=276')).toBe(0);
    expect(await idsOf('?keyword=yso:p999999999')).toBe(0);
  });
});

interface Mirror {
  readonly ids: Set<string>;
  since: string;
}

/** Follows `next` to the end; `meanwhile` runs after the first page. */
const walk = async (url: string, meanwhile?: () => Promise<unknown>): Promise<Shape[]> => {
  const rows: Shape[] = [];
  let next: string | null = url;
  while (next) {
    const page: EventPage = await read<EventPage>(next);
    rows.push(...page.data);
    if (rows.length === page.data.length) await meanwhile?.();
    next = page.meta.next;
  }
  return rows;
};

const bring = async (mirror: Mirror): Promise<void> => {
  const first = await read<EventPage>(`${events}?page_size=1`);
  const url = mirror.since
    ? `${events}?page_size=3&last_modified_since=${mirror.since}`
    : `${events}?page_size=3`;
  for (const { id, deleted } of await walk(url)) {
    if (deleted) mirror.ids.delete(id);
    else mirror.ids.add(id);
  }
  mirror.since = first.meta.known_until;
};

describe('a mirror', () => {
  it('walks to the end without a double or a gap while events are added', async () => {
    const before = (await read<EventPage>(`${events}?page_size=100`)).data.map(({ id }) => id);
    const rows = await walk(`${events}?page_size=2`, () =>
      anOffering(test, { organisationId: organisation.id }),
    );
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const now = (await read<EventPage>(`${events}?page_size=100`)).data.map(({ id }) => id);
    expect(now.length).toBeGreaterThan(before.length);
    expect(ids).toEqual(now);
  });

  it('hears of what is cancelled, ended and dropped, and holds what the whole list holds', async () => {
    const mirror: Mirror = { ids: new Set(), since: '' };
    await bring(mirror);
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const offerings = test.hub.get(OfferingService);
    test.clock.advance(3_600_000);
    const ended = await anOffering(test, { organisationId: organisation.id });
    await bring(mirror);
    test.clock.advance(3_600_000);
    await offerings.archive(coordinator, { offeringId: ended.id, version: ended.version });
    await offerings.update(coordinator, {
      offeringId: series.id,
      version: series.version,
      schedules: [{ startsAtLocal: '2026-12-02T18:00', durationMinutes: 60, rule: 'FREQ=WEEKLY;COUNT=3' }],
    });
    const occurrences = test.hub.get(OccurrenceService);
    const { nodes } = await occurrences.page(systemViewer('test'), { first: 1 }, { offeringId: series.id });
    const [cancelled] = nodes;
    await occurrences.cancel(coordinator, { occurrenceId: cancelled?.id ?? '', reasons: [] });
    await bring(mirror);
    const whole = await walk(`${events}?page_size=100`);
    expect([...mirror.ids].sort()).toEqual(whole.map(({ id }) => id).sort());
    expect(await read(`${events}kotoverkko:${cancelled?.id}/`)).toMatchObject({
      event_status: 'EventCancelled',
    });
    await occurrences.undoChange(coordinator, cancelled?.id ?? '');
    const startsAtLocal = '2026-12-04T09:00';
    await occurrences.move(coordinator, { occurrenceId: cancelled?.id ?? '', startsAtLocal, reasons: [] });
    expect(await read(`${events}kotoverkko:${cancelled?.id}/`)).toMatchObject({
      event_status: 'EventRescheduled',
      start_time: '2026-12-04T07:00:00.000Z',
    });
    await occurrences.postpone(coordinator, { occurrenceId: cancelled?.id ?? '', reasons: [] });
    expect(await read(`${events}kotoverkko:${cancelled?.id}/`)).toMatchObject({
      event_status: 'EventPostponed',
      start_time: null,
    });
    const gone = await get(`${events}kotoverkko:${ended.id}/`);
    expect([gone.statusCode, gone.json()]).toMatchObject([410, { deleted: true }]);
    const services = await read<ServicePage>(`/hsds/services?modified_after=2026-11-24T10:30:00%2B02:00`);
    const states = new Map(services.contents.map(({ id, status }) => [id, status]));
    expect([states.get(ended.id), states.get(series.id), states.get(single.id)]).toEqual([
      'defunct',
      'active',
      undefined,
    ]);
  });

  it('asks the database as often for one row as for many', async () => {
    for (const url of [`${events}?page_size=`, '/hsds/services?full=true&per_page=']) {
      const one = await test.countStatements(() => get(`${url}1`));
      const many = await test.countStatements(() => get(`${url}100`));
      expect(many).toBeLessThanOrEqual(11);
      expect(many - one).toBeLessThanOrEqual(1);
    }
  });
});

describe('every answer', () => {
  it('may be read from any page, states its licence and tells what may still be asked for', async () => {
    const { headers } = await get('/hsds/services', { origin: 'https://elsewhere.test' });
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      link: expect.stringContaining('creativecommons.org/licenses/by/4.0/>; rel="license"') as string,
      ratelimit: expect.stringMatching(/^"address";r=\d+;t=\d+$/) as string,
      'ratelimit-policy': expect.stringMatching(/^"address";q=\d+;w=60$/) as string,
    });
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    expect((await get('/hsds/services', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
    const asked = await server.inject({ method: 'OPTIONS', url: events });
    expect([asked.statusCode, asked.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD']);
    expect((await server.inject({ method: 'POST', url: events })).statusCode).toBe(404);
  });

  it.each([
    ['/hsds/services?page=0', 'INVALID_FILTER'],
    ['/hsds/services?page=99999&per_page=100', 'PAGE_TOO_DEEP'],
    ['/hsds/services?per_page=101', 'INVALID_FILTER'],
    ['/hsds/services?after=x%00', 'INVALID_CURSOR'],
    ['/hsds/services?after=WyJoc2RzLnNlcnZpY2VzIiwieCJd', 'INVALID_CURSOR'],
    ['/hsds/services?modified_after=yesterday', 'INVALID_FILTER'],
    ['/hsds/services?organization_id=%27--', 'INVALID_FILTER'],
    ['/hsds/organizations?search=%00', 'INVALID_FILTER'],
    [`${events}?start=2026-02-30`, 'INVALID_FILTER'],
    [`${events}?start=2026-12-02&end=2026-12-01`, 'INVALID_FILTER'],
    [`${events}?keyword=kebab`, 'INVALID_FILTER'],
    [`${events}?division=99999`, 'INVALID_FILTER'],
    [`${events}?super_event=helsinki:1`, 'INVALID_FILTER'],
    [`${events}?last_modified_since=%2B275760-09-13T00:00:00Z`, 'INVALID_FILTER'],
    [`${events}kotoverkko:1/`, 'NOT_FOUND'],
    [`${events}tprek:1/`, 'NOT_FOUND'],
    ['/hsds/services/1', 'NOT_FOUND'],
    ['/hsds/organizations/0198c0de-0000-7000-8000-000000000000', 'NOT_FOUND'],
  ])('to %s says what is wrong: %s', async (url, reason) => {
    const answer = await get(url);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect([answer.json().reason, answer.statusCode]).toEqual([reason, reason === 'NOT_FOUND' ? 404 : 400]);
  });

  it('is as its description says, and every address of it is described', async () => {
    const document = await read<{
      paths: Record<
        string,
        { get: { responses: { 200: { content: Record<string, { schema: { $ref: string } }> } } } }
      >;
    }>('/openapi.json');
    const ajv = aValidator();
    ajv.addSchema({ ...document, $id: 'https://hub.test/openapi.json' });
    const first = async (url: string): Promise<string> => {
      const page = await read<Partial<EventPage & ServicePage>>(url);
      return encodeURIComponent((page.data ?? page.contents)?.[0]?.id ?? '');
    };
    for (const [path, { get: operation }] of Object.entries(document.paths)) {
      const parent = path.replace(/\{id\}\/?$/, '');
      const isPlace = parent.endsWith('/place/');
      const id =
        path === parent
          ? ''
          : isPlace
            ? 'kotoverkko:internet'
            : await first(parent.replace(/^(\/hsds.*)\/$/, '$1'));
      const pointer = operation.responses[200].content['application/json']?.schema.$ref ?? '';
      const validate = ajv.getSchema(`https://hub.test/openapi.json${pointer}`);
      if (!validate) throw new Error(`No schema at ${pointer}`);
      expect([path, faultsOf(validate, await read(path.replace('{id}', id)))]).toEqual([path, []]);
    }
    const described = Object.keys(document.paths).map((path) => path.replace('{id}', ':id'));
    expect(described.filter((path) => !server.hasRoute({ method: 'GET', url: path }))).toEqual([]);
  });
});
