import { graphql } from '#lib/api/graphql.ts';
import * as words from '#lib/paraglide/messages.js';

type ToldAgeBand = ReturnType<typeof graphql.scalar<'AgeBand'>>;
/** A client's own; NOT_TOLD is only what a receiver may see instead. */
export type AgeBand = Exclude<ToldAgeBand, 'NOT_TOLD'>;
export type AccessNeed = ReturnType<typeof graphql.scalar<'AccessNeed'>>;
export type FinnishLevel = ReturnType<typeof graphql.scalar<'FinnishLevel'>>;
export type ContactKind = ReturnType<typeof graphql.scalar<'ContactKind'>>;
export type DetailField = ReturnType<typeof graphql.scalar<'DetailField'>>;
export type ConsentField = ReturnType<typeof graphql.scalar<'ConsentField'>>;
export type ConsentMethod = ReturnType<typeof graphql.scalar<'ConsentMethod'>>;

/** Words of codes, chosen on the server: a browser gets only those that its page shows. */
export const ageBandWords: Readonly<Record<AgeBand, () => string>> = {
  UNDER_18: words.domain_age_under_18,
  FROM_18_TO_29: words.domain_age_18_29,
  FROM_30_TO_49: words.domain_age_30_49,
  FROM_50_TO_64: words.domain_age_50_64,
  FROM_65: words.domain_age_65,
};

export const toldAgeBandWords: Readonly<Record<ToldAgeBand, () => string>> = {
  ...ageBandWords,
  NOT_TOLD: words.caseworker_not_told,
};

export const accessNeedWords: Readonly<Record<AccessNeed, () => string>> = {
  CHILD_CARE: words.domain_access_child_care,
  STEP_FREE: words.domain_access_step_free,
  TRANSPORT: words.domain_access_transport,
  WOMEN_ONLY: words.domain_access_women_only,
  HEARING: words.domain_access_hearing,
  SIGHT: words.domain_access_sight,
};

export const finnishLevelWords: Readonly<Record<FinnishLevel, () => string>> = {
  NONE: words.domain_client_finnish_none,
  A1: words.domain_client_finnish_a1,
  A2: words.domain_client_finnish_a2,
  B1: words.domain_client_finnish_b1,
  B2: words.domain_client_finnish_b2,
};

export const contactKindWords: Readonly<Record<ContactKind, () => string>> = {
  PHONE: words.domain_contact_phone,
  MAIL: words.domain_contact_mail,
};

/** What may be asked for beyond name and contact. */
export const detailFieldWords: Readonly<Record<DetailField, () => string>> = {
  FAMILY_NAME: words.domain_consent_family_name,
  BIRTH_YEAR: words.domain_consent_birth_year,
  HOME_ADDRESS: words.domain_consent_home_address,
  CHILDREN: words.domain_consent_children,
  HEALTH: words.domain_consent_health,
};

export const consentFieldWords: Readonly<Record<ConsentField, () => string>> = {
  GIVEN_NAME: words.domain_consent_given_name,
  CONTACT: words.domain_consent_contact,
  SAFE_CONTACT_NOTE: words.domain_consent_safe_contact_note,
  ...detailFieldWords,
};

export const consentMethodWords: Readonly<Record<ConsentMethod, () => string>> = {
  SPOKEN: words.domain_consent_spoken,
  PAPER: words.domain_consent_paper,
  LINK: words.domain_consent_link,
};
