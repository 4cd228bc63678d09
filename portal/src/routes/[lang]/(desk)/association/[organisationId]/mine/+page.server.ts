import { formatDate } from '#lib/i18n/dates.ts';
import { access_mine_first_contact } from '#lib/paraglide/messages.js';
import { contactKindWords } from '#lib/rooms/clients/client.words.ts';
import { MinePage } from '#lib/rooms/referrals/mine.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const variables = { organisationId: params.organisationId, languages: [locals.lang] };
  const { referrals, viewer } = orError(await locals.api.query(MinePage, variables));
  const dates = referrals.nodes.flatMap(({ offering }) => offering?.nextOccurrences ?? []);
  const strongSearch = new URLSearchParams({ next: url.pathname });
  return {
    now: new Date().toISOString(),
    strongHref: viewer.assurance === 'STRONG' ? null : `/${locals.lang}/sign-in/strong?${strongSearch}`,
    people: referrals.nodes.map(({ id, state, identity, offering, firstContactDueAt }) => ({
      id,
      identity: identity && { ...identity, kind: contactKindWords[identity.contactKind]() },
      title: offering?.title,
      due:
        state === 'ACCEPTED' && firstContactDueAt
          ? access_mine_first_contact({ date: formatDate(firstContactDueAt) })
          : undefined,
    })),
    // Two people of one group do not double its dates.
    occurrences: [...new Map(dates.map((date) => [date.id, date])).values()].toSorted((left, right) =>
      left.startsAt.localeCompare(right.startsAt),
    ),
  };
};
