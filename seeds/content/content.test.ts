import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clients, offerings, organisations, people, places, signUpPlan } from './content.ts';
import type { ContentLanguage, SeedSchedule } from './content.types.ts';
import { theme } from './theme-ids.ts';

const allLanguages: readonly ContentLanguage[] = ['fi', 'sv', 'en', 'ru', 'uk', 'ar', 'fa', 'so'];
const reference = <Row>(name: string): Row[] =>
  JSON.parse(readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8')) as Row[];
const keysOf = (rows: readonly { key: string }[]): Set<string> => new Set(rows.map((row) => row.key));

interface ReferenceTheme {
  id: string;
  labels: Record<string, string>;
  ysoLabels: Record<string, string>;
}
const themes = reference<ReferenceTheme>('themes.json');
/** Two years, counted low. */
const AGREEMENT_DAYS = 730;
const languageTags = new Set(reference<{ tag: string }>('languages.json').map(({ tag }) => tag));

/** Dates in the coming 26 weeks, counted low. */
const occurrencesInHalfYear = (schedule: SeedSchedule): number => {
  if (schedule.repeats === 'ONCE') return schedule.dayOffset <= 182 ? 1 : 0;
  return Math.floor(Math.min(26, schedule.untilMonths * 4.3) / schedule.intervalWeeks);
};

const hasValidCheckDigit = (businessId: string): boolean => {
  const match = /^(\d{7})-(\d)$/.exec(businessId);
  if (!match?.[1] || !match[2]) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(match[1]?.[index]), 0);
  const remainder = sum % 11;
  return remainder !== 1 && Number(match[2]) === (remainder === 0 ? 0 : 11 - remainder);
};

describe('reference data', () => {
  it('has all 309 municipalities once, by three-digit code', () => {
    const municipalities = reference<{ code: string; name: { fi: string } }>('municipalities.json');
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(309);
    expect(municipalities.every(({ code, name }) => /^\d{3}$/.test(code) && name.fi !== '')).toBe(true);
  });

  it('labels every theme in the eight languages', () => {
    expect(themes.length).toBeGreaterThanOrEqual(30);
    for (const { labels } of themes) expect(Object.keys(labels)).toEqual(allLanguages);
    expect(Object.values(theme).toSorted()).toEqual(themes.map(({ id }) => id).toSorted());
  });

  it('draws the borders in degrees around North Karelia', () => {
    const borders = JSON.parse(
      readFileSync(new URL('../reference/municipality-borders.geojson', import.meta.url), 'utf8'),
    ) as { features: { geometry: { coordinates: number[][][][] } }[] };
    const points = borders.features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
    expect(borders.features).toHaveLength(14);
    expect(points.every(([longitude = 0]) => longitude > 28 && longitude < 32)).toBe(true);
    expect(points.every(([, latitude = 0]) => latitude > 61 && latitude < 64)).toBe(true);
  });
});

describe('organisations, places and people', () => {
  it('has unique keys everywhere', () => {
    for (const rows of [organisations, places, people, offerings, clients]) {
      expect(keysOf(rows).size).toBe(rows.length);
    }
  });

  it('gives every business id a right check digit, and none to the real bodies', () => {
    const ids = organisations.flatMap(({ businessId }) => businessId ?? []);
    expect(ids.every(hasValidCheckDigit)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { isExample, businessId } of organisations) expect(isExample).toBe(businessId !== null);
  });

  it('has at least 12 fictional associations, one with an agreement that ran out and one without', () => {
    const running = organisations.filter(({ isExample, isVerified }) => isExample && isVerified);
    expect(running.length).toBeGreaterThanOrEqual(12);
    expect(running.filter(({ agreement }) => agreement === null)).toHaveLength(1);
    expect(
      running.filter(({ agreement }) => agreement && agreement.acceptedDaysAgo > AGREEMENT_DAYS),
    ).toHaveLength(1);
  });

  it('resolves every key', () => {
    const placeKeys = keysOf(places);
    const organisationKeys = keysOf(organisations);
    expect(organisations.flatMap((row) => row.places).filter((key) => !placeKeys.has(key))).toEqual([]);
    const used = people.flatMap(({ memberships }) => memberships.map(({ organisation }) => organisation));
    expect(used.filter((key) => !organisationKeys.has(key))).toEqual([]);
  });

  it('gives every verified association a coordinator and every address to example.org', () => {
    for (const { key, isExample, isVerified } of organisations) {
      if (!isExample || !isVerified) continue;
      const has = people.some(({ memberships }) =>
        memberships.some(({ organisation, role }) => organisation === key && role === 'COORDINATOR'),
      );
      expect(has, key).toBe(true);
    }
    expect([...people, ...organisations].every(({ email }) => email.endsWith('@example.org'))).toBe(true);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  });

  it('marks seven demo people, one of each role word', () => {
    const words = people.flatMap(({ demo }) => demo?.roleWord ?? []);
    expect(words.toSorted()).toEqual(
      [
        'caseworker',
        'coordinator',
        'data-protection officer',
        'expert',
        'manager',
        'network admin',
        'volunteer',
      ].toSorted(),
    );
  });

  it('puts places in the region, and example rooms on the example street', () => {
    for (const { latitude, longitude, isExample, street } of places) {
      expect(latitude > 62.3 && latitude < 63.2 && longitude > 28.9 && longitude < 31.6).toBe(true);
      expect(street.startsWith('Esimerkkikatu')).toBe(isExample);
    }
  });
});

describe('offerings', () => {
  const texts = offerings.flatMap((row) => row.translations.map((text) => ({ ...text, key: row.key })));

  it('has 60 offerings that together speak all eight languages', () => {
    expect(offerings).toHaveLength(60);
    expect(new Set(texts.map(({ language }) => language))).toEqual(new Set(allLanguages));
    expect(offerings.filter(({ isSensitive }) => isSensitive)).toHaveLength(2);
    expect(new Set(offerings.map(({ kind }) => kind)).size).toBe(5);
  });

  it('writes each in Finnish and another language, a third of them in three or more', () => {
    for (const { key, translations, sourceLanguage } of offerings) {
      const languages = new Set(translations.map(({ language }) => language));
      expect(languages.has('fi') && languages.size >= 2 && languages.size === translations.length, key).toBe(
        true,
      );
      expect(languages.has(sourceLanguage), key).toBe(true);
    }
    expect(offerings.filter(({ translations }) => translations.length >= 3).length).toBeGreaterThanOrEqual(
      20,
    );
  });

  it('keeps texts within their limits, and copies none from another language', () => {
    for (const { key, language, title, summary, description } of texts) {
      const where = `${key} ${language}`;
      expect(title.length, where).toBeLessThanOrEqual(80);
      expect(summary.length, where).toBeLessThanOrEqual(160);
      expect(description.split('\n\n').length, where).toBeGreaterThanOrEqual(2);
      expect(description.split('\n\n').length, where).toBeLessThanOrEqual(4);
    }
    expect(new Set(texts.map(({ summary }) => summary)).size).toBe(texts.length);
    expect(new Set(texts.map(({ description }) => description)).size).toBe(texts.length);
  });

  it('writes each language in its own script', () => {
    const scripts: Partial<Record<ContentLanguage, RegExp>> = {
      ru: /^[^іїєґ\p{Script=Arabic}]*$/u,
      uk: /^[^ыэъё\p{Script=Arabic}]*$/u,
      ar: /^[^پچژگک\p{Script=Cyrillic}]*$/u,
      fa: /^[^ةيك\p{Script=Cyrillic}]*$/u,
    };
    for (const { key, language, title, summary, description } of texts) {
      const script = scripts[language] ?? /^[^\p{Script=Cyrillic}\p{Script=Arabic}]*$/u;
      expect(`${title} ${summary} ${description}`, `${key} ${language}`).toMatch(script);
    }
  });

  it('resolves every key, theme and language', () => {
    const organisationKeys = keysOf(organisations);
    const placeKeys = keysOf(places);
    const themeIds = new Set(themes.map(({ id }) => id));
    for (const { key, organisation, coHosts, place, themes: ids, spokenLanguages } of offerings) {
      expect(
        [organisation, ...coHosts].every((owner) => organisationKeys.has(owner)),
        key,
      ).toBe(true);
      expect(placeKeys.has(place), key).toBe(true);
      expect(ids.length > 0 && ids.every((id) => themeIds.has(id)), key).toBe(true);
      expect(spokenLanguages.length > 0 && spokenLanguages.every((tag) => languageTags.has(tag)), key).toBe(
        true,
      );
    }
  });

  it('takes place at least 1 500 times in the coming half year', () => {
    const total = offerings
      .flatMap(({ schedules }) => schedules)
      .reduce((sum, schedule) => sum + occurrencesInHalfYear(schedule), 0);
    expect(total).toBeGreaterThanOrEqual(1500);
  });

  it('has sound facts', () => {
    for (const row of offerings) {
      expect(row.capacity === null || row.capacity > 0, row.key).toBe(true);
      expect(row.priceEuroCents >= 0, row.key).toBe(true);
      expect((row.ageMinimum ?? 0) <= (row.ageMaximum ?? 150), row.key).toBe(true);
      expect(!row.womenOnly || row.audience === 'WOMEN', row.key).toBe(true);
      for (const { startTime, durationMinutes } of row.schedules) {
        expect(startTime).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(durationMinutes >= 30 && durationMinutes <= 480, row.key).toBe(true);
      }
    }
  });
});

describe('sign-ups', () => {
  it('fills only what takes sign-ups, within the capacity, and some to the last place', () => {
    const byKey = new Map(offerings.map((row) => [row.key, row]));
    for (const { offering, fromOccurrence, toOccurrence, seats } of signUpPlan.rules) {
      const row = byKey.get(offering);
      expect(row?.takesSignUps, offering).toBe(true);
      expect(row?.capacity, offering).not.toBeNull();
      expect(fromOccurrence <= toOccurrence, offering).toBe(true);
      if (seats !== 'FULL') expect(seats, offering).toBeLessThan(row?.capacity ?? 0);
    }
    expect(signUpPlan.rules.filter(({ seats }) => seats === 'FULL').length).toBeGreaterThanOrEqual(8);
    expect(new Set(signUpPlan.names.map(({ givenName }) => givenName)).size).toBe(signUpPlan.names.length);
  });
});
