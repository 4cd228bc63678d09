import { languageName } from '#lib/i18n/words.ts';
import { loadClientChoices } from '#lib/rooms/clients/client-choices.ts';
import { FindClient, MatchOfferings } from '#lib/rooms/clients/find.queries.ts';
import { waysOut } from '#lib/rooms/clients/find-ways-out.ts';
import { needsOf, wishesOf } from '#lib/rooms/clients/find-wishes.ts';
import { fitsOf } from '#lib/rooms/clients/fit-words.ts';
import { timeChoices } from '#lib/rooms/clients/free-times.ts';
import { madeChips, moreChips } from '#lib/rooms/clients/wish-chips.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { Choice } from '#lib/ui/types.ts';
import type { PageServerLoad } from './$types';

const pageSize = 20;
const mostShown = 100;

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

/** How many are shown: one page more with each "show more". */
function shownOf(parameters: URLSearchParams): number {
  const first = Number(parameters.get('first'));
  return Number.isInteger(first) && first > pageSize ? Math.min(first, mostShown) : pageSize;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const languages = [locals.lang];
  const [card, choices] = await Promise.all([
    locals.api.query(FindClient, { id: params.id, languages }),
    loadClientChoices(locals.api, locals.lang),
  ]);
  const client = orNotFound(orError(card).client);
  const wishes = wishesOf(url.searchParams, client);
  const first = shownOf(url.searchParams);
  const variables = { needs: needsOf(wishes), first, languages };
  const { matchOfferings: found } = orError(await locals.api.query(MatchOfferings, variables));
  const next = new URLSearchParams(url.searchParams);
  next.set('first', String(first + pageSize));
  const made = found.withoutOne.flatMap(({ wishes: [wish] }) => (wish ? [wish] : []));
  return {
    client: { id: client.id, pseudonym: client.pseudonym },
    wishes,
    chips: { made: madeChips(wishes, made.toSorted(), choices), more: moreChips(wishes) },
    choices: {
      languages: languageChoices(client.languages, wishes.language),
      municipalities: choices.municipalities,
      finnishLevels: choices.finnishLevels,
      ageBands: choices.ageBands,
      times: timeChoices(),
      themes: themeChoices(choices.themes, new Set([...wishes.theme, ...client.wishes.map(({ id }) => id)])),
    },
    found: fitsOf(found.matches),
    fitAll: found.fitAllCount,
    total: found.consideredCount,
    next: found.matches.length < Math.min(mostShown, found.consideredCount) ? `?${next}` : undefined,
    waysOut: waysOut(found, wishes, choices),
  };
};
