import {
  domain_sign_up_status_attended,
  domain_sign_up_status_cancelled,
  domain_sign_up_status_confirmed,
  domain_sign_up_status_no_show,
  domain_sign_up_status_waitlisted,
  public_need_child_care,
  public_need_interpreter,
  public_need_step_free,
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

/** What people are asked whether they need it. */
export const needWords = {
  INTERPRETER: public_need_interpreter,
  CHILD_CARE: public_need_child_care,
  STEP_FREE: public_need_step_free,
};

export type Need = keyof typeof needWords;
