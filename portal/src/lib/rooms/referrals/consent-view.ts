import { ownLanguageName } from '#lib/i18n/words.ts';
import { orError } from '#lib/server/forms.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import type { Choice } from '#lib/ui/types.ts';
import { consentFieldWords, consentMethodWords, type ConsentField } from '../clients/client.words.ts';
import { choicesOf } from './choices.ts';
import { ConsentText } from './refer.queries.ts';

/** What asking a client needs: the text in a language of theirs, and what may be answered. */
export interface ConsentQuestion {
  text: string;
  textVersion: string;
  languageTag: string;
  /** The client's languages, to read it in another. */
  languages: { tag: string; name: string }[];
  methods: Choice[];
  fields: Choice[];
  /** Ticked at first: what an acceptance would open. */
  asked: ConsentField[];
}

export async function loadConsentQuestion(
  api: RequestApi,
  known: readonly string[],
  wanted: string | null,
  asked: readonly ConsentField[],
): Promise<ConsentQuestion> {
  const tags = [...new Set([...known, 'fi'])];
  const languageTag = tags.find((tag) => tag === wanted) ?? tags[0] ?? 'fi';
  const { consentText } = orError(await api.query(ConsentText, { languageTag }));
  return {
    text: consentText.text,
    textVersion: consentText.version,
    languageTag: consentText.languageTag,
    languages: tags.map((tag) => ({ tag, name: ownLanguageName(tag) })),
    methods: choicesOf(consentMethodWords, ['SPOKEN', 'PAPER']),
    fields: choicesOf(consentFieldWords),
    asked: [...asked],
  };
}
