import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Env } from '../../platform/env.ts';

export interface StoredKey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

export const challengeMinutes = 5;
const timeout = challengeMinutes * 60_000;

/** The site that keys are bound to: the host of PUBLIC_URL, and its origin exactly. */
const siteOf = ({ publicUrl }: Env): { origin: string; rpId: string } => {
  const { origin, hostname } = new URL(publicUrl);
  return { origin, rpId: hostname };
};

const named = (keys: readonly StoredKey[]) =>
  keys.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] }));

/** What a browser needs to make a key that its owner unlocks by finger, face or PIN, and finds without a name. */
export const enrolmentOptions = async (
  env: Env,
  person: { readonly id: string; readonly email: string; readonly displayName: string },
  keys: readonly StoredKey[],
) =>
  generateRegistrationOptions({
    rpName: 'Kotoverkko',
    rpID: siteOf(env).rpId,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.displayName,
    attestationType: 'none',
    excludeCredentials: named(keys),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout,
  });

/** What a browser needs to sign with a key; any key of this site where none is named. */
export const signInOptions = async (env: Env, keys: readonly StoredKey[]) =>
  generateAuthenticationOptions({
    rpID: siteOf(env).rpId,
    allowCredentials: named(keys),
    userVerification: 'required',
    timeout,
  });

const expected = (env: Env, challenge: string) => {
  const { origin, rpId } = siteOf(env);
  return {
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
  };
};

/** The key that a browser made; null when anything about it is wrong. */
export const keyEnrolled = async (
  env: Env,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<StoredKey | null> => {
  const checked = await verifyRegistrationResponse({ response, ...expected(env, challenge) }).catch(
    () => null,
  );
  if (!checked?.verified) return null;
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
};

/** The key's new count when it signed the question here, unlocked by its owner; null when anything is wrong. */
export const countAfterSigning = async (
  env: Env,
  response: AuthenticationResponseJSON,
  challenge: string,
  key: StoredKey,
): Promise<number | null> => {
  const checked = await verifyAuthenticationResponse({
    response,
    ...expected(env, challenge),
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
      counter: key.counter,
    },
  }).catch(() => null);
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
};
