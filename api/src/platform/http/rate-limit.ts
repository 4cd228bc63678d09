import { HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import type { onRequestAsyncHookHandler } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Clock } from '../clock.ts';
import { HubError } from '../errors/hub-error.ts';
import type { Limits } from '../graphql/limits.ts';
import { addressKeyOf } from './address-key.ts';
import { replyWithError } from './error-reply.ts';
import { RateLimiter, type RateAnswer } from './rate-limiter.ts';

export { RateLimiter, type RateAnswer, type RateLimiterOptions } from './rate-limiter.ts';

export interface RateLimitOptions {
  readonly perAddressPerMinute: number;
  readonly perAccountPerMinute: number;
  /** Sum of the complexity of queries, for each account, or for each address of people without one. */
  readonly costPerMinute: number;
}

/** Who a GraphQL request is counted for. */
export interface Caller {
  readonly address: string;
  readonly accountId: string | null;
}

/** RATE_LIMITED, with the seconds to wait as a fact. Services use it for limits of their own. */
export const rateLimited = (retryAfterSeconds: number, reason = 'TOO_MANY_REQUESTS'): HubError =>
  new HubError('RATE_LIMITED', reason, `Too many requests. Try again in ${retryAfterSeconds} seconds.`, {
    facts: { retryAfterSeconds },
  });

const refuseUnlessAllowed = ({ allowed, retryAfterSeconds }: RateAnswer, reason: string): void => {
  if (allowed) return;
  const error = rateLimited(retryAfterSeconds, reason);
  const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]]);
  throw new GraphQLError(error.message, {
    originalError: error,
    extensions: { http: { status: 429, headers } },
  });
};

export interface RateLimits {
  /** Counts every request of an address; tells by RateLimit what is left, answers 429 with Retry-After before the body is read. */
  readonly addressHook: onRequestAsyncHookHandler;
  /** Counts operations of an account, and the cost of operations. Reasons TOO_MANY_REQUESTS and TOO_MUCH_WORK. */
  readonly plugin: <Context extends BaseContext>(
    callerOf: (context: Context) => Caller,
    costOf: Limits['costOf'],
  ) => ApolloServerPlugin<Context>;
}

/** The limits of one process, set by RATE_LIMIT_PER_ADDRESS, RATE_LIMIT_PER_ACCOUNT and RATE_LIMIT_COST. */
export const createRateLimits = (options: RateLimitOptions, clock: Clock): RateLimits => {
  const perMinute = (limit: number): RateLimiter => new RateLimiter({ limit, windowSeconds: 60, clock });
  const addresses = perMinute(options.perAddressPerMinute);
  const accounts = perMinute(options.perAccountPerMinute);
  const costs = perMinute(options.costPerMinute);

  return {
    addressHook: async (request, reply) => {
      const key = addressKeyOf(request.ip);
      const { allowed, retryAfterSeconds } = addresses.take(key);
      // As draft-ietf-httpapi-ratelimit-headers has it: r requests are left, the bucket is full again after t seconds.
      const left = addresses.remaining(key);
      const full = Math.ceil(((options.perAddressPerMinute - left) / options.perAddressPerMinute) * 60);
      void reply.header('ratelimit-policy', `"address";q=${options.perAddressPerMinute};w=60`);
      void reply.header('ratelimit', `"address";r=${left};t=${full}`);
      if (allowed) return undefined;
      void reply.header('retry-after', String(retryAfterSeconds));
      return replyWithError(request, reply, rateLimited(retryAfterSeconds));
    },
    plugin: (callerOf, costOf) => ({
      requestDidStart: async () => ({
        didResolveOperation: async ({ contextValue, schema, document, operationName }) => {
          const { address, accountId } = callerOf(contextValue);
          if (accountId !== null) refuseUnlessAllowed(accounts.take(accountId), 'TOO_MANY_REQUESTS');
          const key = accountId ?? addressKeyOf(address);
          refuseUnlessAllowed(costs.take(key, costOf(schema, document, operationName)), 'TOO_MUCH_WORK');
        },
      }),
    }),
  };
};
