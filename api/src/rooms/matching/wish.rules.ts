import type { MatchWish } from './matching.words.ts';
import { accessRules } from './wish.access.ts';
import { peopleRules } from './wish.people.ts';
import { placeRules } from './wish.places.ts';
import type { WishRule } from './wish.rule.ts';

/** THE list of wishes, in the order in which findings are told. */
export const wishRules: Readonly<Record<MatchWish, WishRule>> = {
  ...peopleRules,
  ...placeRules,
  ...accessRules,
};
