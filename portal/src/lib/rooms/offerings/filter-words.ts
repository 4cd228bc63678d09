import {
  public_children_welcome,
  public_has_room,
  public_online,
  public_rhythm_once,
  public_rhythm_regular,
  public_step_free,
  public_women_only,
  ui_free,
} from '#lib/paraglide/messages.js';

/** What the yes-or-no choices of a filter are called. */
export const flagWords = {
  isFree: ui_free,
  childrenWelcome: public_children_welcome,
  hasRoom: public_has_room,
  isOnline: public_online,
  stepFree: public_step_free,
  womenOnly: public_women_only,
};

/** How often something takes place. */
export const rhythmWords = { ONCE: public_rhythm_once, REGULAR: public_rhythm_regular };
