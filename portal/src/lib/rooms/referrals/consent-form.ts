import { caseworker_consent_both_needed, ui_answer_missing } from '#lib/paraglide/messages.js';
import { isTicked, text, texts } from '#lib/server/forms.ts';
import {
  consentFieldWords,
  consentMethodWords,
  type ConsentField,
  type ConsentMethod,
} from '../clients/client.words.ts';
import { allChosen, chosen } from './choices.ts';

/** How a client's yes was given, as it stands in the form. */
export interface ConsentValues {
  method: string;
  fields: string[];
  interpreterUsed: boolean;
  languageTag: string;
  textVersion: string;
}

export interface ConsentTerms {
  fields: ConsentField[];
  method: ConsentMethod;
  interpreterUsed: boolean;
  languageTag: string;
  textVersion: string;
}

export function readConsent(form: FormData): ConsentValues {
  return {
    method: text(form, 'method'),
    fields: texts(form, 'fields'),
    interpreterUsed: isTicked(form, 'interpreterUsed'),
    languageTag: text(form, 'languageTag'),
    textVersion: text(form, 'textVersion'),
  };
}

type Reading =
  { terms: ConsentTerms; errors: undefined } | { terms: undefined; errors: Record<string, string> };

/** The terms as the API takes them. An acceptance opens nothing without name and contact, so both are needed. */
export function checkConsent(values: ConsentValues): Reading {
  const method = chosen(consentMethodWords, values.method);
  const fields = allChosen(consentFieldWords, values.fields);
  const isEnough = fields.includes('GIVEN_NAME') && fields.includes('CONTACT');
  if (!method || !isEnough) {
    const errors = {
      ...(method ? {} : { method: ui_answer_missing() }),
      ...(isEnough ? {} : { fields: caseworker_consent_both_needed() }),
    };
    return { terms: undefined, errors };
  }
  const { interpreterUsed, languageTag, textVersion } = values;
  return { terms: { method, fields, interpreterUsed, languageTag, textVersion }, errors: undefined };
}
