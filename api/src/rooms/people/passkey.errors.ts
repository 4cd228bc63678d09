import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';

/** One answer whatever was wrong: the question old or used, the site another's, the key unknown or removed. */
export const passkeyNotValid = (): HubError =>
  invalidInput(
    'input.response',
    'PASSKEY_NOT_VALID',
    'This passkey did not work here. Try again, or sign in another way.',
  );

export const passkeyKnown = (): HubError =>
  new HubError('CONFLICT', 'PASSKEY_KNOWN', 'This passkey is set up already.');

export const tooManyPasskeys = (most: number): HubError =>
  new HubError('CONFLICT', 'TOO_MANY_PASSKEYS', 'Remove a passkey before you add another.', {
    facts: { most },
  });

/** Once there is a way to sign in strongly, others are added and removed by it alone, not by the mailbox. */
export const strongSignInNeeded = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'STRONG_SESSION_NEEDED',
    'Sign in strongly first, with what you have set up already.',
  );
