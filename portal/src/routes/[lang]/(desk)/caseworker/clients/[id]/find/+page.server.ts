import { languageName } from '#lib/i18n/words.ts';
import { loadClientChoices } from '#lib/rooms/clients/client-choices.ts';
import { ClientCard } from '#lib/rooms/clients/client.queries.ts';
import { byFit, fitOf } from '#lib/rooms/clients/find-fit.ts';
import { FindOfferings } from '#lib/rooms/clients/find.queries.ts';
import { waysOut } from '#lib/rooms/clients/find-ways-out.ts';
import { filterOf, wishesOf } from '#lib/rooms/clients/find-wishes.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { Choice } from '#lib/ui/types.ts';
import type { PageServerLoad } from './$types';

/** The client's languages and Finnish first and in sight: the others only when they are chosen. */
function languageChoices(known: readonly string[], wished: readonly string[]): Choice[] {
  return [...new Set([...known, ...wished, 'fi', 'en'])].map((value) => ({
    value,
    label: languageName(value),
  }));
}

/** The themes that somebody wishes for, in sight; where there are none, all. */
function themeChoices(themes: readonly Choice[], wished: ReadonlySet<string>): Choice[] {
  const some = themes.filter(({ value }) => wished.has(value));
  return some.length > 0 ? some : [...themes];
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const languages = [locals.lang];
  const [card, choices] = await Promise.all([
    locals.api.query(ClientCard, { id: params.id, languages }),
    loadClientChoices(locals.api, locals.lang),
  ]);
  const client = orNotFound(orError(card).client);
  const wishes = wishesOf(url.searchParams, client);
  const after = url.searchParams.get('after');
  const variables = { filter: filterOf(wishes), after, languages };
  const { offerings } = orError(await locals.api.query(FindOfferings, variables));
  const next = new URLSearchParams(url.searchParams);
  if (offerings.pageInfo.endCursor) next.set('after', offerings.pageInfo.endCursor);
  return {
    client: { id: client.id, pseudonym: client.pseudonym },
    wishes,
    choices: {
      languages: languageChoices(client.languages, wishes.language),
      municipalities: choices.municipalities,
      finnishLevels: choices.finnishLevels,
      themes: themeChoices(choices.themes, new Set([...wishes.theme, ...client.wishes.map(({ id }) => id)])),
    },
    found: offerings.nodes.map((offering) => fitOf(client, offering)).toSorted(byFit),
    total: offerings.totalCount ?? offerings.nodes.length,
    next: offerings.pageInfo.hasNextPage ? `?${next}` : undefined,
    waysOut: offerings.nodes.length === 0 ? await waysOut(locals.api, wishes) : [],
  };
};
