/** Matching: which offerings fit somebody's needs, in which order, and why (DOMAIN.md §5). It stores nothing. */
import type { Room } from '../../platform/room.ts';
import { ClientNeedsResolver, MatchFindingResolver, MatchingResolver } from './matching.resolver.ts';

export { needsOfClient } from './client.needs.ts';
export type { Match } from './match.explain.ts';
export { OfferingMatchType } from './matching.types.ts';
export { MatchingService } from './matching.service.ts';

export const matchingRoom: Room = {
  name: 'matching',
  entities: [],
  resolvers: [MatchingResolver, MatchFindingResolver, ClientNeedsResolver],
};
