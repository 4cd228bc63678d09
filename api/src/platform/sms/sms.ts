/** A text message as it leaves. */
export interface Sms {
  /** Stable per message, so that the gateway recognises a repeated delivery as the same one. */
  readonly id: string;
  /** With its country code, e.g. +358401234567. */
  readonly to: string;
  readonly text: string;
  readonly languageTag: string;
}

export interface SmsTransport {
  deliver(sms: Sms): Promise<void>;
}

/** The gateway did not take a message; the name alone is written down, since its words may repeat the number. */
export class SmsRefused extends Error {
  override readonly name = 'SmsRefused';
}

const longestWaitMilliseconds = 10_000;

/**
 * Text messages over an HTTP gateway: POST of `{ to, text, reference }` as JSON with a bearer token. `Idempotency-Key`
 * and `reference` are the message's id, by which the gateway knows one that is sent again after a crash.
 * Throws SmsRefused for any answer but 2xx, and what fetch throws when nobody answers within ten seconds.
 */
export const httpSmsGateway = (url: string, token: string): SmsTransport => ({
  deliver: async ({ id, to, text }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': id,
      },
      body: JSON.stringify({ to, text, reference: id }),
      redirect: 'error',
      signal: AbortSignal.timeout(longestWaitMilliseconds),
    });
    await response.body?.cancel();
    if (!response.ok) throw new SmsRefused(`HTTP ${response.status}`);
  },
});
