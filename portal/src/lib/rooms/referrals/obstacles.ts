import {
  caseworker_reason_already_referred,
  caseworker_reason_no_agreement,
  caseworker_reason_not_taking_referrals,
  caseworker_reason_offering_ended,
  shell_failure_conflict,
} from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  NO_AGREEMENT: caseworker_reason_no_agreement,
  NOT_TAKING_REFERRALS: caseworker_reason_not_taking_referrals,
  OFFERING_ENDED: caseworker_reason_offering_ended,
  ALREADY_REFERRED: caseworker_reason_already_referred,
};

/** What stands in the way, in words. A consent still to be asked is no obstacle: the form asks it. */
export function obstacleWords(obstacles: readonly { reason: string }[]): string[] {
  return obstacles
    .filter(({ reason }) => reason !== 'CONSENT_NEEDED')
    .map(({ reason }) => (words[reason] ?? shell_failure_conflict)());
}
