import type { Clock } from '../clock.ts';

export interface RateLimiterOptions {
  /** How much a key may take at once, and in each window on average. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly clock: Clock;
  /** Keys remembered; the one not seen for longest is forgotten first. */
  readonly maxKeys?: number;
}

export interface RateAnswer {
  readonly allowed: boolean;
  /** Seconds until the same request would pass; 0 when it passes. */
  readonly retryAfterSeconds: number;
}

interface Bucket {
  tokens: number;
  filledAtMilliseconds: number;
}

/**
 * Token buckets in the memory of this process: n processes behind a balancer allow up to n times the limit, a restart
 * fills all buckets. Memory is bounded by `maxKeys`; who can send from more addresses than that is not held by it.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly options: RateLimiterOptions) {}

  /** Takes `cost` from the bucket of `key` if it holds that much; a cost above the limit needs a full bucket. */
  take(key: string, cost = 1): RateAnswer {
    const { limit, windowSeconds } = this.options;
    const bucket = this.bucketOf(key);
    const needed = Math.min(cost, limit);
    if (bucket.tokens < needed) {
      const seconds = ((needed - bucket.tokens) / limit) * windowSeconds;
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(seconds)) };
    }
    bucket.tokens -= needed;
    return { allowed: true, retryAfterSeconds: 0 };
  }

  /** How much the bucket of `key` holds now, in whole requests. */
  remaining(key: string): number {
    return Math.floor(this.bucketOf(key).tokens);
  }

  private bucketOf(key: string): Bucket {
    const { limit, windowSeconds, clock, maxKeys = 50_000 } = this.options;
    const now = clock.now().getTime();
    const bucket = this.buckets.get(key) ?? { tokens: limit, filledAtMilliseconds: now };
    const elapsedSeconds = Math.max(0, now - bucket.filledAtMilliseconds) / 1000;
    bucket.tokens = Math.min(limit, bucket.tokens + (elapsedSeconds / windowSeconds) * limit);
    bucket.filledAtMilliseconds = now;
    // Last in the map means seen last.
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    const oldest = this.buckets.size > maxKeys ? this.buckets.keys().next().value : undefined;
    if (oldest !== undefined) this.buckets.delete(oldest);
    return bucket;
  }
}
