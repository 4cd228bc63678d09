import type { FragmentOf, ResultOf } from '#lib/api/graphql.ts';
import { formatDate } from '#lib/i18n/dates.ts';
import { formatList, languageName } from '#lib/i18n/words.ts';
import {
  caseworker_consent_from_to,
  caseworker_consent_interpreter,
  caseworker_consent_withdrawn_on,
} from '#lib/paraglide/messages.js';
import type { ClientCore, ClientPage } from './client.queries.ts';
import {
  accessNeedWords,
  toldAgeBandWords,
  consentFieldWords,
  consentMethodWords,
  finnishLevelWords,
} from './client.words.ts';

type Core = FragmentOf<typeof ClientCore>;
type Consent = NonNullable<ResultOf<typeof ClientPage>['client']>['consents'][number];

/** What matching knows of a client, in the reader's words. */
export function factsOf(client: Core) {
  return {
    municipality: client.municipality.name.value,
    languages: formatList(client.languages.map((tag) => languageName(tag))),
    needsInterpreter: client.needsInterpreter,
    age: toldAgeBandWords[client.ageBand](),
    finnish: finnishLevelWords[client.finnishLevel](),
    accessNeeds: formatList(client.accessNeeds.map((need) => accessNeedWords[need]())),
    wishes: formatList(client.wishes.map(({ label }) => label.value)),
    registerReference: client.registerReference,
  };
}

/** A consent in a few lines. */
export function consentOf(consent: Consent) {
  const from = formatDate(consent.givenAt);
  return {
    id: consent.id,
    organisation: consent.organisation.name,
    isActive: consent.isActive,
    fields: consent.fields.map((field) => consentFieldWords[field]()),
    how: [
      consentMethodWords[consent.method](),
      languageName(consent.languageTag),
      ...(consent.interpreterUsed ? [caseworker_consent_interpreter()] : []),
    ].join(' · '),
    when: consent.withdrawnAt
      ? caseworker_consent_withdrawn_on({ day: formatDate(consent.withdrawnAt) })
      : caseworker_consent_from_to({ from, to: formatDate(consent.expiresAt) }),
  };
}

/** A client as its form starts with it. */
export function valuesOf(client: Core) {
  const [languages = '', ...otherLanguages] = client.languages;
  return {
    organisationId: '',
    givenName: client.identity?.givenName ?? '',
    contactKind: client.identity?.contactKind ?? '',
    contact: client.identity?.contact ?? '',
    safeContactNote: client.identity?.safeContactNote ?? '',
    municipalityCode: client.municipality.code,
    languages,
    otherLanguages,
    needsInterpreter: client.needsInterpreter,
    ageBand: client.ageBand,
    finnishLevel: client.finnishLevel,
    themeIds: client.wishes.map(({ id }) => id),
    accessNeeds: [...client.accessNeeds],
    registerReference: client.registerReference ?? '',
  };
}
