import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';
import type { Proof } from './authenticator.proof.ts';

export const oneTimeCodeWrong = (triesLeft?: number): HubError =>
  invalidInput(
    'input.code',
    'ONE_TIME_CODE_WRONG',
    'This code is wrong, old or was used already. Wait for the next one in your app and type it.',
    triesLeft === undefined ? undefined : { triesLeft },
  );

const oneTimeCodesLocked = (retryAfterSeconds: number): HubError =>
  new HubError(
    'RATE_LIMITED',
    'ONE_TIME_CODES_LOCKED',
    'There were too many wrong codes. Wait, and try again later.',
    {
      facts: { retryAfterSeconds, retryAfterMinutes: Math.ceil(retryAfterSeconds / 60) },
    },
  );

export const oneTimeCodeNeeded = (): HubError =>
  invalidInput(
    'input.code',
    'ONE_TIME_CODE_NEEDED',
    'You have an authenticator app already. Type its code, or a recovery code, to set up another.',
  );

const authenticatorMissing = (): HubError =>
  new HubError('CONFLICT', 'AUTHENTICATOR_MISSING', 'Set up an authenticator app first.');

/** Nothing to confirm: never begun, an hour ago, or done. */
export const setUpNotBegun = (): HubError =>
  new HubError('CONFLICT', 'SET_UP_NOT_BEGUN', 'This took too long. Begin again and scan the new code.');

/** The refusal for a code that proved nothing. */
export const refusalOf = (proof: Exclude<Proof, { kind: 'proven' }>): HubError => {
  if (proof.kind === 'missing') return authenticatorMissing();
  return proof.kind === 'locked'
    ? oneTimeCodesLocked(proof.retryAfterSeconds)
    : oneTimeCodeWrong(proof.triesLeft);
};
