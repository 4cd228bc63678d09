import type { Viewer } from '../../platform/policy/viewer.ts';
import { isActiveAt, type DetailField } from '../clients/index.ts';
import { clientLinkPolicy } from './client-link.policy.ts';
import { reasonSideOf, type ReasonSide } from './reason.sides.ts';
import {
  exposedActions,
  exposedMoves,
  openActions,
  type ExposedAction,
  type ReferralMoveName,
} from './referral.exposed.ts';
import { canHaveDetails, detailsInScope } from './detail.scope.ts';
import { consentOf } from './referral.consent.ts';
import { canBeSignedUp } from './sign-up.scope.ts';
import { reroutableStates, stateFacts } from './referral.machine.ts';
import { actorsOf, receives, referralPolicy, sideOf } from './referral.policy.ts';
import type { ReferralRow, SummaryRow } from './referral.row.ts';
import {
  hiddenBecause,
  isOpenForMessages,
  receiverTier,
  type HiddenBecause,
  reopenableUntil,
} from './referral.tier.ts';
import type {
  DeclineReason,
  HoldReason,
  ReferralOutcome,
  ReferralSide,
  ReferralState,
  WithdrawReason,
} from './referral.words.ts';

/** A referral cut to what one reader may see at one moment. What a tier hides is not in it. */
export interface ReferralView {
  readonly id: string;
  readonly state: ReferralState;
  readonly version: number;
  readonly side: ReferralSide;
  readonly offeringId: string;
  readonly referringOrganisationId: string;
  readonly receivingOrganisationId: string;
  /** On the referring side alone. */
  readonly clientId: string | null;
  readonly referrerId: string | null;
  /** Who of the receiver's people has it; for the receiver alone. */
  readonly assigneeId: string | null;
  readonly isMine: boolean;
  readonly summary: SummaryRow | null;
  readonly identityHiddenBecause: HiddenBecause | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly firstContactDueAt: Date | null;
  readonly endedAt: Date | null;
  readonly estimatedWaitWeeks: number | null;
  readonly holdReason: HoldReason | null;
  readonly reviewAt: Date | null;
  readonly isOverdue: boolean;
  readonly declineReason: DeclineReason | null;
  readonly withdrawReason: WithdrawReason | null;
  readonly reasonSide: ReasonSide | null;
  readonly outcome: ReferralOutcome | null;
  readonly sessionsAttended: number | null;
  /** What may be asked for beyond name and contact, by the consent; on the receiving side alone. */
  readonly detailsInScope: DetailField[];
  readonly moves: ReferralMoveName[];
  readonly viewerCan: Readonly<
    Record<
      | ExposedAction
      | 'sendMessage'
      | 'assign'
      | 'reassign'
      | 'createClientLink'
      | 'reroute'
      | 'discardDraft'
      | 'askDetail'
      | 'answerDetail'
      | 'signUp',
      boolean
    >
  >;
}

/** There is something for the client to see by a link: a question, or a consent that holds. */
const opensToClient = (row: ReferralRow, now: Date): boolean => {
  const consent = consentOf(row);
  return row.state === 'AWAITING_CONSENT' || (consent !== null && isActiveAt(consent, now));
};

const summaryOf = (row: ReferralRow): SummaryRow => {
  const {
    needCategory,
    municipalityCode,
    languages,
    needsInterpreter,
    ageBand,
    priority,
    accessNeeds,
    note,
    withheld,
  } = row;
  return {
    needCategory,
    municipalityCode,
    languages,
    needsInterpreter,
    ageBand,
    priority,
    accessNeeds,
    note,
    withheld,
  };
};

const isOverdue = ({ state, answerDueAt, firstContactDueAt }: ReferralRow, now: Date): boolean => {
  if (state === 'SENT') return answerDueAt !== null && answerDueAt < now;
  return state === 'ACCEPTED' && firstContactDueAt !== null && firstContactDueAt < now;
};

/** It reached the receiver and has not ended. */
export const isAssignable = (state: ReferralState): boolean =>
  !stateFacts[state].isEnded && stateFacts[state].receiverTier !== null;

/** It has not ended, whether the receiver knows of it or not. */
export const isReassignable = (state: ReferralState): boolean => !stateFacts[state].isEnded;

/** A closed referral stays closed once its time or its consent is over. */
const isInTime = (action: ExposedAction, row: ReferralRow, now: Date): boolean =>
  action !== 'reopen' ||
  (row.receiverErasedAt === null &&
    reopenableUntil(row.endedAt) >= now &&
    receiverTier(row.state, consentOf(row), now) !== null);

/** The exposed moves that the policy, the table of moves and time allow this viewer now. */
export const openMovesOf = (viewer: Viewer, row: ReferralRow, now: Date): ExposedAction[] =>
  openActions(row.state, actorsOf(viewer, row)).filter(
    (action) => referralPolicy.can(viewer, action, row) && isInTime(action, row, now),
  );

export const viewOf = (viewer: Viewer, row: ReferralRow, now: Date): ReferralView => {
  // A system viewer, which is on no side, reads as the referring one does.
  const side = sideOf(viewer, row) ?? 'SENT';
  const isSender = side === 'SENT';
  const isStrong = viewer.assurance === 'STRONG';
  const consent = consentOf(row);
  // A volunteer is told whom to meet, and nothing of why.
  const isHelper = !isSender && !receives(viewer, row);
  const seesSummary = !isHelper && (isSender || receiverTier(row.state, consent, now) !== null);
  const open = openMovesOf(viewer, row, now);
  const isRevokedForReceiver = !isSender && row.state === 'CONSENT_REVOKED';
  return {
    id: row.id,
    // To the receiver a revoked consent is a withdrawn referral, without a reason (DOMAIN.md §4.2).
    state: isRevokedForReceiver ? 'WITHDRAWN' : row.state,
    version: row.version,
    side,
    offeringId: row.offeringId,
    referringOrganisationId: row.referringOrganisationId,
    receivingOrganisationId: row.receivingOrganisationId,
    clientId: isSender ? row.clientId : null,
    referrerId: seesSummary ? row.referrerId : null,
    assigneeId: isSender ? null : row.assigneeId,
    isMine: viewer.personId !== null && viewer.personId === row.assigneeId,
    summary: seesSummary ? summaryOf(row) : null,
    identityHiddenBecause: isRevokedForReceiver
      ? 'ENDED'
      : side === 'RECEIVED'
        ? hiddenBecause(row.state, consent, now, isStrong)
        : null,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    answerDueAt: row.answerDueAt,
    acceptedAt: row.acceptedAt,
    firstContactDueAt: row.firstContactDueAt,
    endedAt: row.endedAt,
    estimatedWaitWeeks: row.estimatedWaitWeeks,
    holdReason: row.holdReason,
    reviewAt: row.reviewAt,
    isOverdue: isOverdue(row, now),
    declineReason: row.declineReason,
    // Why the client or the caseworker changed their mind is not the receiver's to know.
    withdrawReason: isSender ? row.withdrawReason : null,
    reasonSide: reasonSideOf(row.declineReason, isSender ? row.withdrawReason : null),
    outcome: row.outcome,
    sessionsAttended: row.sessionsAttended,
    detailsInScope: receives(viewer, row) && canHaveDetails(row, now) ? detailsInScope(row) : [],
    moves: open.map((action) => exposedMoves[action]),
    viewerCan: {
      ...(Object.fromEntries(exposedActions.map((action) => [action, open.includes(action)])) as Record<
        ExposedAction,
        boolean
      >),
      assign: referralPolicy.can(viewer, 'assign', row) && isAssignable(row.state),
      reassign: referralPolicy.can(viewer, 'reassign', row) && isReassignable(row.state),
      sendMessage:
        referralPolicy.can(viewer, 'sendMessage', row) && isOpenForMessages(row.state, consent, now),
      reroute: reroutableStates.includes(row.state) && referralPolicy.can(viewer, 'reroute', row),
      askDetail: canHaveDetails(row, now) && referralPolicy.can(viewer, 'askDetail', row),
      answerDetail: canHaveDetails(row, now) && referralPolicy.can(viewer, 'grantDetail', row),
      signUp: canBeSignedUp(row, now) && referralPolicy.can(viewer, 'signUp', row),
      discardDraft: row.state === 'DRAFT' && referralPolicy.can(viewer, 'discardDraft', row),
      createClientLink: opensToClient(row, now) && clientLinkPolicy.can(viewer, 'create', row),
    },
  };
};
