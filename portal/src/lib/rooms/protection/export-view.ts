import { formatDayAndTime } from '#lib/i18n/dates.ts';
import { formatList, formatNumber, languageName } from '#lib/i18n/words.ts';
import * as words from '#lib/paraglide/messages.js';
import {
  accessNeedWords,
  toldAgeBandWords,
  consentFieldWords,
  consentMethodWords,
  detailFieldWords,
  finnishLevelWords,
} from '../clients/client.words.ts';
import {
  channelWords,
  declineWords,
  holdWords,
  needWords,
  outcomeWords,
  priorityWords,
  stateWords,
  summaryFieldWords,
  withdrawWords,
} from '../referrals/referral.words.ts';
import { channelWords as requestChannelWords, kindWords, refusalWords } from './protection.words.ts';

type Words = Readonly<Record<string, () => string>>;

const sections: Words = {
  identity: words.protection_section_identity,
  client: words.protection_section_client,
  consents: words.protection_section_consents,
  referrals: words.protection_section_referrals,
  events: words.protection_section_events,
  messages: words.protection_section_messages,
  details: words.protection_section_details,
  requests: words.protection_section_requests,
};

/** Names of fields; one that a later release adds shows as it is called in the file. */
const labels: Words = {
  givenName: words.caseworker_given_name,
  contact: words.caseworker_contact,
  safeContactNote: words.caseworker_safe_contact,
  registerReference: words.caseworker_register_reference,
  languages: words.caseworker_languages,
  needsInterpreter: words.caseworker_needs_interpreter,
  ageBand: words.caseworker_age,
  finnishLevel: words.caseworker_finnish,
  accessNeeds: words.caseworker_access_needs,
  municipality: words.caseworker_municipality,
  needCategory: words.caseworker_need,
  priority: words.caseworker_priority,
  receiver: words.protection_field_receiver,
  offering: words.protection_field_offering,
  state: words.protection_field_state,
  outcome: words.protection_field_outcome,
  method: words.protection_field_method,
  fields: words.protection_field_fields,
  givenAt: words.protection_field_given_at,
  expiresAt: words.protection_field_expires_at,
  withdrawnAt: words.protection_field_withdrawn_at,
  createdAt: words.protection_field_created_at,
  sentAt: words.protection_field_sent_at,
  acceptedAt: words.protection_field_accepted_at,
  contactedAt: words.protection_field_contacted_at,
  endedAt: words.protection_field_ended_at,
  receiverErasedAt: words.protection_field_receiver_erased_at,
  note: words.protection_field_note,
  by: words.protection_field_by,
  at: words.protection_field_at,
  askedBy: words.protection_field_by,
  askedAt: words.protection_field_asked_at,
  answeredAt: words.protection_field_answered_at,
  value: words.protection_field_value,
  withheld: words.protection_field_withheld,
  field: words.protection_field_kind,
  status: words.protection_field_state,
  reason: words.protection_field_reason,
  kind: words.protection_field_kind,
  servedBy: words.protection_field_served_by,
  pseudonym: words.protection_field_pseudonym,
  receivedAt: words.protection_field_received_at,
  dueAt: words.protection_field_due_at,
  decidedAt: words.protection_field_decided_at,
  decision: words.protection_field_decision,
  refusalReason: words.protection_field_reason,
  holdReason: words.protection_field_reason,
  declineReason: words.protection_field_reason,
  withdrawReason: words.protection_field_reason,
  channel: words.protection_field_channel,
  contactChannel: words.protection_field_channel,
  sessionsAttended: words.protection_field_sessions_attended,
  languageTag: words.protection_field_language,
  interpreterUsed: words.protection_field_interpreter,
  textVersion: words.protection_field_text_version,
  text: words.protection_field_text,
};

/** Words of codes; one code means one thing wherever it stands. */
const codes: Words = {
  ...stateWords,
  ...needWords,
  ...priorityWords,
  ...declineWords,
  ...withdrawWords,
  ...outcomeWords,
  ...channelWords,
  ...holdWords,
  ...toldAgeBandWords,
  ...accessNeedWords,
  ...consentFieldWords,
  ...consentMethodWords,
  ...finnishLevelWords,
  ...kindWords,
  ...refusalWords,
  ...requestChannelWords,
  ...detailFieldWords,
  ASKED: words.protection_field_asked_at,
  GRANTED: words.protection_field_given_at,
  ...summaryFieldWords,
  DONE: words.protection_field_done,
  REFUSED: words.protection_field_refused,
};

const isInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

function textOf(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return formatList(value.map((each: unknown) => textOf(name, each)));
  if (typeof value === 'boolean') return value ? words.protection_field_yes() : words.protection_field_no();
  if (typeof value === 'number') return formatNumber(value);
  const text = String(value);
  if (isInstant(text)) return formatDayAndTime(text);
  if (name === 'languages' || name === 'languageTag') return languageName(text);
  return codes[text]?.() ?? text;
}

/** `safeContactNote` → `safe contact note`, where there is no word for it. */
const spelled = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Ids, and what another field of the same row says in words. */
const hidden: readonly string[] = ['id', 'referralId', 'themeIds', 'contactKind', 'action'];

interface ExportedFact {
  readonly label: string;
  readonly text: string;
}

/** An export as a page: sections of rows of facts; what is empty is left out. */
export function sectionsOf(json: string) {
  const content = JSON.parse(json) as Record<string, readonly Record<string, unknown>[]>;
  return Object.entries(content).map(([name, rows]) => ({
    name,
    title: sections[name]?.() ?? spelled(name),
    rows: rows.map((row) =>
      Object.entries(row)
        .filter(([key]) => !hidden.includes(key))
        .map(([key, value]): ExportedFact => ({
          label: labels[key]?.() ?? spelled(key),
          text: textOf(key, value),
        }))
        .filter(({ text }) => text !== ''),
    ),
  }));
}
