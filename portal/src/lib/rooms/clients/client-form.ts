import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { isTicked, text, texts } from '#lib/server/forms.ts';
import { allChosen, chosen } from '../referrals/choices.ts';
import { accessNeedWords, ageBandWords, contactKindWords, finnishLevelWords } from './client.words.ts';
import type { AccessNeed, AgeBand, ContactKind, FinnishLevel } from './client.words.ts';

/** What stands in the client form, as text. */
export interface ClientValues {
  organisationId: string;
  givenName: string;
  contactKind: string;
  contact: string;
  safeContactNote: string;
  municipalityCode: string;
  /** The language the client knows best. */
  languages: string;
  otherLanguages: string[];
  needsInterpreter: boolean;
  ageBand: string;
  finnishLevel: string;
  themeIds: string[];
  accessNeeds: string[];
  registerReference: string;
}

export function readClientForm(form: FormData): ClientValues {
  return {
    organisationId: text(form, 'organisationId'),
    givenName: text(form, 'givenName'),
    contactKind: text(form, 'contactKind'),
    contact: text(form, 'contact'),
    safeContactNote: text(form, 'safeContactNote'),
    municipalityCode: text(form, 'municipalityCode'),
    languages: text(form, 'languages'),
    otherLanguages: texts(form, 'otherLanguages'),
    needsInterpreter: isTicked(form, 'needsInterpreter'),
    ageBand: text(form, 'ageBand'),
    finnishLevel: text(form, 'finnishLevel'),
    themeIds: texts(form, 'themeIds'),
    accessNeeds: texts(form, 'accessNeeds'),
    registerReference: text(form, 'registerReference'),
  };
}

interface ClientFields {
  municipalityCode: string;
  languages: string[];
  needsInterpreter: boolean;
  ageBand: AgeBand;
  finnishLevel: FinnishLevel;
  themeIds: string[];
  accessNeeds: AccessNeed[];
  registerReference: string | null;
}

interface IdentityFields {
  givenName: string;
  contactKind: ContactKind;
  contact: string;
  safeContactNote: string | null;
}

type Reading =
  | { errors: Record<string, string>; fields: undefined; identity: undefined }
  | { errors: undefined; fields: ClientFields; identity: IdentityFields | undefined };

/** Values as the API takes them, or what is missing. `withIdentity` false: the form had no identity in it. */
export function checkClientForm(values: ClientValues, withIdentity: boolean): Reading {
  const ageBand = chosen(ageBandWords, values.ageBand);
  const finnishLevel = chosen(finnishLevelWords, values.finnishLevel);
  const contactKind = chosen(contactKindWords, values.contactKind);
  const needed = {
    ...(withIdentity ? { givenName: values.givenName, contactKind, contact: values.contact } : {}),
    municipalityCode: values.municipalityCode,
    languages: values.languages,
    ageBand,
    finnishLevel,
  };
  const missing = Object.entries(needed).filter(([, value]) => !value);
  if (missing.length > 0 || !ageBand || !finnishLevel) {
    const errors = Object.fromEntries(missing.map(([name]) => [name, ui_answer_missing()]));
    return { errors, fields: undefined, identity: undefined };
  }
  const others = values.otherLanguages.filter((tag) => tag !== values.languages);
  const { givenName, contact, safeContactNote } = values;
  return {
    errors: undefined,
    fields: {
      municipalityCode: values.municipalityCode,
      languages: [values.languages, ...others],
      needsInterpreter: values.needsInterpreter,
      ageBand,
      finnishLevel,
      themeIds: values.themeIds,
      accessNeeds: allChosen(accessNeedWords, values.accessNeeds),
      registerReference: values.registerReference || null,
    },
    identity:
      withIdentity && contactKind
        ? { givenName, contactKind, contact, safeContactNote: safeContactNote || null }
        : undefined,
  };
}
