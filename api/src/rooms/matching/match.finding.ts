import { freeTimesIn } from './free-time.ts';
import type { FreeTime, MatchCode, MatchWish } from './matching.words.ts';

/** One thing that speaks for an offering, against it, or that somebody should ask about; the portal has its words. */
export interface Finding {
  readonly code: MatchCode;
  /** Null for what no wish asked about. */
  readonly wish: MatchWish | null;
  /** BCP-47 tags as the offering names them. */
  readonly languages: readonly string[];
  readonly times: readonly FreeTime[];
  readonly themeIds: readonly string[];
}

interface Values {
  readonly languages?: readonly string[];
  readonly times?: number;
  readonly themeIds?: readonly string[];
}

/** What a wish's rule says of one offering; whether it is met is the grade's to say. */
export type Explanation = readonly [MatchCode, Values?];

export const findingOf = (wish: MatchWish | null, [code, values = {}]: Explanation): Finding => ({
  code,
  wish,
  languages: values.languages ?? [],
  times: freeTimesIn(values.times ?? 0),
  themeIds: values.themeIds ?? [],
});
