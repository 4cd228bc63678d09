import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportedEvent, ImportProblem, ImportResult } from './import-source.ts';
import { linkedEventsSource } from './linked-events.source.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`../../../test/fixtures/linked-events/${name}`, import.meta.url), 'utf8');
}

const helsinki = fixture('helsinki_events_data.json');
const turku = fixture('turku_event_991417_fake_translations.json');

/** A sound event of the interface, with changes. */
function anEvent(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'helsinki:1',
    name: { fi: 'Kielikahvila', en: 'Language café' },
    start_time: '2026-12-01T15:00:00Z',
    end_time: '2026-12-01T17:00:00Z',
    ...changes,
  };
}

function read(changes: Record<string, unknown> = {}): ImportResult {
  return linkedEventsSource.read(JSON.stringify({ data: [anEvent(changes)] }));
}

function only({ events }: ImportResult): ImportedEvent {
  const [event, ...rest] = events;
  if (event === undefined || rest.length > 0) throw new Error(`expected one event, got ${events.length}`);
  return event;
}

function told(problems: ImportProblem[]): string[] {
  return problems.map(({ sourceId, field, reason }) => `${sourceId} ${field} ${reason}`);
}

describe('reading the events of Helsinki', () => {
  const { events, problems } = linkedEventsSource.read(helsinki);
  const [online, exhibition] = events;

  it('brings in both, with what is missing told', () => {
    expect(events.map(({ sourceId }) => sourceId)).toEqual(['helsinki:afy6ikna3u', 'helsinki:afxp6tv4xa']);
    expect(told(problems)).toEqual([
      'helsinki:afxp6tv4xa location PLACE_UNKNOWN',
      'helsinki:afxp6tv4xa keywords KEYWORD_UNKNOWN',
      'helsinki:afxp6tv4xa start_time START_MISSING',
    ]);
    expect(problems.some(({ isSkipped }) => isSkipped)).toBe(false);
  });

  it('reads times, price, language, keywords and the online place', () => {
    expect(online).toMatchObject({
      sourceLanguage: 'fi',
      startsAt: '2020-06-01T13:45:00Z',
      endsAt: '2020-06-01T16:00:00Z',
      isAllDay: false,
      status: 'SCHEDULED',
      isFree: true,
      priceText: [],
      isOnline: true,
      place: null,
      spokenLanguages: ['fi'],
      infoUrl: 'https://www.hel.fi/Helsinki/fi/asuminen-ja-ymparisto/kaavoitus/ajankohtaiset-suunnitelmat/',
    });
    expect(online?.keywords).toHaveLength(7);
    expect(online?.keywords[0]).toBe('http://www.yso.fi/onto/yso/p15875');
    expect(online?.placeDetails[0]?.text).toMatch(/^liittymislinkki/);
  });

  it('turns descriptions into plain text with their paragraphs', () => {
    const description = online?.translations[0]?.description ?? '';
    expect(description).not.toMatch(/<|&\w+;/);
    expect(description).toContain('\n\nEsittelyssä mukana olevat hankkeet:\nAsemakaavoitus');
  });

  it('keeps real translations although their titles are the same', () => {
    expect(
      exhibition?.translations.map(({ language, isCopyOfSource }) => [language, isCopyOfSource]),
    ).toEqual([
      ['fi', false],
      ['en', false],
      ['sv', false],
    ]);
    expect(exhibition).toMatchObject({
      status: 'POSTPONED',
      isFree: false,
      startsAt: null,
      organiserName: 'Amos Rex',
    });
    expect(exhibition?.priceText).toEqual([
      { language: 'en', text: '5-15€' },
      { language: 'fi', text: '5-15€' },
      { language: 'sv', text: '5-15€' },
    ]);
  });

  it('resolves a city keyword through the file of keywords', () => {
    const sideFiles = { keywords: fixture('helsinki_keyword_set_data.json') };
    const result = linkedEventsSource.read(helsinki, { sideFiles });
    expect(result.events[1]?.keywords[0]).toBe('http://www.yso.fi/onto/yso/p27033');
    expect(told(result.problems).join()).not.toContain('KEYWORD_UNKNOWN');
  });
});

describe('reading the event of Turku', () => {
  const result = linkedEventsSource.read(turku);

  it('flags the copies that pass for translations', () => {
    expect(
      only(result).translations.map(({ language, isCopyOfSource }) => [language, isCopyOfSource]),
    ).toEqual([
      ['fi', false],
      ['en', true],
      ['sv', true],
    ]);
    expect(told(result.problems)).toEqual([
      'turku:991417 name TRANSLATION_IS_COPY',
      'turku:991417 name TRANSLATION_IS_COPY',
    ]);
  });

  it('reads the price without its markup, the series and the place in words', () => {
    expect(only(result)).toMatchObject({
      priceText: [{ language: 'fi', text: 'Sisäänpääsymaksu + ohjausmaksu 2,50 €' }],
      isFree: false,
      status: 'RESCHEDULED',
      superEventSourceId: 'turku:991415',
      place: null,
      startsAt: '2022-06-14T16:30:00Z',
    });
    expect(only(result).placeDetails[0]?.text).toBe(
      'Blombergin aukio 12, Turku / Kupittaa, Kupittaan maauimala',
    );
  });
});

describe('places', () => {
  const expected = {
    sourceId: 'tprek:15417',
    name: 'Sellon kirjasto',
    streetAddress: 'Leppävaarankatu 9',
    municipalityName: 'Espoo',
    latitude: 60.21748,
    longitude: 24.80992,
  };
  const places = fixture('helsinki_places_data.json');

  it('are found by their address in the file of places', () => {
    const location = { '@id': 'https://api.hel.fi/linkedevents/v1/place/tprek:15417/' };
    const text = JSON.stringify([anEvent({ location })]);
    expect(only(linkedEventsSource.read(text, { sideFiles: { places } })).place).toEqual(expected);
    expect(told(linkedEventsSource.read(text).problems)).toEqual(['helsinki:1 location PLACE_UNKNOWN']);
  });

  it('are read where they are embedded', () => {
    const location: unknown = JSON.parse(places).data[0];
    expect(only(read({ location })).place).toEqual(expected);
  });

  it('come in without coordinates that are none', () => {
    const location = { id: 'x:1', name: { fi: 'Talo' }, position: { coordinates: [300, 'north'] } };
    const result = read({ location });
    expect(only(result).place).toMatchObject({ name: 'Talo', latitude: null, longitude: null });
    expect(told(result.problems)).toEqual(['helsinki:1 position COORDINATES_INVALID']);
  });
});

describe('what is wrong with an event is told and the rest comes in', () => {
  it.each([
    [{ end_time: null }, 'end_time END_MISSING', { endsAt: null }],
    [{ end_time: '2026-12-01T14:00:00Z' }, 'end_time END_BEFORE_START', { endsAt: null }],
    [{ start_time: 'next Tuesday' }, 'start_time INVALID_TIME', { startsAt: null }],
    [{ start_time: '2026-02-30T10:00:00Z' }, 'start_time INVALID_TIME', { startsAt: null }],
    [{ start_time: '2026-12-01T10:00:00' }, 'start_time INVALID_TIME', { startsAt: null }],
    [{ start_time: 17 }, 'start_time INVALID_TIME', { startsAt: null }],
    [{ name: { fi: 'A', xx_: 'B' } }, 'name LANGUAGE_TAG_INVALID', { sourceLanguage: 'fi' }],
    [{ name: { fi: 'A', en: 7 } }, 'name WRONG_TYPE', { sourceLanguage: 'fi' }],
    [{ description: { ru: 'Текст' } }, 'name TRANSLATION_WITHOUT_TITLE', {}],
    [{ description: { fi: 'x'.repeat(10_001) } }, 'description TEXT_TOO_LONG', {}],
    [{ keywords: 'yso:p1' }, 'keywords WRONG_TYPE', { keywords: [] }],
    [{ keywords: [{ '@id': 'nowhere' }, 5] }, 'keywords KEYWORD_UNKNOWN', { keywords: [] }],
    [{ audience_min_age: 18, audience_max_age: 7 }, 'audience_max_age AGE_INVALID', { minimumAge: null }],
    [
      { maximum_attendee_capacity: -1 },
      'maximum_attendee_capacity CAPACITY_INVALID',
      { maximumCapacity: null },
    ],
    [
      { in_language: [{ '@id': '/language/finnish/' }] },
      'in_language LANGUAGE_TAG_INVALID',
      { spokenLanguages: [] },
    ],
    [{ info_url: { fi: 'javascript:alert(1)' } }, 'info_url URL_INVALID', { infoUrl: null }],
    [{ location: 'at home' }, 'location WRONG_TYPE', { place: null }],
  ])('%j', (changes, problem, content) => {
    const result = read(changes);
    expect(told(result.problems)).toEqual([`helsinki:1 ${problem}`]);
    expect(only(result)).toMatchObject(content);
  });

  it.each([
    [{ name: null }, 'helsinki:1 name NAME_MISSING'],
    [{ name: { fi: '<p> </p>' } }, 'helsinki:1 name NAME_MISSING'],
    [{ deleted: true }, 'helsinki:1 deleted DELETED_AT_SOURCE'],
    [{ id: null }, '#1 id ID_MISSING'],
  ])('an event with %j is left out, its neighbour comes in', (changes, problem) => {
    const result = linkedEventsSource.read(JSON.stringify([anEvent(changes), anEvent({ id: 'helsinki:2' })]));
    expect(told(result.problems)).toEqual([problem]);
    expect(result.problems[0]?.isSkipped).toBe(true);
    expect(only(result).sourceId).toBe('helsinki:2');
  });

  it('takes the first of two events with one id', () => {
    const result = linkedEventsSource.read(JSON.stringify([anEvent(), anEvent({ name: { fi: 'Toinen' } })]));
    expect(only(result).translations[0]?.title).toBe('Kielikahvila');
    expect(told(result.problems)).toEqual(['helsinki:1 id ID_DOUBLED']);
  });

  it('reads bare dates as whole days in Finland, the last one included', () => {
    expect(only(read({ start_time: '2026-03-28', end_time: '2026-03-29' }))).toMatchObject({
      startsAt: '2026-03-27T22:00:00Z',
      endsAt: '2026-03-29T21:00:00Z',
      isAllDay: true,
    });
  });

  it('leaves scripts, direction overrides and control characters out of the texts', () => {
    const name = {
      fi: '<script>alert(1)</script>Kah\u202Evi\u0000la\n<b>ilta</b>',
      ar: '&lt;img onerror=x&gt; مقهى',
    };
    const { translations } = only(read({ name }));
    expect(translations.map(({ title }) => title)).toEqual(['Kahvila ilta', '<img onerror=x> مقهى']);
  });

  it('knows a cancelled event', () => {
    expect(only(read({ event_status: 'EventCancelled' }))).toMatchObject({
      status: 'CANCELLED',
      isCancelled: true,
    });
  });
});
