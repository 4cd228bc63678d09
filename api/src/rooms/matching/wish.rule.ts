import type { Candidate } from './candidate.read.ts';
import type { Explanation } from './match.finding.ts';
import type { Wanted } from './needs.ts';

/** An offering beside the needs, with what both have to be asked for. */
export interface Pair {
  readonly wanted: Wanted;
  readonly offering: Candidate;
  /** Kilometres as the crow flies; 0 online, null where it is not known. */
  readonly distanceKm: number | null;
}

/** How one wish is judged. */
export interface WishRule {
  /** Whether somebody wishes for it. */
  readonly isMade: (wanted: Wanted) => boolean;
  /** How well it is met: a whole number from 0 to 1000. */
  readonly grade: (pair: Pair) => number;
  /** In a code and its values why it is met or not. */
  readonly explain: (pair: Pair) => Explanation;
}
