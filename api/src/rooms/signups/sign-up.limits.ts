import { addressKeyOf } from '../../platform/http/address-key.ts';
import { RateLimiter, rateLimited } from '../../platform/http/rate-limit.ts';
import type { Hub } from '../../platform/hub.ts';

/** Many people share the address of a library or a reception centre. */
const perAddressPerHour = 60;
/** So that nobody fills a stranger's mailbox with confirmations. */
const perContactPerHour = 10;

/** How often one may sign up: per visitor's address and per contact. */
export class SignUpLimits {
  private readonly addresses: RateLimiter;
  private readonly contacts: RateLimiter;

  constructor({ clock }: Hub) {
    this.addresses = new RateLimiter({ limit: perAddressPerHour, windowSeconds: 3600, clock });
    this.contacts = new RateLimiter({ limit: perContactPerHour, windowSeconds: 3600, clock });
  }

  /** Throws RATE_LIMITED with the fact retryAfterSeconds. */
  take(address: string, contactHash: string): void {
    for (const answer of [this.addresses.take(addressKeyOf(address)), this.contacts.take(contactHash)]) {
      if (!answer.allowed) throw rateLimited(answer.retryAfterSeconds);
    }
  }
}
