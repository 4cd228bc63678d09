import { formatList, languageName } from '#lib/i18n/words.ts';
import { ProtectedClients } from '#lib/rooms/protection/protection.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const variables = { languages: [locals.lang], after: url.searchParams.get('after') };
  const { clients } = orError(await locals.api.query(ProtectedClients, variables));
  const { hasNextPage, endCursor } = clients.pageInfo;
  return {
    clients: clients.nodes.map(({ id, pseudonym, municipality, languages }) => ({
      id,
      pseudonym,
      about: formatList([municipality.name.value, ...languages.map((tag) => languageName(tag))]),
    })),
    total: clients.totalCount ?? undefined,
    next: hasNextPage && endCursor ? `?${new URLSearchParams({ after: endCursor })}` : undefined,
  };
};
