/** What a key may do for its organisation. */
export const keyScopes = ['OFFERINGS_READ', 'OFFERINGS_WRITE'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** What a webhook hears of. */
export const webhookEvents = [
  'OFFERING_PUBLISHED',
  'OFFERING_CHANGED',
  'OFFERING_ARCHIVED',
  'OCCURRENCE_CANCELLED',
  'REFERRAL_MOVED',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Only tries out whether deliveries arrive; every webhook gets it. */
export const pingEvent = 'PING';

/** How many live ones an organisation may have. */
export const mostKeys = 20;
export const mostWebhooks = 10;

const dayMilliseconds = 86_400_000;

/** How long a key or secret that was replaced still holds beside the new one. */
export const overlapMilliseconds = 7 * dayMilliseconds;

/** How long the log of deliveries goes back. */
export const keptMilliseconds = 30 * dayMilliseconds;
