import { centreOf, distanceKm, type Point } from '../regions/index.ts';
import type { Candidate } from './candidate.read.ts';
import { extraWeights, limits, metFrom, wishWeights } from './matching.weights.ts';
import { matchWishes, type MatchWish } from './matching.words.ts';
import type { Wanted } from './needs.ts';
import type { Pair } from './wish.rule.ts';
import { wishRules } from './wish.rules.ts';

/** An offering with its place in the order. */
export interface Ranked extends Pair {
  /** The wishes that are not met, one bit each, in the order of `matchWishes`. */
  readonly missed: number;
  /** What they weigh together. */
  readonly missedWeight: number;
  readonly score: number;
}

const dayMilliseconds = 86_400_000;
const daysBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / dayMilliseconds;

export const wishBit = (wish: MatchWish): number => 1 << matchWishes.indexOf(wish);

export const wishesMade = (wanted: Wanted): MatchWish[] =>
  matchWishes.filter((wish) => wishRules[wish].isMade(wanted));

/** 1000 up to `from`, 0 from `to` on, a straight line between them. */
const falling = (value: number, from: number, to: number): number =>
  Math.floor(1000 * Math.min(1, Math.max(0, (to - value) / (to - from))));

const whereIs = ({ latitude, longitude, municipalityCode }: Candidate): Point | null =>
  latitude === null || longitude === null ? centreOf(municipalityCode) : { latitude, longitude };

const distanceOf = ({ origin }: Wanted, offering: Candidate): number | null => {
  if (offering.isOnline) return 0;
  const place = whereIs(offering);
  return origin && place && distanceKm(origin, place);
};

const extrasOf = ({ offering, distanceKm: distance }: Pair, now: Date): number => {
  const nearness = distance === null ? 0 : falling(distance, limits.walkableKm, limits.reachKm);
  const freshness = falling(daysBetween(offering.updatedAt, now), limits.freshDays, limits.staleDays);
  const soonness =
    offering.nextAt === null ? 0 : falling(daysBetween(now, offering.nextAt), 0, limits.comingDays);
  return (
    extraWeights.nearness * nearness + extraWeights.freshness * freshness + extraWeights.soonness * soonness
  );
};

const rankOf = (wanted: Wanted, wishes: readonly MatchWish[], offering: Candidate, now: Date): Ranked => {
  const pair = { wanted, offering, distanceKm: distanceOf(wanted, offering) };
  let missed = 0;
  let missedWeight = 0;
  let score = extrasOf(pair, now);
  for (const wish of wishes) {
    const grade = wishRules[wish].grade(pair);
    score += wishWeights[wish] * grade;
    if (grade >= metFrom) continue;
    missed |= wishBit(wish);
    missedWeight += wishWeights[wish];
  }
  return { ...pair, missed, missedWeight, score };
};

const soonest = ({ offering }: Ranked): number => offering.nextAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** What misses the least comes first, then the higher score, the sooner date, the older id. */
const byFit = (left: Ranked, right: Ranked): number =>
  left.missedWeight - right.missedWeight ||
  right.score - left.score ||
  soonest(left) - soonest(right) ||
  (left.offering.id < right.offering.id ? -1 : 1);

/** All candidates, the best first. Pure: the same needs, offerings and time give the same order. */
export const rank = (wanted: Wanted, candidates: readonly Candidate[], now: Date): Ranked[] => {
  const wishes = wishesMade(wanted);
  return candidates.map((offering) => rankOf(wanted, wishes, offering, now)).sort(byFit);
};
