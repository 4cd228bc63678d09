import type { DeclineReason, WithdrawReason } from './referral.words.ts';

/** Whose reason ended a referral; what says nothing of either (a mistake, a double) has none. */

export type ReasonSide = 'PROVIDER' | 'CLIENT';

/** DOMAIN.md §4.2: provider-side reasons are kept apart from client-side ones, or figures would blame the wrong one. */
const declineSides: Readonly<Record<DeclineReason, ReasonSide | null>> = {
  NO_CAPACITY: 'PROVIDER',
  NOT_ELIGIBLE_AGE: 'PROVIDER',
  NOT_ELIGIBLE_AREA: 'PROVIDER',
  LANGUAGE_NOT_AVAILABLE: 'PROVIDER',
  OUT_OF_SCOPE: 'PROVIDER',
  ACTIVITY_ENDED: 'PROVIDER',
  SAFETY_CONCERN: 'PROVIDER',
  CLIENT_DECLINED: 'CLIENT',
  DUPLICATE: null,
  OTHER: null,
};

const withdrawSides: Readonly<Record<WithdrawReason, ReasonSide | null>> = {
  CLIENT_CHANGED_MIND: 'CLIENT',
  NEED_MET_ELSEWHERE: 'CLIENT',
  MOVED_AWAY: 'CLIENT',
  CONSENT_REFUSED: 'CLIENT',
  NO_RESPONSE_FROM_RECEIVER: 'PROVIDER',
  MISTAKE: null,
  DUPLICATE: null,
  REDIRECTED: null,
  OTHER: null,
};

/** Null where nothing ended for a reason, or for one of neither side. */
export const reasonSideOf = (
  declined: DeclineReason | null,
  withdrawn: WithdrawReason | null,
): ReasonSide | null => {
  if (declined) return declineSides[declined];
  return withdrawn ? withdrawSides[withdrawn] : null;
};
