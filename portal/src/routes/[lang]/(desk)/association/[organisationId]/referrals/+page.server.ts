import { byUrgency, lineOf } from '#lib/rooms/referrals/referral-line.ts';
import { pileLinks, pileNames, pileOf } from '#lib/rooms/referrals/inbox-piles.ts';
import { EndedInbox, InboxPile, ReferralInbox } from '#lib/rooms/referrals/referral-lists.queries.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { organisationId } = params;
  const languages = [locals.lang];
  const after = url.searchParams.get('after');
  const pile = pileOf(url.searchParams.get('pile'));
  const tab = pile ? pileNames[pile] : null;
  const [inbox, ended, chosen] = await Promise.all([
    locals.api.query(ReferralInbox, { organisationId, languages }),
    locals.api.query(EndedInbox, { organisationId, languages, after }),
    locals.api.query(InboxPile, { organisationId, languages, tab }),
  ]);
  const { organisation, waiting, running } = orError(inbox);
  const { nodes, totalCount, pageInfo } = orError(ended).referrals;
  const { referralCounts, referrals } = orError(chosen);
  return {
    piles: pileLinks(referralCounts, pile),
    pile: pile && referrals.nodes.toSorted(byUrgency).map(lineOf),
    pileCount: referrals.totalCount ?? referrals.nodes.length,
    organisation: orNotFound(organisation),
    waiting: waiting.nodes.toSorted(byUrgency).map(lineOf),
    waitingCount: waiting.totalCount ?? waiting.nodes.length,
    running: running.nodes.toSorted(byUrgency).map(lineOf),
    runningCount: running.totalCount ?? running.nodes.length,
    ended: nodes.map(lineOf),
    endedCount: totalCount ?? nodes.length,
    next:
      pageInfo.hasNextPage && pageInfo.endCursor
        ? `?${new URLSearchParams({ after: pageInfo.endCursor })}`
        : undefined,
  };
};
