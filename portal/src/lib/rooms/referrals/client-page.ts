import { formatDay, formatDayAndTime } from '#lib/i18n/dates.ts';
import {
  link_answer_by,
  link_ask_heading,
  link_call_by,
  link_not_taken_text,
  link_see_you,
  link_shared_later,
  link_step_accepted,
  link_step_ended,
  link_step_meeting,
  link_step_not_taken,
  link_step_paused,
  link_step_received,
  link_step_stopped,
  link_step_waiting,
} from '#lib/paraglide/messages.js';
import { consentFieldWords } from '../clients/client.words.ts';
import type { ClientPageData } from './client-page.queries.ts';

type Step = ClientPageData['step'];

const headings: Readonly<Record<Step, () => string>> = {
  ASKED: link_ask_heading,
  RECEIVED: link_step_received,
  WAITING: link_step_waiting,
  ACCEPTED: link_step_accepted,
  MEETING: link_step_meeting,
  PAUSED: link_step_paused,
  NOT_TAKEN: link_step_not_taken,
  ENDED: link_step_ended,
  STOPPED: link_step_stopped,
};

/** In these the client goes there. */
const isComing: readonly Step[] = ['ACCEPTED', 'MEETING'];

/** In these the receiver does not yet see what it may know. */
const beforeAcceptance: readonly Step[] = ['RECEIVED', 'WAITING'];

/** What comes next, in whole sentences that can be read aloud. */
function sentencesOf({ step, answerDueAt, callDueAt, nextOccurrence }: ClientPageData): string[] {
  return [
    ...(answerDueAt ? [link_answer_by({ day: formatDay(answerDueAt) })] : []),
    ...(callDueAt ? [link_call_by({ day: formatDay(callDueAt) })] : []),
    ...(nextOccurrence ? [link_see_you({ when: formatDayAndTime(nextOccurrence.startsAt) })] : []),
    ...(step === 'NOT_TAKEN' ? [link_not_taken_text()] : []),
  ];
}

/** The last day on which something is shared: it ends with the first instant of the next one. */
const lastDayOf = (sharedUntil: string): string =>
  formatDay(new Date(Date.parse(sharedUntil) - 1), { withYear: true });

/** A client's page in their words. */
export function clientPageOf(page: ClientPageData) {
  return {
    heading: headings[page.step](),
    isAsked: page.step === 'ASKED',
    sentences: sentencesOf(page),
    place: page.nextOccurrence?.place ?? undefined,
    receiver: page.receivingOrganisation.name,
    asker: page.referringOrganisation.name,
    offering: page.offering ?? undefined,
    changedDates: isComing.includes(page.step) ? (page.offering?.changedOccurrences ?? []) : [],
    fields: page.fields.map((field) => consentFieldWords[field]()),
    until: lastDayOf(page.sharedUntil),
    later: beforeAcceptance.includes(page.step) ? link_shared_later() : undefined,
    text: page.text,
    can: page.viewerCan,
  };
}

export type ClientPageView = ReturnType<typeof clientPageOf>;
