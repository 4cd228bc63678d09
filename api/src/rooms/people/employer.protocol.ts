import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type Configuration,
} from 'openid-client';
import type { EmployerProvider } from '../../platform/env.employers.ts';
import type { Hub } from '../../platform/hub.ts';
import { employerSignInFailed, employerUnreachable } from './employer.errors.ts';

/** What an employer's service says of someone, after every check of the protocol. */
export interface EmployerClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
}

/** OpenID Connect, the code flow with PKCE, with one configuration for each provider. */
export class EmployerProtocol {
  private readonly known = new Map<string, Promise<Configuration>>();

  constructor(private readonly hub: Hub) {}

  /** Where the browser goes. `state` is random; nonce and PKCE verifier are made from it by a key of ours. */
  async authorizationUrl(provider: EmployerProvider, state: string): Promise<string> {
    const configuration = await this.configurationOf(provider);
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri(provider),
      scope: 'openid email',
      state,
      nonce: this.secretOf('nonce', state),
      code_challenge: await calculatePKCECodeChallenge(this.secretOf('verifier', state)),
      code_challenge_method: 'S256',
      ...(provider.acr && { acr_values: provider.acr }),
    });
    return url.href;
  }

  /**
   * Trades what the browser brought back for claims: issuer, state, nonce, audience, expiry and the signature of the
   * ID token are checked. Errors: CONFLICT EMPLOYER_SIGN_IN_FAILED.
   */
  async claimsOf(provider: EmployerProvider, state: string, query: string): Promise<EmployerClaims> {
    const configuration = await this.configurationOf(provider);
    try {
      const returned = new URL(`${this.redirectUri(provider)}?${query}`);
      const tokens = await authorizationCodeGrant(configuration, returned, {
        expectedState: state,
        expectedNonce: this.secretOf('nonce', state),
        pkceCodeVerifier: this.secretOf('verifier', state),
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims || (provider.acr !== null && claims['acr'] !== provider.acr)) throw employerSignInFailed();
      const about =
        typeof claims['email'] === 'string'
          ? claims
          : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
      const email = about['email'];
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: typeof email === 'string' ? email : null,
        isEmailVerified: about['email_verified'] === true,
      };
    } catch (error) {
      // The code of the library's error names the check; its text may hold what came from outside.
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'refused';
      this.hub.log.warn({ provider: provider.id, code }, 'employer sign-in refused');
      throw employerSignInFailed();
    }
  }

  private redirectUri({ id }: EmployerProvider): string {
    return `${this.hub.env.publicUrl}/sign-in/employer/${id}/return`;
  }

  private secretOf(what: 'nonce' | 'verifier', state: string): string {
    return this.hub.crypto.keyedHash(`people.employer-${what}`, state).toString('base64url');
  }

  private async configurationOf(provider: EmployerProvider): Promise<Configuration> {
    const found = this.known.get(provider.id) ?? this.discover(provider);
    this.known.set(provider.id, found);
    try {
      return await found;
    } catch {
      this.known.delete(provider.id);
      throw employerUnreachable();
    }
  }

  private discover({ issuer, clientId, clientSecret }: EmployerProvider): Promise<Configuration> {
    const isLocal = issuer.startsWith('http:');
    // The signature is checked even though the token comes straight from the service: a proxy may stand between.
    const execute = [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])];
    return discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 });
  }
}
