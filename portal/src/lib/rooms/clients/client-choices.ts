import { languageName } from '#lib/i18n/words.ts';
import { orError } from '#lib/server/forms.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import type { Viewer } from '#lib/server/viewer.ts';
import type { Choice } from '#lib/ui/types.ts';
import { choicesOf } from '../referrals/choices.ts';
import { ClientChoices } from './client-list.queries.ts';
import { accessNeedWords, ageBandWords, contactKindWords, finnishLevelWords } from './client.words.ts';

export interface ClientFormChoices {
  municipalities: Choice[];
  languages: Choice[];
  themes: Choice[];
  ageBands: Choice[];
  finnishLevels: Choice[];
  accessNeeds: Choice[];
  contactKinds: Choice[];
}

const byLabel = (language: string) => (left: Choice, right: Choice) =>
  left.label.localeCompare(right.label, language);

/** Everything a form on clients lets choose from, in the reader's words. */
export async function loadClientChoices(api: RequestApi, language: string): Promise<ClientFormChoices> {
  const data = orError(await api.query(ClientChoices, { languages: [language] }));
  return {
    municipalities: data.municipalities.map(({ code, name }) => ({ value: code, label: name.value })),
    languages: data.languages
      // Plain Finnish is a way of writing, not a language that somebody speaks.
      .filter(({ tag }) => !tag.includes('-x-'))
      .map(({ tag }) => ({ value: tag, label: languageName(tag) }))
      .toSorted(byLabel(language)),
    themes: data.themes
      .map(({ id, label }) => ({ value: id, label: label.value }))
      .toSorted(byLabel(language)),
    ageBands: choicesOf(ageBandWords),
    finnishLevels: choicesOf(finnishLevelWords),
    accessNeeds: choicesOf(accessNeedWords),
    contactKinds: choicesOf(contactKindWords),
  };
}

/** The municipalities this person serves clients for. */
export function employersOf(viewer: Viewer): Choice[] {
  return (viewer?.clientOrganisations ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
