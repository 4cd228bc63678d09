import { wishBit, type Ranked } from './match.rank.ts';
import type { MatchWish } from './matching.words.ts';

/** How many would meet every wish if these were dropped. */
export interface Dropped {
  readonly wishes: readonly MatchWish[];
  readonly fitAllCount: number;
}

/** Counts by the sets of wishes that are missed: a few dozen, however many offerings there are. */
const countBySet = (ranked: readonly Ranked[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const { missed } of ranked) counts.set(missed, (counts.get(missed) ?? 0) + 1);
  return counts;
};

const more = (left: Dropped, right: Dropped): number => right.fitAllCount - left.fitAllCount;

/**
 * How many meet every wish, how many if each one of them were dropped (the one that finds most first), and the two
 * whose dropping finds most; null where fewer than two wishes were made.
 */
export const countDropped = (
  ranked: readonly Ranked[],
  wishes: readonly MatchWish[],
): { fitAllCount: number; withoutOne: Dropped[]; bestPair: Dropped | null } => {
  const counts = countBySet(ranked);
  const without = (...dropped: MatchWish[]): Dropped => {
    const kept = ~dropped.reduce((bits, wish) => bits | wishBit(wish), 0);
    const fitting = [...counts].filter(([missed]) => (missed & kept) === 0);
    return { wishes: dropped, fitAllCount: fitting.reduce((sum, [, count]) => sum + count, 0) };
  };
  const pairs = wishes.flatMap((first, index) =>
    wishes.slice(index + 1).map((second) => without(first, second)),
  );
  return {
    fitAllCount: counts.get(0) ?? 0,
    withoutOne: wishes.map((wish) => without(wish)).sort(more),
    bestPair: pairs.sort(more)[0] ?? null,
  };
};
