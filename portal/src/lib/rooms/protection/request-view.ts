import { formatDate } from '#lib/i18n/dates.ts';
import {
  protection_decision_done,
  protection_decision_refused,
  protection_due,
  protection_received,
} from '#lib/paraglide/messages.js';
import type { RequestData } from './protection.queries.ts';
import { channelWords, doneWords, kindWords, refusalWords } from './protection.words.ts';

/** A client's request in a few lines. */
export function requestOf(request: RequestData) {
  const { id, kind, channel, receivedAt, dueAt, decidedAt, decision, refusalReason } = request;
  const day = decidedAt ? formatDate(decidedAt) : '';
  const [done, doneText] = doneWords[kind];
  return {
    id,
    title: kindWords[kind](),
    came: [protection_received({ day: formatDate(receivedAt) }), channelWords[channel]()].join(' · '),
    due: decidedAt ? undefined : protection_due({ day: formatDate(dueAt) }),
    isOverdue: request.isOverdue,
    details: request.details,
    client: request.client,
    // In which language it was written nobody said; most likely the client's own.
    languageTag: request.client?.languages[0] ?? 'fi',
    answer: decidedAt
      ? decision === 'DONE'
        ? protection_decision_done({ day })
        : protection_decision_refused({ day })
      : undefined,
    reason: refusalReason ? refusalWords[refusalReason]() : undefined,
    done: done(),
    doneText: doneText(),
    isFinal: kind === 'ERASE' || kind === 'RESTRICT',
    canDecide: request.viewerCan.decide,
  };
}

export type RequestView = ReturnType<typeof requestOf>;
