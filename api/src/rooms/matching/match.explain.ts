import { findingOf, type Explanation, type Finding } from './match.finding.ts';
import { wishBit, type Ranked } from './match.rank.ts';
import { limits } from './matching.weights.ts';
import type { MatchWish } from './matching.words.ts';
import { wishRules } from './wish.rules.ts';

/** An offering that was found, with what speaks for it and against it. */
export interface Match {
  readonly offeringId: string;
  readonly fitsAll: boolean;
  readonly distanceKm: number | null;
  readonly nextAt: Date | null;
  readonly placesLeft: number | null;
  readonly reasons: readonly Finding[];
  readonly misfits: readonly Finding[];
  /** What no wish asked about and somebody should know. */
  readonly remarks: readonly Finding[];
}

const dayMilliseconds = 86_400_000;

const remarksOn = ({ wanted, offering }: Ranked, now: Date): Finding[] => {
  const { accessNeeds } = wanted;
  const isStale = now.getTime() - offering.updatedAt.getTime() > limits.staleDays * dayMilliseconds;
  const isForWomen = offering.womenOnly || offering.audience === 'WOMEN';
  const told: readonly (readonly [boolean, Explanation[0]])[] = [
    [isForWomen && !accessNeeds.has('WOMEN_ONLY'), 'FOR_WOMEN'],
    [offering.audience === 'MEN', 'FOR_MEN'],
    [accessNeeds.has('HEARING'), 'ASK_ABOUT_HEARING'],
    [accessNeeds.has('SIGHT'), 'ASK_ABOUT_SIGHT'],
    [isStale, 'NOT_UPDATED_LATELY'],
  ];
  return told.filter(([isSo]) => isSo).map(([, code]) => findingOf(null, [code]));
};

/** The findings about the wishes that were made, in their order. */
export const explain = (ranked: Ranked, wishes: readonly MatchWish[], now: Date): Match => {
  const { offering, distanceKm, missed } = ranked;
  const isMissed = (wish: MatchWish): boolean => (missed & wishBit(wish)) !== 0;
  const findings = (of: readonly MatchWish[]): Finding[] =>
    of.map((wish) => findingOf(wish, wishRules[wish].explain(ranked)));
  return {
    offeringId: offering.id,
    fitsAll: missed === 0,
    distanceKm: offering.isOnline || distanceKm === null ? null : Math.round(distanceKm * 10) / 10,
    nextAt: offering.nextAt,
    placesLeft: offering.placesLeft,
    reasons: findings(wishes.filter((wish) => !isMissed(wish))),
    misfits: findings(wishes.filter(isMissed)),
    remarks: remarksOn(ranked, now),
  };
};
