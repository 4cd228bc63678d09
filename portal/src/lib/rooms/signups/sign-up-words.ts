import {
  domain_sign_up_status_attended,
  domain_sign_up_status_cancelled,
  domain_sign_up_status_confirmed,
  domain_sign_up_status_no_show,
  domain_sign_up_status_waitlisted,
} from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/types.ts';

/** Where a sign-up stands, in words. */
export const signUpStatusWords = {
  CONFIRMED: domain_sign_up_status_confirmed,
  WAITLISTED: domain_sign_up_status_waitlisted,
  CANCELLED: domain_sign_up_status_cancelled,
  ATTENDED: domain_sign_up_status_attended,
  NO_SHOW: domain_sign_up_status_no_show,
};

/** And in shape and colour. */
export const signUpStatusTones: Record<keyof typeof signUpStatusWords, Tone> = {
  CONFIRMED: 'confirmed',
  WAITLISTED: 'waiting',
  CANCELLED: 'cancelled',
  ATTENDED: 'confirmed',
  NO_SHOW: 'neutral',
};
