import { decide } from '#lib/rooms/protection/protection.acts.ts';
import { ClientRequests } from '#lib/rooms/protection/protection.queries.ts';
import { refusalChoices } from '#lib/rooms/protection/protection.words.ts';
import { requestOf } from '#lib/rooms/protection/request-view.ts';
import { orError } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const isAnswered = url.searchParams.get('show') === 'answered';
  const variables = { open: !isAnswered, after: url.searchParams.get('after') };
  const { clientRequests } = orError(await locals.api.query(ClientRequests, variables));
  const { hasNextPage, endCursor } = clientRequests.pageInfo;
  return {
    isAnswered,
    requests: clientRequests.nodes.map(requestOf),
    refusals: refusalChoices(),
    total: clientRequests.totalCount ?? undefined,
    next:
      hasNextPage && endCursor
        ? `?${new URLSearchParams({ ...(isAnswered && { show: 'answered' }), after: endCursor })}`
        : undefined,
    notice: url.searchParams.get('notice'),
  };
};

export const actions: Actions = { decide };
