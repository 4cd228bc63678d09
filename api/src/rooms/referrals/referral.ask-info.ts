import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { writeMessage } from './message.write.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';
import type { InformationKind } from './referral.words.ts';

export interface AskInfoInput extends MoveInput {
  readonly informationKinds: readonly InformationKind[];
  readonly message: string;
}

/**
 * The receiver asks before it answers; its answer's clock stands still. Errors: those of `moveReferral` and
 * `writeMessage`; INVALID_INPUT NOTHING_ASKED.
 */
export const askReferralInfo = (hub: Hub, viewer: Viewer, input: AskInfoInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'askInfo', input, async (tx, referral, now) => {
    const asked = [...new Set(input.informationKinds)];
    if (asked.length === 0) {
      throw invalidInput('input.informationKinds', 'NOTHING_ASKED', 'Choose what you need to know.');
    }
    const messageId = await writeMessage(hub, tx, referral, {
      kind: 'QUESTION',
      organisationId: referral.receivingOrganisationId,
      body: input.message,
    });
    return { columns: { answer_paused_at: now }, facts: { messageId, informationKinds: asked } };
  });
