import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { MAXIMUM_IMPORT_BYTES, MAXIMUM_IMPORT_EVENTS } from './import-source.ts';
import { linkedEventsSource } from './linked-events.source.ts';

function reasons(text: string): string[] {
  return linkedEventsSource.read(text).problems.map(({ reason }) => reason);
}

describe('a hostile file', () => {
  it.each(['', 'null', '7', '"text"', '{}', '{"data":null}', '<html>', 'BEGIN:VCALENDAR', '[{]', '\u0000'])(
    '%j is told to be unreadable',
    (text) => {
      expect(reasons(text)).toEqual(['FILE_NOT_READABLE']);
    },
  );

  it('is refused when it is too large, counted in bytes, side files too', () => {
    const tooLarge = 'ä'.repeat(MAXIMUM_IMPORT_BYTES / 2 + 1);
    expect(reasons(tooLarge)).toEqual(['FILE_TOO_LARGE']);
    const { problems } = linkedEventsSource.read('[]', { sideFiles: { places: tooLarge } });
    expect(problems.map(({ reason }) => reason)).toEqual(['FILE_TOO_LARGE']);
  });

  it('is told when a side file is no JSON, and the events come in', () => {
    const text = '[{"id":"a:1","name":{"fi":"Kahvila"},"start_time":"2026-12-01","end_time":"2026-12-01"}]';
    const { events, problems } = linkedEventsSource.read(text, { sideFiles: { keywords: 'x' } });
    expect(events).toHaveLength(1);
    expect(problems).toMatchObject([{ reason: 'FILE_NOT_READABLE', field: 'keywords', isSkipped: false }]);
  });

  it('may be nested as deep as it likes', () => {
    const depth = 1_000_000;
    expect(() => linkedEventsSource.read('['.repeat(depth) + ']'.repeat(depth))).not.toThrow();
    const deep = '{"a":'.repeat(depth / 2) + '1' + '}'.repeat(depth / 2);
    expect(reasons(`[{"id":"a:1","name":{"fi":${deep}}}]`)).toContain('NAME_MISSING');
  });

  it('with 100 000 events brings in the first 5 000 and says so', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => `{"id":"a:${index}","name":{"fi":"T"}}`);
    const { events, problems } = linkedEventsSource.read(`[${items.join(',')}]`);
    expect(events).toHaveLength(MAXIMUM_IMPORT_EVENTS);
    expect(problems[0]).toMatchObject({ reason: 'TOO_MANY_EVENTS', sourceId: null });
    expect(problems[0]?.message).toContain('100000');
  });

  it('with a million languages or keywords in one event ends soon and tells a few problems', () => {
    const names = Array.from({ length: 300_000 }, (_, index) => `"x${index}":"T"`).join(',');
    const keywords = Array.from({ length: 1_000_000 }, () => '{}').join(',');
    const startedAt = performance.now();
    const { problems } = linkedEventsSource.read(`[{"id":"a:1","name":{${names}},"keywords":[${keywords}]}]`);
    expect(problems.length).toBeLessThanOrEqual(21);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('cannot reach the prototype of objects', () => {
    const text = '[{"id":"a:1","__proto__":{"name":{"fi":"T"}},"name":{"__proto__":"x","constructor":"y"}}]';
    expect(reasons(text)).toContain('NAME_MISSING');
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });

  it('never makes the reader throw, and reads the same twice', () => {
    const anyValue = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('2026-12-01T15:00:00Z', '2026-12-01', 'http://x', '\uD800', 1e308, -1),
      fc.dictionary(
        fc.constantFrom('fi', 'en', 'ar', '', '__proto__', '@id', 'id', 'name', 'fi-FI'),
        fc.jsonValue(),
      ),
    );
    const field = fc.constantFrom(
      'id',
      '@id',
      'name',
      'short_description',
      'description',
      'location',
      'location_extra_info',
      'keywords',
      'audience',
      'offers',
      'start_time',
      'end_time',
      'event_status',
      'deleted',
      'super_event',
      'in_language',
      'audience_min_age',
      'audience_max_age',
      'maximum_attendee_capacity',
      'provider',
      'info_url',
      'virtualevent_url',
    );
    const event = fc
      .dictionary(field, anyValue)
      .map((fields) => ({ id: 'a:1', name: { fi: 'T' }, ...fields }));
    const document = fc.oneof(fc.array(event, { maxLength: 3 }), fc.jsonValue(), event);
    fc.assert(
      fc.property(document, (value) => {
        const text = JSON.stringify(value);
        const sideFiles = { places: text, keywords: text };
        const first = linkedEventsSource.read(text, { sideFiles });
        expect(linkedEventsSource.read(text, { sideFiles })).toEqual(first);
      }),
      { numRuns: longRun(1_000, 100_000), seed: 31 },
    );
  });
});

describe('the content hash', () => {
  const event = { id: 'a:1', name: { fi: 'Kahvila', en: 'Café' }, start_time: '2026-12-01T15:00:00Z' };
  const hashOf = (changes: object): string | undefined =>
    linkedEventsSource.read(JSON.stringify([{ ...event, ...changes }])).events[0]?.contentHash;

  it('stays while the content does, whatever the order of languages and the time of the last edit', () => {
    expect(hashOf({})).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf({ last_modified_time: 'today', name: { en: 'Café', fi: '<b>Kahvila</b>' } })).toBe(
      hashOf({}),
    );
    expect(hashOf({ start_time: '2026-12-01T17:00:00+02:00' })).toBe(hashOf({}));
  });

  it('changes with a text, a time and a status', () => {
    const changes = [
      {},
      { name: { fi: 'Kahvila' } },
      { start_time: '2026-12-01T16:00:00Z' },
      { event_status: 'EventCancelled' },
    ];
    expect(new Set(changes.map(hashOf)).size).toBe(4);
  });
});
