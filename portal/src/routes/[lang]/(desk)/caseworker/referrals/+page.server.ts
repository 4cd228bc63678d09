import { SentReferrals } from '#lib/rooms/referrals/referral-lists.queries.ts';
import { lineOf } from '#lib/rooms/referrals/referral-line.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const show = url.searchParams.get('show');
  const open = show === 'open' ? true : show === 'ended' ? false : null;
  const after = url.searchParams.get('after');
  const data = orError(await locals.api.query(SentReferrals, { languages: [locals.lang], open, after }));
  const { nodes, pageInfo, totalCount } = data.referrals;
  const next = new URLSearchParams(url.searchParams);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  return {
    show: open === null ? 'all' : open ? 'open' : 'ended',
    lines: nodes.map(lineOf),
    total: totalCount ?? undefined,
    next: pageInfo.hasNextPage ? `?${next}` : undefined,
  };
};
