import { formatList, languageName } from '#lib/i18n/words.ts';
import { caseworker_interpreter } from '#lib/paraglide/messages.js';
import { employersOf } from '#lib/rooms/clients/client-choices.ts';
import { ClientList } from '#lib/rooms/clients/client-list.queries.ts';
import { toldAgeBandWords, finnishLevelWords } from '#lib/rooms/clients/client.words.ts';
import { stateWords } from '#lib/rooms/referrals/referral.words.ts';
import { orError } from '#lib/server/forms.ts';
import { loadViewer } from '#lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const after = url.searchParams.get('after');
  const { clients } = orError(await locals.api.query(ClientList, { languages: [locals.lang], after }));
  const { hasNextPage, endCursor } = clients.pageInfo;
  return {
    takesClients: employersOf(await loadViewer(event)).length > 0,
    clients: clients.nodes.map((client) => ({
      id: client.id,
      pseudonym: client.pseudonym,
      about: formatList([
        client.municipality.name.value,
        ...client.languages.map((tag) => languageName(tag)),
        ...(client.needsInterpreter ? [caseworker_interpreter()] : []),
        toldAgeBandWords[client.ageBand](),
        finnishLevelWords[client.finnishLevel](),
      ]),
      chips: [...new Set(client.referrals.nodes.map(({ state }) => stateWords[state]()))],
    })),
    total: clients.totalCount ?? undefined,
    next: hasNextPage && endCursor ? `?${new URLSearchParams({ after: endCursor })}` : undefined,
  };
};
