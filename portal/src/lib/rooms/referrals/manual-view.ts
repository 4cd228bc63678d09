import type { ResultOf } from '#lib/api/graphql.ts';
import { formatList, formatNumber } from '#lib/i18n/words.ts';
import * as words from '#lib/paraglide/messages.js';
import type { ReferralManual } from './manual.queries.ts';
import {
  declineWords,
  holdWords,
  outcomeWords,
  reopenWords,
  stateWords,
  withdrawWords,
} from './referral.words.ts';

type Manual = ResultOf<typeof ReferralManual>['referralManual'];
type State = Manual['states'][number];
type Move = Manual['moves'][number];

const actionWords: Readonly<Record<Move['action'], () => string>> = {
  SUBMIT_FOR_CONSENT: words.caseload_action_submit_for_consent,
  CONFIRM_CONSENT: words.caseload_action_confirm_consent,
  REFUSE_CONSENT: words.caseload_action_refuse_consent,
  SEND: words.caseload_action_send,
  REPLY_INFO: words.caseload_action_reply_info,
  ACCEPT: words.caseload_action_accept,
  ASK_INFO: words.caseload_action_ask_info,
  WAITLIST: words.caseload_action_waitlist,
  DECLINE: words.caseload_action_decline,
  RECORD_FIRST_CONTACT: words.caseload_action_record_first_contact,
  RESUME: words.caseload_action_resume,
  HOLD: words.caseload_action_hold,
  CLOSE: words.caseload_action_close,
  REOPEN: words.caseload_action_reopen,
  WITHDRAW: words.caseload_action_withdraw,
  REVOKE_CONSENT: words.caseload_action_revoke_consent,
  EXPIRE: words.caseload_action_expire,
  ERASE: words.caseload_action_erase,
};

const actorWords: Readonly<Record<Move['by'][number], () => string>> = {
  REFERRER: words.caseload_actor_referrer,
  REFERRER_MANAGER: words.caseload_actor_referrer_manager,
  CLIENT: words.caseload_actor_client,
  COORDINATOR: words.caseload_actor_coordinator,
  VOLUNTEER_ASSIGNED: words.caseload_actor_volunteer_assigned,
  DATA_PROTECTION_OFFICER: words.caseload_actor_data_protection_officer,
  SYSTEM: words.caseload_actor_system,
};

const clockWords: Readonly<Record<State['clocks'][number]['kind'], () => string>> = {
  ANSWER_HALF: words.caseload_clock_answer_half,
  ANSWER_DUE: words.caseload_clock_answer_due,
  ANSWER_LATE: words.caseload_clock_answer_late,
  INFORMATION_DUE: words.caseload_clock_information_due,
  CONTACT_DUE: words.caseload_clock_contact_due,
  CONTACT_LATE: words.caseload_clock_contact_late,
  REVIEW: words.caseload_clock_review,
  OUTCOME_FIRST: words.caseload_clock_outcome_first,
  OUTCOME_SECOND: words.caseload_clock_outcome_second,
  EXPIRE: words.caseload_clock_expire,
  CLOSE: words.caseload_clock_close,
  DELETE: words.caseload_clock_delete,
  ERASE_RECEIVER: words.caseload_clock_erase_receiver,
  ERASE: words.caseload_clock_erase,
};

const reasonWords: Readonly<Record<NonNullable<Move['reason']>, Readonly<Record<string, () => string>>>> = {
  DECLINE: declineWords,
  WITHDRAW: withdrawWords,
  HOLD: holdWords,
  REOPEN: reopenWords,
  OUTCOME: outcomeWords,
};

const reasonsOf = (reason: NonNullable<Move['reason']>): string =>
  formatList(Object.values(reasonWords[reason]).map((word) => word()));

const tierWords = (tier: number | null): string => {
  if (tier === null) return words.caseload_manual_tier_none();
  return tier === 0 ? words.caseload_manual_tier_0() : words.caseload_manual_tier_1();
};

const lengthOf = ({ workingDays, days }: State['clocks'][number]): string =>
  workingDays === null
    ? words.caseload_calendar_days({ count: formatNumber(days ?? 0) })
    : words.caseload_working_days({ count: formatNumber(workingDays) });

/** The manual by state, in the reader's words. */
export const manualOf = ({ states, moves }: Manual) =>
  states.map(({ state, receiverTier, clocks }) => ({
    state,
    title: stateWords[state](),
    tier: tierWords(receiverTier),
    clocks: clocks.map((clock) => ({
      kind: clock.kind,
      text: clockWords[clock.kind](),
      length: lengthOf(clock),
    })),
    moves: moves
      .filter(({ from }) => from === state)
      .map(({ action, to, by, reason }) => ({
        id: `${state}-${action}`,
        action: actionWords[action](),
        to,
        toTitle: stateWords[to](),
        by: formatList(by.map((actor) => actorWords[actor]())),
        reason: reason ? reasonsOf(reason) : words.caseload_manual_no_reason(),
      })),
  }));
