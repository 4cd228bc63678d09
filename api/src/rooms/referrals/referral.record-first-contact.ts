import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';
import type { ContactChannel } from './referral.words.ts';

export interface FirstContactInput extends MoveInput {
  readonly channel: ContactChannel;
  /** When it was made; now when left out. */
  readonly contactedAt?: Date | null;
}

/** The database keeps whole seconds, so an acceptance may stand half a second after it was made. */
const ROUNDING_MILLISECONDS = 1_000;

/** Errors: those of `moveReferral`; INVALID_INPUT CONTACT_TIME_NOT_ALLOWED (before the acceptance or in the future). */
export const recordFirstContact = (
  hub: Hub,
  viewer: Viewer,
  input: FirstContactInput,
): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'recordFirstContact', input, (_tx, referral, now) => {
    const contactedAt = input.contactedAt ?? now;
    const earliest = (referral.acceptedAt ?? referral.createdAt).getTime() - ROUNDING_MILLISECONDS;
    if (contactedAt > now || contactedAt.getTime() < earliest) {
      throw invalidInput(
        'input.contactedAt',
        'CONTACT_TIME_NOT_ALLOWED',
        'Write a time between the acceptance and now.',
      );
    }
    return {
      columns: { contact_channel: input.channel, contacted_at: contactedAt },
      facts: { channel: input.channel },
    };
  });
