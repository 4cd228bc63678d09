import { formatList, languageName } from '#lib/i18n/words.ts';
import { CaseworkerDesk } from '#lib/rooms/referrals/referral-lists.queries.ts';
import { byUrgency, lineOf } from '#lib/rooms/referrals/referral-line.ts';
import type { ReferralState } from '#lib/rooms/referrals/referral.words.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const data = orError(await locals.api.query(CaseworkerDesk, { languages: [locals.lang] }));
  const underWay = data.underWay.nodes;
  const inStates = (...states: ReferralState[]) =>
    underWay
      .filter((row) => !row.isOverdue && states.includes(row.state))
      .toSorted(byUrgency)
      .map(lineOf);
  return {
    overdue: underWay
      .filter((row) => row.isOverdue)
      .toSorted(byUrgency)
      .map(lineOf),
    unsent: inStates('AWAITING_CONSENT', 'DRAFT'),
    declined: data.declined.nodes.map(lineOf),
    sent: inStates('SENT', 'NEEDS_INFO', 'WAITLISTED'),
    answered: inStates('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'),
    hasMore: (data.underWay.totalCount ?? 0) > underWay.length,
    clientCount: data.clients.totalCount ?? data.clients.nodes.length,
    clients: data.clients.nodes.map(({ id, pseudonym, municipality, languages }) => ({
      id,
      pseudonym,
      about: formatList([municipality.name.value, ...languages.map((tag) => languageName(tag))]),
    })),
  };
};
