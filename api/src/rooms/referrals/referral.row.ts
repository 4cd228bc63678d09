import { raw, type Sql } from 'sql-template-tag';
import type { AccessNeed, ConsentField, ToldAgeBand } from '../clients/index.ts';
import type { ReferralFacts } from './referral.policy.ts';
import type {
  DeclineReason,
  HoldReason,
  NeedCategory,
  ReferralOutcome,
  ReferralPriority,
  ReferralState,
  SummaryField,
  WithdrawReason,
} from './referral.words.ts';

/** Tier 0 as it stands in a referral's own row. */
export interface SummaryRow {
  readonly needCategory: NeedCategory;
  readonly municipalityCode: string;
  readonly languages: string[];
  readonly needsInterpreter: boolean;
  readonly ageBand: ToldAgeBand;
  readonly priority: ReferralPriority;
  readonly accessNeeds: AccessNeed[];
  readonly note: string | null;
  /** What the sender keeps back; it stands nowhere in the referral. */
  readonly withheld: SummaryField[];
}

/** A referral as the database gives it, before it is cut to what its reader may see. Of an erased one, read by nobody. */
export interface ReferralRow extends ReferralFacts, SummaryRow {
  readonly id: string;
  readonly clientId: string;
  readonly offeringId: string;
  readonly offeringVersion: number;
  readonly isSensitive: boolean;
  readonly state: ReferralState;
  readonly version: number;
  readonly consentId: string | null;
  readonly consentFields: ConsentField[] | null;
  readonly consentExpiresAt: Date | null;
  readonly consentWithdrawnAt: Date | null;
  readonly declineReason: DeclineReason | null;
  readonly withdrawReason: WithdrawReason | null;
  readonly outcome: ReferralOutcome | null;
  readonly sessionsAttended: number | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly firstContactDueAt: Date | null;
  readonly endedAt: Date | null;
  readonly estimatedWaitWeeks: number | null;
  readonly holdReason: HoldReason | null;
  readonly reviewAt: Date | null;
  readonly answerPausedAt: Date | null;
}

/** The columns of a `ReferralRow`, for `referralTables`. */
export const referralColumns: Sql = raw(`r.id, r.client_id as "clientId", r.offering_id as "offeringId",
  r.offering_version as "offeringVersion", r.is_sensitive as "isSensitive", r.referrer_id as "referrerId",
  r.referring_organisation_id as "referringOrganisationId", r.receiving_organisation_id as "receivingOrganisationId",
  r.assignee_id as "assigneeId", r.state, r.version, r.need_category as "needCategory",
  r.municipality_code as "municipalityCode", r.languages, r.needs_interpreter as "needsInterpreter",
  r.age_band as "ageBand", r.priority, r.access_needs as "accessNeeds", r.note, r.withheld, r.consent_id as "consentId",
  c.fields as "consentFields", c.expires_at as "consentExpiresAt", c.withdrawn_at as "consentWithdrawnAt",
  r.decline_reason as "declineReason", r.withdraw_reason as "withdrawReason", r.outcome,
  r.sessions_attended as "sessionsAttended", r.created_at as "createdAt", r.sent_at as "sentAt",
  r.answer_due_at as "answerDueAt", r.accepted_at as "acceptedAt", r.first_contact_due_at as "firstContactDueAt",
  r.ended_at as "endedAt", r.estimated_wait_weeks as "estimatedWaitWeeks", r.hold_reason as "holdReason",
  r.review_at as "reviewAt", r.answer_paused_at as "answerPausedAt", r.receiver_erased_at as "receiverErasedAt"`);

export const referralTables: Sql = raw('referrals r left join consents c on c.id = r.consent_id');
