import { addressKeyOf } from '../../platform/http/address-key.ts';
import { RateLimiter, rateLimited } from '../../platform/http/rate-limit.ts';
import type { Hub } from '../../platform/hub.ts';

/** Many people share the address of a library or a reception centre. */
const perAddressPerHour = 300;

/** How often links may be tried from one visitor's address, known and unknown ones alike. */
export class ClientLinkLimits {
  private readonly addresses: RateLimiter;

  constructor({ clock }: Hub) {
    this.addresses = new RateLimiter({ limit: perAddressPerHour, windowSeconds: 3600, clock });
  }

  /** Throws RATE_LIMITED with the fact retryAfterSeconds. */
  take(address: string): void {
    const { allowed, retryAfterSeconds } = this.addresses.take(addressKeyOf(address));
    if (!allowed) throw rateLimited(retryAfterSeconds);
  }
}
