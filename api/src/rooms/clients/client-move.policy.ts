import { deny, definePolicy, type Verdict } from '../../platform/policy/policy.ts';
import { holds, type Viewer } from '../../platform/policy/viewer.ts';
import type { ClientFacts } from './client.policy.ts';

/** What the rules know of an offered client. */
export interface ClientMoveFacts {
  readonly fromOrganisationId: string;
  readonly toOrganisationId: string;
  readonly offererId: string;
}

const whenStrong = (viewer: Viewer): Verdict =>
  viewer.assurance === 'STRONG' ||
  deny('STRONG_SIGN_IN_NEEDED', 'Sign in with a strong method to give or take who a client is.');

/**
 * A client goes to another municipality with who they are: the caseworker offers, a caseworker there takes over (decision
 * record 0023).
 */
export const clientMovePolicy = definePolicy('client', {
  move: (viewer, client: ClientFacts) =>
    viewer.personId === client.caseworkerId &&
    holds(viewer, client.organisationId, 'CASEWORKER') &&
    whenStrong(viewer),

  acceptMove: (viewer, move: ClientMoveFacts) =>
    holds(viewer, move.toOrganisationId, 'CASEWORKER') && whenStrong(viewer),

  declineMove: (viewer, move: ClientMoveFacts) =>
    holds(viewer, move.toOrganisationId, 'CASEWORKER', 'MANAGER'),

  cancelMove: (viewer, move: ClientMoveFacts) =>
    holds(viewer, move.fromOrganisationId, 'MANAGER') ||
    (viewer.personId === move.offererId && holds(viewer, move.fromOrganisationId, 'CASEWORKER')),
});
