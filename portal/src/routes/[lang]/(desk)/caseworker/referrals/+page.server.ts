import { SentReferrals } from '#lib/rooms/referrals/referral-lists.queries.ts';
import { lineOf } from '#lib/rooms/referrals/referral-line.ts';
import { sentFilterOf, sentPileLinks, sentPileOf } from '#lib/rooms/referrals/sent-piles.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const pile = sentPileOf(url.searchParams.get('show'));
  const data = orError(
    await locals.api.query(SentReferrals, {
      languages: [locals.lang],
      filter: sentFilterOf(pile),
      after: url.searchParams.get('after'),
    }),
  );
  const { nodes, pageInfo, totalCount } = data.referrals;
  const next = new URLSearchParams(url.searchParams);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  return {
    piles: sentPileLinks(data.referralCounts, pile),
    isAll: pile === 'all',
    lines: nodes.map(lineOf),
    total: totalCount ?? undefined,
    next: pageInfo.hasNextPage ? `?${next}` : undefined,
  };
};
