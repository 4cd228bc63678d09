import { definePolicy } from '../../platform/policy/policy.ts';
import { holds, isSystem, standsInFor, type Viewer } from '../../platform/policy/viewer.ts';
import type { ReferralActor, ReferralState } from './referral.words.ts';

/** What the rules know of a referral. */
export interface ReferralFacts {
  readonly state: ReferralState;
  /** Null once they left and nobody else serves the client yet. */
  readonly referrerId: string | null;
  readonly referringOrganisationId: string;
  readonly receivingOrganisationId: string;
  readonly assigneeId: string | null;
  /** Since when the receiver has no copy of it. */
  readonly receiverErasedAt: Date | null;
}

/** Of these the receiver knows nothing (its tier begins at SENT). */
const unsent: readonly ReferralState[] = ['DRAFT', 'AWAITING_CONSENT'];

/** What stays of an erased one is a row for statistics: nobody stands on a side of it. */
const isErased = ({ state }: ReferralFacts): boolean => state === 'ERASED';

const isReferrer = (viewer: Viewer, referral: ReferralFacts): boolean =>
  !isErased(referral) &&
  viewer.personId === referral.referrerId &&
  holds(viewer, referral.referringOrganisationId, 'CASEWORKER');

/** The referrer, or the colleague who stands in while the referrer is away. */
const answersFor = (viewer: Viewer, referral: ReferralFacts): boolean =>
  isReferrer(viewer, referral) ||
  (referral.referrerId !== null &&
    standsInFor(viewer, referral.referringOrganisationId, referral.referrerId));

const isReferrerManager = (viewer: Viewer, referral: ReferralFacts): boolean =>
  !isErased(referral) && holds(viewer, referral.referringOrganisationId, 'MANAGER');

const isCoordinator = (viewer: Viewer, referral: ReferralFacts): boolean =>
  referral.receiverErasedAt === null && holds(viewer, referral.receivingOrganisationId, 'COORDINATOR');

const isAssigned = (viewer: Viewer, referral: ReferralFacts): boolean =>
  viewer.personId === referral.assigneeId && holds(viewer, referral.receivingOrganisationId, 'VOLUNTEER');

/** As whom, in the words of the table of moves, someone stands to a referral. */
export const actorsOf = (viewer: Viewer, referral: ReferralFacts): ReadonlySet<ReferralActor> => {
  const roles: readonly (readonly [ReferralActor, boolean])[] = [
    ['referrer', answersFor(viewer, referral)],
    ['referrerManager', isReferrerManager(viewer, referral)],
    ['coordinator', isCoordinator(viewer, referral)],
    ['volunteerAssigned', isAssigned(viewer, referral)],
    ['dpo', holds(viewer, referral.referringOrganisationId, 'DATA_PROTECTION_OFFICER')],
    ['system', isSystem(viewer)],
  ];
  return new Set(roles.filter(([, holdsRole]) => holdsRole).map(([actor]) => actor));
};

/** While these last, whom it was given to sees whom to meet. */
const open: readonly ReferralState[] = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'];

/** Whether the viewer is the volunteer to whom it is given now. */
export const serves = (viewer: Viewer, referral: ReferralFacts): boolean =>
  isAssigned(viewer, referral) && open.includes(referral.state);

/** Whether the viewer receives it: their organisation was sent it. */
export const receives = (viewer: Viewer, referral: ReferralFacts): boolean =>
  isCoordinator(viewer, referral) && !unsent.includes(referral.state);

/** On whose side the viewer stands, the referring one first; null for outsiders. */
export const sideOf = (viewer: Viewer, referral: ReferralFacts): 'SENT' | 'RECEIVED' | null => {
  if (answersFor(viewer, referral) || isReferrerManager(viewer, referral)) return 'SENT';
  return receives(viewer, referral) || serves(viewer, referral) ? 'RECEIVED' : null;
};

/**
 * Who may try a move (permission matrix: referral.*); whether the state allows it is the machine's say. The network
 * admin and other caseworkers stand in no rule.
 */
export const referralPolicy = definePolicy('referral', {
  list: (viewer, _all: null) => viewer.kind !== 'anonymous',

  read: (viewer, referral: ReferralFacts) => isSystem(viewer) || sideOf(viewer, referral) !== null,

  submitForConsent: isReferrer,
  confirmConsent: isReferrer,
  refuseConsent: isReferrer,
  replyInfo: answersFor,
  send: isReferrer,
  reroute: isReferrer,
  discardDraft: isReferrer,

  accept: isCoordinator,

  /** Give what one of the organisation's people has to another of them; the subject is its id. */
  handOver: (viewer, organisationId: string) => holds(viewer, organisationId, 'COORDINATOR'),

  assign: isCoordinator,
  reassign: isReferrerManager,
  askDetail: isCoordinator,
  grantDetail: isReferrer,
  refuseDetail: isReferrer,
  askInfo: isCoordinator,
  waitlist: isCoordinator,
  decline: isCoordinator,
  hold: isCoordinator,
  resume: isCoordinator,
  close: isCoordinator,

  reopen: (viewer, referral: ReferralFacts) =>
    isCoordinator(viewer, referral) || answersFor(viewer, referral),

  /** A message on it, from either side; the municipality's manager reads along. */
  sendMessage: (viewer, referral: ReferralFacts) =>
    answersFor(viewer, referral) || receives(viewer, referral) || serves(viewer, referral),

  recordFirstContact: (viewer, referral: ReferralFacts) =>
    isCoordinator(viewer, referral) || isAssigned(viewer, referral),

  /** Give the client a place on a date (permission matrix: referral.recordContact/attendance). */
  signUp: (viewer, referral: ReferralFacts) =>
    isCoordinator(viewer, referral) || isAssigned(viewer, referral),

  withdraw: (viewer, referral: ReferralFacts) =>
    answersFor(viewer, referral) || isReferrerManager(viewer, referral),

  /** Tier 1: the receiver, or the volunteer to whom it is given, with a strong sign-in. The referrer reads it on the client. */
  readIdentity: (viewer, referral: ReferralFacts) =>
    (receives(viewer, referral) || serves(viewer, referral)) && viewer.assurance === 'STRONG',
});
