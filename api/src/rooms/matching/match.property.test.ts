import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { accessNeeds, ageBands } from '../clients/index.ts';
import { finnishLevels } from '../offerings/index.ts';
import type { Candidate } from './candidate.read.ts';
import { countDropped } from './match.dropped.ts';
import { rank, wishesMade, type Ranked } from './match.rank.ts';
import type { MatchWish } from './matching.words.ts';
import type { Wanted } from './needs.ts';

const now = new Date('2026-11-24T09:00:00Z');
const runs = { numRuns: longRun(300, 20_000), seed: 20261124 };
const dayMilliseconds = 86_400_000;

const languages = fc.subarray(['ar', 'fi', 'so', 'uk', 'en']);
const themeIds = fc.subarray(['music', 'food', 'sport', 'work']);
const times = fc.integer({ min: 0, max: 2 ** 21 - 1 });
const inDays = (days: number): Date => new Date(now.getTime() + days * dayMilliseconds);

const candidate: fc.Arbitrary<Candidate> = fc
  .record({
    id: fc.uuid(),
    languageKeys: languages,
    finnishLevel: fc.constantFrom(...finnishLevels),
    audience: fc.constantFrom('EVERYONE', 'FAMILIES', 'CHILDREN', 'ADULTS', 'SENIORS', 'WOMEN', 'MEN'),
    ageMinimum: fc.option(fc.integer({ min: 0, max: 40 })),
    ageMaximum: fc.option(fc.integer({ min: 41, max: 100 })),
    hasWords: fc.boolean(),
    womenOnly: fc.boolean(),
    childrenWelcome: fc.boolean(),
    hasChildCare: fc.boolean(),
    stepFree: fc.boolean(),
    transportHelp: fc.boolean(),
    priceEuroCents: fc.constantFrom(0, 500),
    isOnline: fc.boolean(),
    position: fc.option(
      fc.tuple(fc.double({ min: 62, max: 63.5, noNaN: true }), fc.double({ min: 28, max: 31, noNaN: true })),
    ),
    themeIds,
    times,
    nextAt: fc.option(fc.integer({ min: 0, max: 80 }).map(inDays)),
    placesLeft: fc.option(fc.integer({ min: 0, max: 8 })),
    updatedAt: fc.integer({ min: -500, max: 0 }).map(inDays),
  })
  .map(({ position, ...rest }): Candidate => ({
    ...rest,
    organisationId: 'organisation',
    spokenLanguages: rest.languageKeys,
    // A municipality without a known centre, so that an unknown place stays unknown.
    municipalityCode: '005',
    latitude: position?.[0] ?? null,
    longitude: position?.[1] ?? null,
  }));

const candidates = fc.uniqueArray(candidate, { minLength: 1, maxLength: 25, selector: ({ id }) => id });

const wanted: fc.Arbitrary<Wanted> = fc.record({
  languages,
  origin: fc.option(fc.constant({ latitude: 62.53, longitude: 29.38 })),
  maximumDistanceKm: fc.option(fc.integer({ min: 1, max: 80 })),
  times: fc.oneof(fc.constant(0), times),
  themeIds: themeIds.map((ids) => new Set(ids)),
  finnishLevel: fc.option(fc.constantFrom(...finnishLevels)),
  ageBand: fc.option(fc.constantFrom(...ageBands)),
  accessNeeds: fc.subarray([...accessNeeds]).map((needs) => new Set(needs)),
  bringsChildren: fc.boolean(),
  free: fc.boolean(),
  acceptsWaitingList: fc.boolean(),
  text: fc.constantFrom('', 'kahvi'),
});

/** What each wish looks like when it is not made. */
const without = (needs: Wanted, wish: MatchWish): Wanted => {
  const kept = (...names: string[]) => ({
    accessNeeds: new Set([...needs.accessNeeds].filter((need) => !names.includes(need))),
  });
  const dropped: Readonly<Record<MatchWish, Partial<Wanted>>> = {
    TEXT: { text: '' },
    LANGUAGE: { languages: [] },
    DISTANCE: { maximumDistanceKm: null },
    TIMES: { times: 0 },
    THEMES: { themeIds: new Set() },
    FINNISH: { finnishLevel: null },
    AGE: { ageBand: null },
    WOMEN_ONLY: kept('WOMEN_ONLY'),
    CHILDREN: { bringsChildren: false },
    CHILD_CARE: kept('CHILD_CARE'),
    STEP_FREE: kept('STEP_FREE'),
    TRANSPORT: kept('TRANSPORT'),
    FREE: { free: false },
    ROOM: { acceptsWaitingList: true },
  };
  return { ...needs, ...dropped[wish] };
};

/** Ways in which an offering can become better for those needs, and worse in nothing. */
const improvements: readonly ((offering: Candidate, needs: Wanted) => Partial<Candidate>)[] = [
  ({ languageKeys }, needs) => ({ languageKeys: [...new Set([...languageKeys, ...needs.languages])] }),
  (offering, needs) => ({ themeIds: [...new Set([...offering.themeIds, ...needs.themeIds])] }),
  (offering, needs) => ({ times: offering.times | needs.times }),
  (_offering, needs) => (needs.origin ? { ...needs.origin } : {}),
  () => ({ finnishLevel: 'NONE' }),
  () => ({ hasWords: true }),
  () => ({ hasChildCare: true }),
  () => ({ childrenWelcome: true }),
  () => ({ stepFree: true }),
  () => ({ transportHelp: true }),
  () => ({ priceEuroCents: 0 }),
  () => ({ placesLeft: null }),
  ({ placesLeft }) => ({ placesLeft: placesLeft === null ? null : placesLeft + 1 }),
  () => ({ ageMinimum: null, ageMaximum: null, audience: 'FAMILIES', womenOnly: true }),
  () => ({ updatedAt: now }),
];

const idsOf = (ranked: readonly Ranked[]): string[] => ranked.map(({ offering }) => offering.id);
const fitting = (ranked: readonly Ranked[]): string[] => idsOf(ranked.filter(({ missed }) => missed === 0));

describe('the order of matches', () => {
  it('never puts a better fit lower', () => {
    fc.assert(
      fc.property(wanted, candidates, fc.nat(), fc.nat(), (needs, offerings, which, how) => {
        const chosen = offerings[which % offerings.length];
        const improve = improvements[how % improvements.length];
        if (!chosen || !improve) return;
        const better = { ...chosen, ...improve(chosen, needs) };
        const improved = offerings.map((each) => (each === chosen ? better : each));
        const before = idsOf(rank(needs, offerings, now)).indexOf(chosen.id);
        expect(idsOf(rank(needs, improved, now)).indexOf(chosen.id)).toBeLessThanOrEqual(before);
      }),
      runs,
    );
  });

  it('never loses a result when a wish is dropped, and counts before what is found after', () => {
    fc.assert(
      fc.property(wanted, candidates, (needs, offerings) => {
        const ranked = rank(needs, offerings, now);
        const wishes = wishesMade(needs);
        const counted = countDropped(ranked, wishes);
        expect(counted.fitAllCount).toBe(fitting(ranked).length);
        for (const {
          wishes: [wish],
          fitAllCount,
        } of counted.withoutOne) {
          if (!wish) throw new Error('no wish to drop');
          const after = rank(without(needs, wish), offerings, now);
          expect(idsOf(after).toSorted()).toEqual(idsOf(ranked).toSorted());
          expect(fitting(after)).toEqual(expect.arrayContaining(fitting(ranked)));
          expect(fitting(after)).toHaveLength(fitAllCount);
        }
        const [first, second] = counted.bestPair?.wishes ?? [];
        if (!first || !second) return expect(wishes.length).toBeLessThan(2);
        const after = rank(without(without(needs, first), second), offerings, now);
        expect(fitting(after)).toHaveLength(counted.bestPair?.fitAllCount ?? -1);
      }),
      runs,
    );
  });

  it('is the same for the same needs, in whichever order the offerings come', () => {
    fc.assert(
      fc.property(wanted, candidates, (needs, offerings) => {
        expect(idsOf(rank(needs, offerings.toReversed(), now))).toEqual(idsOf(rank(needs, offerings, now)));
      }),
      runs,
    );
  });

  it('puts whatever meets every wish before whatever does not', () => {
    fc.assert(
      fc.property(wanted, candidates, (needs, offerings) => {
        const ranked = rank(needs, offerings, now);
        expect(fitting(ranked)).toEqual(idsOf(ranked).slice(0, fitting(ranked).length));
      }),
      runs,
    );
  });
});
