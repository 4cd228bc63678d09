import { addressKeyOf } from '../../platform/http/address-key.ts';
import { RateLimiter, rateLimited } from '../../platform/http/rate-limit.ts';
import type { Hub } from '../../platform/hub.ts';

/** How often links may be asked for: per visitor's address and per e-mail address, RATE_LIMIT_SIGN_IN an hour. */
export class SignInLimits {
  private readonly addresses: RateLimiter;
  private readonly emails: RateLimiter;

  constructor({ env, clock }: Hub) {
    const options = { limit: env.rateLimit.signInPerHour, windowSeconds: 3600, clock };
    this.addresses = new RateLimiter(options);
    this.emails = new RateLimiter(options);
  }

  /** Throws RATE_LIMITED with the fact retryAfterSeconds; known and unknown addresses count alike. */
  take(address: string, emailHash: string): void {
    for (const answer of [this.addresses.take(addressKeyOf(address)), this.emails.take(emailHash)]) {
      if (!answer.allowed) throw rateLimited(answer.retryAfterSeconds);
    }
  }
}
