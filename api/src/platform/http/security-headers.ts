import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const oneYearSeconds = 31_536_000;

/**
 * Security headers of answers that are data. Register it in the scope of those routes: pages have a content security
 * policy of their own, with nonces.
 */
export const addSecurityHeaders = async (scope: FastifyInstance): Promise<void> => {
  await scope.register(helmet, {
    // An answer of JSON or text loads nothing and stands in no frame.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: oneYearSeconds, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
  });
};

/** Headers of every page; without a content security policy, which the portal sets itself. */
export const pageSecurityHeaders: Readonly<Record<string, string>> = {
  'strict-transport-security': `max-age=${oneYearSeconds}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
};
