import { isActiveAt, type ConsentField } from '../clients/index.ts';
import { stateFacts } from './referral.machine.ts';
import type { ReferralState } from './referral.words.ts';

/** The consent that a referral rests on. */
export interface GivenConsent {
  readonly fields: readonly ConsentField[];
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | null;
}

/** The tier of data open to the receiver: the state's, or none once consent has ended, in every state. */
export const receiverTier = (state: ReferralState, consent: GivenConsent | null, now: Date): 0 | 1 | null =>
  consent && isActiveAt(consent, now) ? stateFacts[state].receiverTier : null;

export type HiddenBecause = 'NOT_ACCEPTED' | 'CONSENT_ENDED' | 'STRONG_SIGN_IN_NEEDED' | 'ENDED';

/** Why the receiver does not see who the client is; null when it does. */
export const hiddenBecause = (
  state: ReferralState,
  consent: GivenConsent | null,
  now: Date,
  isStrong: boolean,
): HiddenBecause | null => {
  if (!consent || !isActiveAt(consent, now)) return 'CONSENT_ENDED';
  const { receiverTier: tier, isEnded } = stateFacts[state];
  if (tier === null && isEnded) return 'ENDED';
  if (tier !== 1) return 'NOT_ACCEPTED';
  return isStrong ? null : 'STRONG_SIGN_IN_NEEDED';
};

/** Whether the sides may write to each other: there is someone to read it, and nothing has ended. */
export const isOpenForMessages = (state: ReferralState, consent: GivenConsent | null, now: Date): boolean =>
  !stateFacts[state].isEnded && receiverTier(state, consent, now) !== null;

const reopenDays = 30;

/** Until when a closed referral may be taken up again (DOMAIN.md §4.2); the beginning of time where it never ended. */
export const reopenableUntil = (endedAt: Date | null): Date =>
  new Date((endedAt?.getTime() ?? 0) + reopenDays * 86_400_000);
