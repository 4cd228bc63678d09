import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { passkeyNotValid } from './passkey.errors.ts';

type Answer = RegistrationResponseJSON & AuthenticationResponseJSON;

export interface ReadAnswer {
  readonly response: Answer;
  /** The question it says to answer; nothing is believed of it before it is looked up. */
  readonly challenge: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** A browser's answer as it came; PASSKEY_NOT_VALID when it is none. The library checks the rest. */
export const readAnswer = (text: string): ReadAnswer => {
  const answer = text.length <= 20_000 ? parsed(text) : null;
  const inner = isRecord(answer) ? answer['response'] : null;
  const clientData = isRecord(inner) ? inner['clientDataJSON'] : null;
  if (!isRecord(answer) || typeof answer['id'] !== 'string' || typeof clientData !== 'string')
    throw passkeyNotValid();
  const told = parsed(Buffer.from(clientData, 'base64url').toString());
  const challenge = isRecord(told) ? told['challenge'] : null;
  if (typeof challenge !== 'string') throw passkeyNotValid();
  return { response: answer as unknown as Answer, challenge };
};
