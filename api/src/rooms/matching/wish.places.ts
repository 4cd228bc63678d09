import type { Explanation } from './match.finding.ts';
import { limits, metFrom } from './matching.weights.ts';
import type { MatchWish } from './matching.words.ts';
import type { Pair, WishRule } from './wish.rule.ts';

/** Whole within a walk, half at the farthest that was told, nothing at twice that. */
const gradeDistance = ({ wanted, distanceKm }: Pair): number => {
  const farthest = wanted.maximumDistanceKm ?? limits.reachKm;
  if (distanceKm === null) return 0;
  if (distanceKm > farthest) return Math.max(0, Math.floor(metFrom * (2 - distanceKm / farthest)) - 1);
  const beyondWalk = Math.max(0, distanceKm - limits.walkableKm) / Math.max(1, farthest - limits.walkableKm);
  return 1000 - Math.floor((1000 - metFrom) * Math.min(1, beyondWalk));
};

const explainDistance = ({ wanted, offering, distanceKm }: Pair): Explanation => {
  if (offering.isOnline) return ['ONLINE'];
  if (distanceKm === null) return ['DISTANCE_UNKNOWN'];
  if (distanceKm > (wanted.maximumDistanceKm ?? limits.reachKm)) return ['TOO_FAR'];
  return [distanceKm <= limits.walkableKm ? 'WALKABLE' : 'NEAR'];
};

/** Without dates the time is agreed with the client: neither met nor missed, so a little. */
const gradeTimes = ({ wanted, offering }: Pair): number => {
  if ((offering.times & wanted.times) !== 0) return 1000;
  return offering.nextAt === null ? metFrom - 1 : 0;
};

const explainTimes = ({ wanted, offering }: Pair): Explanation => {
  const times = offering.times & wanted.times;
  if (times !== 0) return ['AT_FREE_TIME', { times }];
  return offering.nextAt === null ? ['NO_DATES'] : ['NOT_AT_FREE_TIME', { times: offering.times }];
};

/** Each place left counts a little, the first one most. */
const gradeRoom = ({ offering: { placesLeft } }: Pair): number => {
  if (placesLeft === null) return 1000;
  return placesLeft <= 0 ? 0 : Math.min(1000, 600 + 100 * placesLeft);
};

const explainRoom = ({ offering: { placesLeft } }: Pair): Explanation => {
  if (placesLeft === null) return ['NO_LIMIT'];
  return [placesLeft > 0 ? 'ROOM_LEFT' : 'FULL'];
};

/** Wishes about where, when, and whether there is room. */
export const placeRules = {
  DISTANCE: {
    isMade: ({ origin, maximumDistanceKm }) => origin !== null && maximumDistanceKm !== null,
    grade: gradeDistance,
    explain: explainDistance,
  },
  TIMES: { isMade: ({ times }) => times !== 0, grade: gradeTimes, explain: explainTimes },
  ROOM: {
    isMade: ({ acceptsWaitingList }) => !acceptsWaitingList,
    grade: gradeRoom,
    explain: explainRoom,
  },
} satisfies Partial<Record<MatchWish, WishRule>>;
