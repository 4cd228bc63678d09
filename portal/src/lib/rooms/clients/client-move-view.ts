import type { ResultOf } from '#lib/api/graphql.ts';
import { formatDay } from '#lib/i18n/dates.ts';
import { formatList, formatNumber, languageName } from '#lib/i18n/words.ts';
import * as words from '#lib/paraglide/messages.js';
import type { ClientMovePreview, ClientMoves } from './client-move.queries.ts';

type Effect = ResultOf<typeof ClientMovePreview>['clientMovePreview']['effects'][number];

const effectWords: Readonly<Record<Effect['kind'], (facts: { count: string }) => string>> = {
  CLIENT: words.caseload_move_kind_client,
  IDENTITY: words.caseload_move_kind_identity,
  OPEN_REFERRALS: words.caseload_move_kind_open_referrals,
  ENDED_REFERRALS: words.caseload_move_kind_ended_referrals,
  CONSENTS_IN_USE: words.caseload_move_kind_consents_in_use,
  OPEN_REQUESTS: words.caseload_move_kind_open_requests,
  CASEWORKER: words.caseload_move_kind_caseworker,
  REGISTER_REFERENCE: words.caseload_move_kind_register_reference,
  DRAFTS: words.caseload_move_kind_drafts,
  CONSENT_QUESTIONS: words.caseload_move_kind_consent_questions,
  UNUSED_CONSENTS: words.caseload_move_kind_unused_consents,
};

const inWords = ({ kind, count }: Effect): string => effectWords[kind]({ count: formatNumber(count) });

/** What a move would mean, in two lists of words. */
export function effectsOf(effects: readonly Effect[]) {
  return {
    moves: effects.filter(({ goes }) => goes === 'MOVES').map(inWords),
    ends: effects.filter(({ goes }) => goes === 'ENDS').map(inWords),
  };
}

export type MoveEffects = ReturnType<typeof effectsOf>;

/** An offered client as a card. */
export function moveOf(move: ResultOf<typeof ClientMoves>['clientMoves'][number]) {
  return {
    id: move.id,
    client: move.client ?? undefined,
    way: words.caseload_move_from_to({ from: move.fromOrganisation.name, to: move.toOrganisation.name }),
    languages: formatList(move.languages.map((tag) => languageName(tag))),
    needsInterpreter: move.needsInterpreter,
    until: words.caseload_move_until({ day: formatDay(move.expiresAt) }),
    can: move.viewerCan,
  };
}
