import { createHmac, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly acr?: string;
}

type Claims = Record<string, unknown>;

const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string | undefined): Claims =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Claims;

/** Makes another ID token of an honest one. */
export type Forge = (claims: Claims, header: Claims) => string;

/** An employer's OpenID provider as it would stand in a town, on a port of this machine. */
export class Employer {
  readonly key = newKey();
  readonly clientId = 'hub';
  readonly clientSecret = 'a-secret-of-thirty-two-characters!';
  /** Who signs in next. */
  account: Account = { id: 'anna', email: 'anna@example.org', emailVerified: true };
  /** When set, the token endpoint's ID tokens are forged on their way. */
  forge: Forge | null = null;
  issuer = '';
  private server: Server | undefined;

  /** On any free port, or on the one that a hub was told of. */
  async start(redirectUris: readonly string[], port = 0): Promise<void> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    this.issuer = `http://localhost:${(this.server.address() as AddressInfo).port}`;
    this.provider = this.makeProvider(redirectUris);
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** An ID token with those claims, signed by the employer's key or another; `kid` as the real one has it. */
  token(claims: Claims, header: Claims, key = this.key): string {
    const signed = `${encode({ ...header, alg: 'RS256' })}.${encode(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
  }

  unsigned(claims: Claims): string {
    return `${encode({ alg: 'none' })}.${encode(claims)}.`;
  }

  /** Signed by HMAC, with the public key as if it were a shared secret. */
  confused(claims: Claims, header: Claims): string {
    const secret = createPublicKey(this.key).export({ type: 'spki', format: 'pem' });
    const signed = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }

  /** Signed by a key that the token itself brings along. */
  selfKeyed(claims: Claims, header: Claims): string {
    const key = newKey();
    return this.token(claims, { ...header, jwk: createPublicKey(key).export({ format: 'jwk' }) }, key);
  }

  strangerKeyed(claims: Claims, header: Claims): string {
    return this.token(claims, { ...header, kid: 'unknown' }, newKey());
  }

  /** Goes where a browser would, signs in as `account`, and answers with the address it is sent back to. */
  async visit(url: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let next = new URL(url);
    for (let steps = 0; steps < 12; steps += 1) {
      const response = await fetch(next, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (!location) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
      next = new URL(location, next);
      if (next.origin !== this.issuer) return next;
    }
    throw new Error('The provider leads in circles');
  }

  private provider: Provider | undefined;

  private makeProvider(redirectUris: readonly string[]): Provider {
    const provider: Provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: redirectUris,
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      jwks: { keys: [{ ...this.key.export({ format: 'jwk' }), kid: 'real', use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['test'] },
      conformIdTokenClaims: false,
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      acrValues: ['strong'],
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_context: unknown, id: string) => ({
        accountId: id,
        claims: () => ({
          sub: id,
          email: this.account.email,
          email_verified: this.account.emailVerified,
        }),
      }),
      loadExistingGrant: async (context: {
        oidc: { session: { accountId: string }; client: { clientId: string } };
      }) => {
        const { session, client } = context.oidc;
        const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    });
    return provider;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/interaction/')) {
      const { id, acr } = this.account;
      const login = { accountId: id, ...(acr && { acr }) };
      await this.provider?.interactionFinished(
        request,
        response,
        { login },
        { mergeWithLastSubmission: false },
      );
      return;
    }
    if (this.forge && request.url === '/token') this.forgeAnswer(response, this.forge);
    await this.provider?.callback()(request, response);
  }

  /** Changes the ID token in the body, just before it leaves. */
  private forgeAnswer(response: ServerResponse, forge: Forge): void {
    const end = response.end.bind(response);
    const changed = (body: unknown): string => {
      const answer = JSON.parse(String(body)) as { id_token?: string };
      if (!answer.id_token) return String(body);
      const [header, claims] = answer.id_token.split('.');
      return JSON.stringify({ ...answer, id_token: forge(decode(claims), decode(header)) });
    };
    response.end = ((body: unknown) => {
      const text = changed(body);
      response.setHeader('content-length', Buffer.byteLength(text));
      return end(text);
    }) as typeof response.end;
  }
}
