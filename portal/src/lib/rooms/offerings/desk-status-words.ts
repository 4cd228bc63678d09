import {
  association_hidden,
  association_unconfirmed,
  domain_offering_status_archived,
  domain_offering_status_draft,
  domain_offering_status_published,
} from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/types.ts';

/** Where an offering stands. */
export const statusWords = {
  DRAFT: domain_offering_status_draft,
  PUBLISHED: domain_offering_status_published,
  ARCHIVED: domain_offering_status_archived,
} as const;

export type OfferingStatus = keyof typeof statusWords;

export const statusTones: Readonly<Record<OfferingStatus, Tone>> = {
  DRAFT: 'draft',
  PUBLISHED: 'confirmed',
  ARCHIVED: 'neutral',
};

export type Freshness = 'FRESH' | 'UNCONFIRMED' | 'HIDDEN';

/** What is said of an offering whose hosts do not answer. */
export const freshnessWords: Readonly<Partial<Record<Freshness, () => string>>> = {
  UNCONFIRMED: association_unconfirmed,
  HIDDEN: association_hidden,
};
