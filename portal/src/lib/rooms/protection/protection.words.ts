import { graphql } from '#lib/api/graphql.ts';
import * as words from '#lib/paraglide/messages.js';

export type RequestKind = ReturnType<typeof graphql.scalar<'ClientRequestKind'>>;
type Channel = ReturnType<typeof graphql.scalar<'ClientRequestChannel'>>;
export type RefusalReason = ReturnType<typeof graphql.scalar<'RefusalReason'>>;
type Purpose = ReturnType<typeof graphql.scalar<'ProcessingPurpose'>>;
type Subject = ReturnType<typeof graphql.scalar<'DataSubject'>>;
type Retention = ReturnType<typeof graphql.scalar<'RetentionClass'>>;

/** Words of codes, chosen on the server. */
export const kindWords: Readonly<Record<RequestKind, () => string>> = {
  ACCESS: words.protection_kind_access,
  RECTIFY: words.protection_kind_rectify,
  ERASE: words.protection_kind_erase,
  RESTRICT: words.protection_kind_restrict,
};

/** The same, as the client says it. */
export const ownKindWords: Readonly<Record<RequestKind, () => string>> = {
  ACCESS: words.link_request_access,
  RECTIFY: words.link_request_rectify,
  ERASE: words.link_request_erase,
  RESTRICT: words.link_request_restrict,
};

export const channelWords: Readonly<Record<Channel, () => string>> = {
  LINK: words.protection_channel_link,
  CASEWORKER: words.protection_channel_caseworker,
  OFFICER: words.protection_channel_officer,
};

/** What it is to have done what was asked, and what comes before. */
export const doneWords: Readonly<Record<RequestKind, readonly [() => string, () => string]>> = {
  ACCESS: [words.protection_done_access, words.protection_done_access_text],
  RECTIFY: [words.protection_done_rectify, words.protection_done_rectify_text],
  ERASE: [words.protection_done_erase, words.protection_done_erase_text],
  RESTRICT: [words.protection_done_restrict, words.protection_done_restrict_text],
};

export const refusalWords: Readonly<Record<RefusalReason, () => string>> = {
  NOT_IDENTIFIED: words.protection_refusal_not_identified,
  UNFOUNDED: words.protection_refusal_unfounded,
  LEGAL_DUTY: words.protection_refusal_legal_duty,
  OTHER: words.protection_refusal_other,
};

export const purposeWords: Readonly<Record<Purpose, () => string>> = {
  CASEWORK: words.protection_purpose_casework,
  REFERRAL: words.protection_purpose_referral,
  SIGN_UP: words.protection_purpose_sign_up,
  VOLUNTEERING: words.protection_purpose_volunteering,
  ACCOUNT: words.protection_purpose_account,
  APPLICATION: words.protection_purpose_application,
  DELIVERY: words.protection_purpose_delivery,
};

export const subjectWords: Readonly<Record<Subject, () => string>> = {
  CLIENT: words.protection_subject_client,
  VISITOR: words.protection_subject_visitor,
  WORKER: words.protection_subject_worker,
  APPLICANT: words.protection_subject_applicant,
};

export const retentionWords: Readonly<Record<Retention, () => string>> = {
  CLIENT: words.protection_retention_client,
  REFERRAL: words.protection_retention_referral,
  SIGN_UP: words.protection_retention_sign_up,
  VOLUNTEER: words.protection_retention_volunteer,
  ACCOUNT: words.protection_retention_account,
  INVITATION: words.protection_retention_invitation,
  APPLICATION: words.protection_retention_application,
  DELIVERY: words.protection_retention_delivery,
};

const choicesOf = (map: Readonly<Record<string, () => string>>) =>
  Object.entries(map).map(([value, label]) => ({ value, label: label() }));

export const kindChoices = () => choicesOf(kindWords);
export const ownKindChoices = () => choicesOf(ownKindWords);
export const refusalChoices = () => choicesOf(refusalWords);

const isOf =
  <Word extends string>(map: Readonly<Record<Word, unknown>>) =>
  (value: string): value is Word =>
    Object.hasOwn(map, value);

export const isRequestKind = isOf(kindWords);
export const isRefusalReason = isOf(refusalWords);
