import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { writeMessage } from './message.write.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';
import { addWorkingTime, workingTimeBetween } from './working-days.ts';

export interface ReplyInfoInput extends MoveInput {
  readonly message: string;
}

/**
 * The referrer answers; the receiver's clock goes on with the working time it had left. Errors: those of
 * `moveReferral` and `writeMessage`.
 */
export const replyReferralInfo = (hub: Hub, viewer: Viewer, input: ReplyInfoInput): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'replyInfo', input, async (tx, referral, now) => {
    const messageId = await writeMessage(hub, tx, referral, {
      kind: 'ANSWER',
      organisationId: referral.referringOrganisationId,
      body: input.message,
    });
    const { answerDueAt, answerPausedAt } = referral;
    const left = answerDueAt && answerPausedAt ? workingTimeBetween(answerPausedAt, answerDueAt) : 0;
    const dueAt = answerDueAt && answerPausedAt ? addWorkingTime(now, left) : answerDueAt;
    return { columns: { answer_paused_at: null, answer_due_at: dueAt }, facts: { messageId } };
  });
