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
    locals.api.query(FindClient, { id: params.id, languages }),
    loadClientChoices(locals.api, locals.lang),
  ]);
  const client = orNotFound(orError(card).client);
  const wishes = wishesOf(url.searchParams, client);
  const variables = { needs: needsOf(wishes), languages };
  const { matchOfferings: found } = orError(await locals.api.query(MatchOfferings, variables));
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
    waysOut: waysOut(found, wishes, choices),
  };
};
