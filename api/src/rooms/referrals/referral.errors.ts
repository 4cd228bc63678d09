import { HubError } from '../../platform/errors/hub-error.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { exposedMoves } from './referral.exposed.ts';
import type { ReferralRow } from './referral.row.ts';
import { openMovesOf } from './referral.view.ts';

/** What someone needs to go on after a refused move. */
const factsFor = (viewer: Viewer, referral: ReferralRow, now: Date) => ({
  version: referral.version,
  state: referral.state,
  moves: openMovesOf(viewer, referral, now).map((action) => exposedMoves[action]),
});

export const staleVersion = (viewer: Viewer, referral: ReferralRow, now: Date): HubError =>
  new HubError(
    'CONFLICT',
    'STALE_VERSION',
    'Someone changed this referral meanwhile. Reload it and decide again.',
    {
      facts: factsFor(viewer, referral, now),
    },
  );

export const moveNotAllowed = (viewer: Viewer, referral: ReferralRow, now: Date): HubError =>
  new HubError(
    'CONFLICT',
    'MOVE_NOT_ALLOWED',
    'The referral’s state does not allow this. Choose one of the moves it has.',
    {
      facts: factsFor(viewer, referral, now),
    },
  );

/** `referralId` is given where the viewer may see that referral. */
export const alreadyReferred = (referralId: string | null): HubError =>
  new HubError(
    'CONFLICT',
    'ALREADY_REFERRED',
    'A referral of this client to this offering is under way. Go on with that one.',
    {
      fields: [
        {
          path: 'input.offeringId',
          reason: 'ALREADY_REFERRED',
          message: 'A referral of this client to this offering is under way.',
        },
      ],
      ...(referralId && { facts: { referralId } }),
    },
  );

/** What stands in the way of handing a client over. */
export type ObstacleReason =
  | 'NO_AGREEMENT'
  | 'NOT_TAKING_REFERRALS'
  | 'OFFERING_ENDED'
  | 'ALREADY_REFERRED'
  | 'CONSENT_NEEDED'
  | 'CONSENT_MISSING'
  | 'CONSENT_EXPIRED'
  | 'CONSENT_SCOPE';

export const obstacleMessages: Readonly<Record<ObstacleReason, string>> = {
  NO_AGREEMENT:
    'The organisation has no valid partner agreement, so it receives no referrals. Ask it to accept the terms.',
  NOT_TAKING_REFERRALS: 'This offering takes no referrals now. Choose another one.',
  OFFERING_ENDED: 'This offering has no coming dates. Choose another one.',
  ALREADY_REFERRED: 'A referral of this client to this offering is under way. Go on with that one.',
  CONSENT_NEEDED: 'Ask the client’s consent before the referral is sent.',
  CONSENT_MISSING: 'The client has not consented to tell this organisation. Record the consent first.',
  CONSENT_EXPIRED: 'The client’s consent has run out or was withdrawn. Ask the client again.',
  CONSENT_SCOPE: 'The consent must cover the given name and the contact. Ask the client again.',
};

export const obstacle = (reason: ObstacleReason, path?: string): HubError => {
  const message = obstacleMessages[reason];
  return new HubError('CONFLICT', reason, message, path ? { fields: [{ path, reason, message }] } : {});
};

/** As the receiver is told it, without why. */
export const consentEnded = (): HubError =>
  new HubError(
    'CONFLICT',
    'CONSENT_EXPIRED',
    'The consent behind this referral has ended, so it cannot be accepted any more.',
  );
