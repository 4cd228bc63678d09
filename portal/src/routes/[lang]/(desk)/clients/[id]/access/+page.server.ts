import { accessLinesOf } from '#lib/rooms/clients/access-log-view.ts';
import { ClientAccessLog } from '#lib/rooms/clients/access-log.queries.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const variables = { id: params.id, after: url.searchParams.get('after') };
  const client = orNotFound(orError(await locals.api.query(ClientAccessLog, variables)).client);
  const { nodes, pageInfo } = orNotFound(client.accessLog);
  return {
    pseudonym: client.pseudonym,
    lines: accessLinesOf(nodes),
    hasNames: nodes.some(({ personName }) => personName !== null),
    shown: nodes.length,
    next:
      pageInfo.hasNextPage && pageInfo.endCursor
        ? `?${new URLSearchParams({ after: pageInfo.endCursor })}`
        : undefined,
  };
};
