import type { AccessNeed } from '../clients/index.ts';
import type { MatchCode, MatchWish } from './matching.words.ts';
import type { Pair, WishRule } from './wish.rule.ts';

const mayBringChildren = ({ offering }: Pair): boolean =>
  offering.childrenWelcome ||
  offering.hasChildCare ||
  offering.audience === 'FAMILIES' ||
  offering.audience === 'CHILDREN';

/** Where one may bring the child, but somebody of one's own must look after it. */
const withoutCare = 400;

const needed = (
  need: AccessNeed,
  isThere: (pair: Pair) => boolean,
  met: MatchCode,
  missed: MatchCode,
): WishRule => ({
  isMade: ({ accessNeeds }) => accessNeeds.has(need),
  grade: (pair) => (isThere(pair) ? 1000 : 0),
  explain: (pair) => [isThere(pair) ? met : missed],
});

/** Wishes about what makes it possible to come. */
export const accessRules = {
  CHILD_CARE: {
    isMade: ({ accessNeeds }) => accessNeeds.has('CHILD_CARE'),
    grade: (pair) => (pair.offering.hasChildCare ? 1000 : mayBringChildren(pair) ? withoutCare : 0),
    explain: ({ offering }) => [offering.hasChildCare ? 'HAS_CHILD_CARE' : 'NO_CHILD_CARE'],
  },
  CHILDREN: {
    isMade: ({ bringsChildren }) => bringsChildren,
    grade: (pair) => (mayBringChildren(pair) ? 1000 : 0),
    explain: (pair) => [mayBringChildren(pair) ? 'CHILDREN_WELCOME' : 'NO_CHILDREN'],
  },
  STEP_FREE: needed(
    'STEP_FREE',
    ({ offering }) => offering.stepFree || offering.isOnline,
    'IS_STEP_FREE',
    'NOT_STEP_FREE',
  ),
  TRANSPORT: needed(
    'TRANSPORT',
    ({ offering }) => offering.transportHelp || offering.isOnline,
    'TRANSPORT_HELP',
    'NO_TRANSPORT_HELP',
  ),
  FREE: {
    isMade: ({ free }) => free,
    grade: ({ offering }) => (offering.priceEuroCents === 0 ? 1000 : 0),
    explain: ({ offering }) => [offering.priceEuroCents === 0 ? 'IS_FREE' : 'COSTS'],
  },
} satisfies Partial<Record<MatchWish, WishRule>>;
