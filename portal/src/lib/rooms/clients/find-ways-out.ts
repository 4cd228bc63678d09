import type { ResultOf } from '#lib/api/graphql.ts';
import { formatNumber } from '#lib/i18n/words.ts';
import { caseworker_without_one, caseworker_without_two } from '#lib/paraglide/messages.js';
import type { MatchOfferings } from './find.queries.ts';
import { addressOf, without, type Wishes } from './find-wishes.ts';
import { wishWords, type WishChip, type WishNames } from './wish-chips.ts';

type Found = ResultOf<typeof MatchOfferings>['matchOfferings'];

/** So many are enough to choose from: nobody needs to be told which wish to drop. */
const enough = 3;
const mostShown = 4;

/** Where few fit: which single wish to drop, the most helpful first, and the best pair where it finds more. */
export function waysOut(found: Found, wishes: Wishes, names: WishNames): WishChip[] {
  const { fitAllCount, withoutOne, bestPair } = found;
  if (fitAllCount >= enough) return [];
  const words = wishWords(wishes, names);
  const single = withoutOne.filter((each) => each.fitAllCount > fitAllCount).slice(0, mostShown);
  const best = single[0]?.fitAllCount ?? fitAllCount;
  const [first, second] = bestPair?.wishes ?? [];
  return [
    ...single.flatMap(({ wishes: [wish], fitAllCount: count }) =>
      wish
        ? [
            {
              label: caseworker_without_one({ wish: words[wish], count: formatNumber(count) }),
              href: addressOf(without(wishes, [wish])),
            },
          ]
        : [],
    ),
    ...(bestPair && first && second && bestPair.fitAllCount > best
      ? [
          {
            label: caseworker_without_two({
              first: words[first],
              second: words[second],
              count: formatNumber(bestPair.fitAllCount),
            }),
            href: addressOf(without(wishes, [first, second])),
          },
        ]
      : []),
  ];
}
