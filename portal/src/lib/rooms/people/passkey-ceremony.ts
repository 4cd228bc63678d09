import { deserialize } from '$app/forms';

export type PasskeyPurpose = 'ENROL' | 'SIGN_IN';

/** What the device is called in the list of passkeys, until its owner names it. */
export function deviceName(userAgent: string): string {
  const names = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux'];
  return names.find((name) => userAgent.includes(name)) ?? 'Passkey';
}

/** The question from the hub; the page's action asks for it, so that cookies and language are as ever. */
async function askOptions(page: string, purpose: PasskeyPurpose): Promise<string | undefined> {
  const body = new FormData();
  body.set('purpose', purpose);
  const response = await fetch(`${page}?/start`, {
    method: 'POST',
    headers: { 'x-sveltekit-action': 'true', accept: 'application/json' },
    body,
  });
  const result = deserialize<{ options: string }, Record<string, unknown>>(await response.text());
  return result.type === 'success' ? result.data?.options : undefined;
}

/** Lets the device ask its owner for a finger, a face or a PIN; the answer for the hub, `undefined` when there is none. */
export async function askPasskey(page: string, purpose: PasskeyPurpose): Promise<string | undefined> {
  const [{ startAuthentication, startRegistration }, options] = await Promise.all([
    import('@simplewebauthn/browser'),
    askOptions(page, purpose),
  ]);
  if (options === undefined) return undefined;
  const optionsJSON = JSON.parse(options);
  const answer =
    purpose === 'ENROL'
      ? await startRegistration({ optionsJSON })
      : await startAuthentication({ optionsJSON });
  return JSON.stringify(answer);
}
