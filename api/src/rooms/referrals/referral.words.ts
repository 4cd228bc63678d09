/** The life of a referral (DOMAIN.md §4.2). */
export const referralStates = [
  'DRAFT',
  'AWAITING_CONSENT',
  'SENT',
  'NEEDS_INFO',
  'WAITLISTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'ON_HOLD',
  'CLOSED',
  'DECLINED',
  'WITHDRAWN',
  'CONSENT_REVOKED',
  'EXPIRED',
  'ERASED',
] as const;
export type ReferralState = (typeof referralStates)[number];

export type ReferralAction =
  | 'submitForConsent'
  | 'send'
  | 'confirmConsent'
  | 'refuseConsent'
  | 'accept'
  | 'askInfo'
  | 'replyInfo'
  | 'waitlist'
  | 'decline'
  | 'recordFirstContact'
  | 'hold'
  | 'resume'
  | 'close'
  | 'withdraw'
  | 'reopen'
  | 'revokeConsent'
  | 'expire'
  | 'erase';

/**
 * Who moves. `referrer` made the referral; `volunteerAssigned` is a volunteer of the receiver to whom it is assigned;
 * `dpo` is the data-protection officer of the referring organisation.
 */
export type ReferralActor =
  'referrer' | 'referrerManager' | 'client' | 'coordinator' | 'volunteerAssigned' | 'dpo' | 'system';

export const needCategories = [
  'COMPANY',
  'LANGUAGE_PRACTICE',
  'FAMILY',
  'HOBBY',
  'WORK_LIFE',
  'WELLBEING',
  'DAILY_LIFE',
  'OTHER',
] as const;
export type NeedCategory = (typeof needCategories)[number];

export const referralPriorities = ['NORMAL', 'URGENT'] as const;
export type ReferralPriority = (typeof referralPriorities)[number];

/** What of tier 0 a sender may keep back. The interpreter stays: without it the first meeting fails. */
export const summaryFields = ['LANGUAGES', 'AGE_BAND', 'ACCESS_NEEDS'] as const;
export type SummaryField = (typeof summaryFields)[number];

export const declineReasons = [
  'NO_CAPACITY',
  'NOT_ELIGIBLE_AGE',
  'NOT_ELIGIBLE_AREA',
  'LANGUAGE_NOT_AVAILABLE',
  'OUT_OF_SCOPE',
  'ACTIVITY_ENDED',
  'CLIENT_DECLINED',
  'DUPLICATE',
  'SAFETY_CONCERN',
  'OTHER',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const withdrawReasons = [
  'MISTAKE',
  'DUPLICATE',
  'CLIENT_CHANGED_MIND',
  'NEED_MET_ELSEWHERE',
  'MOVED_AWAY',
  'NO_RESPONSE_FROM_RECEIVER',
  'REDIRECTED',
  'CONSENT_REFUSED',
  'OTHER',
] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

export const referralOutcomes = [
  'HELPED',
  'PARTLY_HELPED',
  'NOT_HELPED',
  'DID_NOT_ATTEND',
  'COULD_NOT_CONTACT',
  'CLIENT_STOPPED',
  'MOVED_AWAY',
  'NEED_MET_ELSEWHERE',
  'REFERRED_ON',
  'UNKNOWN_TIMEOUT',
] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

/** What a receiver may ask before it answers; told as codes, the words stand in a message. */
export const informationKinds = [
  'LANGUAGES',
  'INTERPRETER',
  'AGE',
  'TIMES',
  'ACCESS_NEEDS',
  'OTHER',
] as const;
export type InformationKind = (typeof informationKinds)[number];

export const holdReasons = ['CLIENT_AWAY', 'ILLNESS', 'ACTIVITY_PAUSED', 'OTHER'] as const;
export type HoldReason = (typeof holdReasons)[number];

export const reopenReasons = ['CLIENT_RETURNED', 'NEW_NEED', 'CLOSED_BY_MISTAKE', 'OTHER'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/** Why whoever leads a municipality gives a referral to another of its caseworkers. */
export type ReassignReason = 'ABSENCE' | 'WORKLOAD' | 'LANGUAGE' | 'CONFLICT_OF_INTEREST' | 'OTHER';

export const contactChannels = ['PHONE', 'MAIL', 'IN_PERSON', 'VIDEO', 'OTHER'] as const;
export type ContactChannel = (typeof contactChannels)[number];

export type ReferralSide = 'SENT' | 'RECEIVED';
