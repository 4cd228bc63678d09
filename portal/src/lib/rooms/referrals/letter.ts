import type { ResultOf } from '#lib/api/graphql.ts';
import { formatDate, formatDayAndTime } from '#lib/i18n/dates.ts';
import { fallbackLanguage, isLanguage } from '#lib/i18n/languages.ts';
import { formatNumber, languageName } from '#lib/i18n/words.ts';
import {
  caseworker_answer_due_at,
  caseworker_contact_due_at,
  caseworker_detail_asked,
  caseworker_detail_granted,
  caseworker_detail_refused,
  caseworker_done_detail_answered,
  caseworker_done_detail_asked,
  caseworker_event_by,
  caseworker_event_by_you,
  caseworker_assign_event,
  caseworker_reassign_event,
  caseworker_event_asked,
  caseworker_event_first_contact,
  caseworker_event_sent,
  caseworker_event_written,
  caseworker_hidden_consent_ended,
  caseworker_hidden_ended,
  caseworker_hidden_not_accepted,
  caseworker_hidden_strong,
  caseworker_event_asked_info,
  caseworker_event_receiver_erased,
  caseworker_event_reopened,
  caseworker_event_replied,
  caseworker_event_resumed,
  caseworker_slip,
  caseworker_review_on,
  caseworker_sessions_attended,
  caseworker_wait_estimate,
} from '#lib/paraglide/messages.js';
import { contactKindWords, detailFieldWords } from '../clients/client.words.ts';
import type { DatesData } from './referral-dates.ts';
import type { ReferralPage } from './referral-page.queries.ts';
import {
  declineWords,
  holdWords,
  outcomeWords,
  stateTones,
  stateWords,
  withdrawWords,
} from './referral.words.ts';
import { summaryOf } from './summary-view.ts';

export type ReferralData = NonNullable<ResultOf<typeof ReferralPage>['referral']>;

const hiddenWords: Readonly<Record<string, () => string>> = {
  NOT_ACCEPTED: caseworker_hidden_not_accepted,
  CONSENT_ENDED: caseworker_hidden_consent_ended,
  STRONG_SIGN_IN_NEEDED: caseworker_hidden_strong,
  ENDED: caseworker_hidden_ended,
};

/** What was done, where the state's own word would tell of the time after it. */
const eventWords: Readonly<Record<string, () => string>> = {
  create: caseworker_event_written,
  assign: caseworker_assign_event,
  reassign: caseworker_reassign_event,
  submitForConsent: caseworker_event_asked,
  confirmConsent: caseworker_event_sent,
  send: caseworker_event_sent,
  recordFirstContact: caseworker_event_first_contact,
  askInfo: caseworker_event_asked_info,
  replyInfo: caseworker_event_replied,
  resume: caseworker_event_resumed,
  reopen: caseworker_event_reopened,
  askDetail: caseworker_done_detail_asked,
  grantDetail: caseworker_done_detail_answered,
  refuseDetail: caseworker_done_detail_answered,
  eraseReceiverCopy: caseworker_event_receiver_erased,
};

function eventOf(event: ReferralData['events'][number]) {
  const by = event.byOrganisation;
  return {
    id: event.id,
    at: event.at,
    state: event.toState,
    title: (eventWords[event.action] ?? stateWords[event.toState])(),
    by: event.byYou
      ? caseworker_event_by_you()
      : by
        ? caseworker_event_by({ organisation: by.name })
        : undefined,
  };
}

const detailStatuses = {
  ASKED: { word: caseworker_detail_asked, tone: 'waiting' },
  GRANTED: { word: caseworker_detail_granted, tone: 'confirmed' },
  REFUSED: { word: caseworker_detail_refused, tone: 'cancelled' },
} as const;

function detailOf(detail: ReferralData['details'][number]) {
  const { word, tone } = detailStatuses[detail.status];
  return { ...detail, label: detailFieldWords[detail.field](), statusWord: word(), tone };
}

/** The offering on paper, in the first of the client's languages that the portal has. */
function slipOf({ client, offering }: ReferralData) {
  if (!client || !offering) return undefined;
  const language = client.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? fallbackLanguage;
  return {
    href: `/${language}/offerings/${offering.id}/slip`,
    label: caseworker_slip({ language: languageName(language) }),
  };
}

function endingOf(referral: ReferralData): string[] {
  const { outcome, declineReason, withdrawReason, sessionsAttended, holdReason, state } = referral;
  return [
    ...(state === 'ON_HOLD' && holdReason ? [holdWords[holdReason]()] : []),
    ...(outcome ? [outcomeWords[outcome]()] : []),
    ...(declineReason ? [declineWords[declineReason]()] : []),
    ...(withdrawReason ? [withdrawWords[withdrawReason]()] : []),
    ...(sessionsAttended !== null
      ? [caseworker_sessions_attended({ count: formatNumber(sessionsAttended) })]
      : []),
  ];
}

function dueOf(referral: ReferralData): string | undefined {
  const { state, answerDueAt, firstContactDueAt, reviewAt, estimatedWaitWeeks } = referral;
  if ((state === 'WAITLISTED' || state === 'ON_HOLD') && reviewAt) {
    const wait =
      state === 'WAITLISTED' && estimatedWaitWeeks !== null
        ? [caseworker_wait_estimate({ weeks: formatNumber(estimatedWaitWeeks) })]
        : [];
    return [...wait, caseworker_review_on({ day: formatDate(reviewAt) })].join(' · ');
  }
  if (state === 'SENT' && answerDueAt)
    return caseworker_answer_due_at({ when: formatDayAndTime(answerDueAt) });
  if (state === 'ACCEPTED' && firstContactDueAt) {
    return caseworker_contact_due_at({ when: formatDayAndTime(firstContactDueAt) });
  }
  return undefined;
}

/** The dates on which the client has or had a place, and the next ones on which they could have one. */
function datesOf({ signUps }: ReferralData, { nextOccurrences }: DatesData) {
  const places = signUps.map(({ status, occurrenceId: id, startsAt }) => ({
    id,
    when: formatDayAndTime(startsAt),
    isComing: status === 'CONFIRMED' && new Date(startsAt) > new Date(),
  }));
  const freeDates = nextOccurrences
    .filter(({ id, status, takesSignUps }) => {
      const isTaken = places.some((place) => place.id === id);
      return status === 'SCHEDULED' && takesSignUps && !isTaken;
    })
    .map(({ id, startsAt }) => ({ id, when: formatDayAndTime(startsAt) }));
  return { places, freeDates };
}

/** A referral as a letter in the reader's words. */
export function letterOf(referral: ReferralData, dates: DatesData) {
  const { identity } = referral;
  return {
    id: referral.id,
    version: referral.version,
    state: referral.state,
    isSender: referral.side === 'SENT',
    sessions: referral.sessionsSoFar === null ? undefined : formatNumber(referral.sessionsSoFar),
    ...datesOf(referral, dates),
    isOverdue: referral.isOverdue,
    stateWord: stateWords[referral.state](),
    tone: stateTones[referral.state],
    due: dueOf(referral),
    assigneeId: referral.assigneeId ?? undefined,
    ending: endingOf(referral),
    date: formatDate(referral.sentAt ?? referral.createdAt),
    from: referral.referringOrganisation.name,
    referrer: referral.referrerName,
    to: referral.receivingOrganisation,
    offering: referral.offering,
    joinLink: referral.joinLink,
    changedDates: dates.changedOccurrences,
    client: referral.client,
    slip: slipOf(referral),
    details: referral.details.map(detailOf),
    askable: referral.detailsInScope
      .filter(
        (field) => !referral.details.some((asked) => asked.field === field && asked.status !== 'REFUSED'),
      )
      .map((value) => ({ value, label: detailFieldWords[value]() })),
    predecessorId: referral.predecessor?.id,
    successors: referral.successors.map(({ id, state, receivingOrganisation }) => ({
      id,
      organisation: receivingOrganisation.name,
      stateWord: stateWords[state](),
      tone: stateTones[state],
    })),
    summary: referral.summary && summaryOf(referral.summary),
    identity: identity && { ...identity, kind: contactKindWords[identity.contactKind]() },
    hidden: referral.identityHiddenBecause
      ? (hiddenWords[referral.identityHiddenBecause]?.() ?? caseworker_hidden_ended())
      : undefined,
    events: referral.events.map(eventOf),
    messages: referral.messages.map(({ byOrganisation, ...message }) => ({
      ...message,
      by: byOrganisation?.name ?? '',
    })),
    can: referral.viewerCan,
  };
}

export type Letter = ReturnType<typeof letterOf>;
