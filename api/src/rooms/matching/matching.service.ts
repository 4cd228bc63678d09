import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { readCandidates } from './candidate.read.ts';
import { countDropped, type Dropped } from './match.dropped.ts';
import { explain, type Match } from './match.explain.ts';
import { rank, wishesMade } from './match.rank.ts';
import { matchingPolicy } from './matching.policy.ts';
import { checkNeeds } from './needs.check.ts';
import type { OfferingNeeds } from './needs.ts';

/** What was found, the best first, and what else there would be. */
export interface Matches {
  readonly matches: readonly Match[];
  readonly consideredCount: number;
  readonly fitAllCount: number;
  readonly withoutOne: readonly Dropped[];
  readonly bestPair: Dropped | null;
}

const mostMatches = 100;

export class MatchingService {
  constructor(private readonly hub: Hub) {}

  /**
   * The offerings that take referrals, the best fit first (api/docs/matching.md); never fewer because of a wish.
   * `first`: 1 to 100. Errors: UNAUTHENTICATED; FORBIDDEN; those of `checkNeeds`.
   */
  async match(viewer: Viewer, needs: OfferingNeeds, first: number): Promise<Matches> {
    matchingPolicy.authorize(viewer, 'find', null);
    const wanted = await checkNeeds(this.hub, needs);
    const now = this.hub.clock.now();
    const ranked = rank(wanted, await readCandidates(this.hub, viewer, wanted.text), now);
    const wishes = wishesMade(wanted);
    const shown = ranked.slice(0, Math.min(mostMatches, Math.max(1, first)));
    return {
      matches: shown.map((each) => explain(each, wishes, now)),
      consideredCount: ranked.length,
      ...countDropped(ranked, wishes),
    };
  }
}
