import { graphql } from '#lib/api/graphql.ts';
import * as words from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/types.ts';

export type ReferralState = ReturnType<typeof graphql.scalar<'ReferralState'>>;
export type NeedCategory = ReturnType<typeof graphql.scalar<'NeedCategory'>>;
export type ReferralPriority = ReturnType<typeof graphql.scalar<'ReferralPriority'>>;
export type SummaryField = ReturnType<typeof graphql.scalar<'SummaryField'>>;
export type DeclineReason = ReturnType<typeof graphql.scalar<'DeclineReason'>>;
export type WithdrawReason = ReturnType<typeof graphql.scalar<'WithdrawReason'>>;
export type ReferralOutcome = ReturnType<typeof graphql.scalar<'ReferralOutcome'>>;
export type ContactChannel = ReturnType<typeof graphql.scalar<'ContactChannel'>>;

export type InformationKind = ReturnType<typeof graphql.scalar<'InformationKind'>>;
export type HoldReason = ReturnType<typeof graphql.scalar<'HoldReason'>>;
export type ReopenReason = ReturnType<typeof graphql.scalar<'ReopenReason'>>;

/** What a sender may keep back. */
export const summaryFieldWords: Readonly<Record<SummaryField, () => string>> = {
  LANGUAGES: words.caseworker_languages,
  AGE_BAND: words.caseworker_age,
  ACCESS_NEEDS: words.caseworker_access_needs,
};

/** Words of codes, chosen on the server: a browser gets only those that its page shows. */
export const stateWords: Readonly<Record<ReferralState, () => string>> = {
  DRAFT: words.domain_referral_draft,
  AWAITING_CONSENT: words.domain_referral_awaiting_consent,
  SENT: words.domain_referral_sent,
  NEEDS_INFO: words.domain_referral_needs_info,
  WAITLISTED: words.domain_referral_waitlisted,
  ACCEPTED: words.domain_referral_accepted,
  IN_PROGRESS: words.domain_referral_in_progress,
  ON_HOLD: words.domain_referral_on_hold,
  CLOSED: words.domain_referral_closed,
  DECLINED: words.domain_referral_declined,
  WITHDRAWN: words.domain_referral_withdrawn,
  CONSENT_REVOKED: words.domain_referral_consent_revoked,
  EXPIRED: words.domain_referral_expired,
  ERASED: words.domain_referral_erased,
};

export const stateTones: Readonly<Record<ReferralState, Tone>> = {
  DRAFT: 'draft',
  AWAITING_CONSENT: 'waiting',
  SENT: 'waiting',
  NEEDS_INFO: 'waiting',
  WAITLISTED: 'waiting',
  ACCEPTED: 'confirmed',
  IN_PROGRESS: 'confirmed',
  ON_HOLD: 'waiting',
  CLOSED: 'info',
  DECLINED: 'cancelled',
  WITHDRAWN: 'cancelled',
  CONSENT_REVOKED: 'cancelled',
  EXPIRED: 'cancelled',
  ERASED: 'neutral',
};

export const needWords: Readonly<Record<NeedCategory, () => string>> = {
  COMPANY: words.domain_need_company,
  LANGUAGE_PRACTICE: words.domain_need_language_practice,
  FAMILY: words.domain_need_family,
  HOBBY: words.domain_need_hobby,
  WORK_LIFE: words.domain_need_work_life,
  WELLBEING: words.domain_need_wellbeing,
  DAILY_LIFE: words.domain_need_daily_life,
  OTHER: words.domain_need_other,
};

export const priorityWords: Readonly<Record<ReferralPriority, () => string>> = {
  NORMAL: words.domain_priority_normal,
  URGENT: words.domain_priority_urgent,
};

export const declineWords: Readonly<Record<DeclineReason, () => string>> = {
  NO_CAPACITY: words.domain_decline_no_capacity,
  NOT_ELIGIBLE_AGE: words.domain_decline_not_eligible_age,
  NOT_ELIGIBLE_AREA: words.domain_decline_not_eligible_area,
  LANGUAGE_NOT_AVAILABLE: words.domain_decline_language_not_available,
  OUT_OF_SCOPE: words.domain_decline_out_of_scope,
  ACTIVITY_ENDED: words.domain_decline_activity_ended,
  CLIENT_DECLINED: words.domain_decline_client_declined,
  DUPLICATE: words.domain_decline_duplicate,
  SAFETY_CONCERN: words.domain_decline_safety_concern,
  OTHER: words.domain_decline_other,
};

export const withdrawWords: Readonly<Record<WithdrawReason, () => string>> = {
  CLIENT_CHANGED_MIND: words.domain_withdraw_client_changed_mind,
  MISTAKE: words.domain_withdraw_mistake,
  DUPLICATE: words.domain_withdraw_duplicate,
  NEED_MET_ELSEWHERE: words.domain_withdraw_need_met_elsewhere,
  MOVED_AWAY: words.domain_withdraw_moved_away,
  NO_RESPONSE_FROM_RECEIVER: words.domain_withdraw_no_response,
  REDIRECTED: words.domain_withdraw_redirected,
  CONSENT_REFUSED: words.domain_withdraw_consent_refused,
  OTHER: words.domain_withdraw_other,
};

export const outcomeWords: Readonly<Record<ReferralOutcome, () => string>> = {
  HELPED: words.domain_outcome_helped,
  PARTLY_HELPED: words.domain_outcome_partly_helped,
  NOT_HELPED: words.domain_outcome_not_helped,
  DID_NOT_ATTEND: words.domain_outcome_did_not_attend,
  COULD_NOT_CONTACT: words.domain_outcome_could_not_contact,
  CLIENT_STOPPED: words.domain_outcome_client_stopped,
  MOVED_AWAY: words.domain_outcome_moved_away,
  NEED_MET_ELSEWHERE: words.domain_outcome_need_met_elsewhere,
  REFERRED_ON: words.domain_outcome_referred_on,
  UNKNOWN_TIMEOUT: words.domain_outcome_unknown_timeout,
};

export const channelWords: Readonly<Record<ContactChannel, () => string>> = {
  PHONE: words.domain_channel_phone,
  MAIL: words.domain_channel_mail,
  IN_PERSON: words.domain_channel_in_person,
  VIDEO: words.domain_channel_video,
  OTHER: words.domain_channel_other,
};

export const informationWords: Readonly<Record<InformationKind, () => string>> = {
  TIMES: words.domain_info_times,
  LANGUAGES: words.domain_info_languages,
  INTERPRETER: words.domain_info_interpreter,
  AGE: words.domain_info_age,
  ACCESS_NEEDS: words.domain_info_access_needs,
  OTHER: words.domain_info_other,
};

export const holdWords: Readonly<Record<HoldReason, () => string>> = {
  CLIENT_AWAY: words.domain_hold_client_away,
  ILLNESS: words.domain_hold_illness,
  ACTIVITY_PAUSED: words.domain_hold_activity_paused,
  OTHER: words.domain_hold_other,
};

export const reopenWords: Readonly<Record<ReopenReason, () => string>> = {
  CLIENT_RETURNED: words.domain_reopen_client_returned,
  NEW_NEED: words.domain_reopen_new_need,
  CLOSED_BY_MISTAKE: words.domain_reopen_closed_by_mistake,
  OTHER: words.domain_reopen_other,
};

/** Outcomes that may be recorded before a first contact (the API refuses others from ACCEPTED). */
export const outcomesBeforeContact: readonly ReferralOutcome[] = [
  'COULD_NOT_CONTACT',
  'DID_NOT_ATTEND',
  'CLIENT_STOPPED',
  'MOVED_AWAY',
  'NEED_MET_ELSEWHERE',
];
