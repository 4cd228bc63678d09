import { deny, definePolicy, type Verdict } from '../../platform/policy/policy.ts';
import { holds, isSystem, type Viewer } from '../../platform/policy/viewer.ts';

/** What the rules know of a client. */
export interface ClientFacts {
  readonly organisationId: string;
  readonly caseworkerId: string;
}

const isOwn = (viewer: Viewer, client: ClientFacts): boolean =>
  viewer.personId === client.caseworkerId && holds(viewer, client.organisationId, 'CASEWORKER');

const manages = (viewer: Viewer, client: ClientFacts): boolean =>
  holds(viewer, client.organisationId, 'MANAGER');

const whenStrong = (viewer: Viewer): Verdict =>
  viewer.assurance === 'STRONG' ||
  deny('STRONG_SIGN_IN_NEEDED', 'Sign in with a strong method to see or change who a client is.');

/**
 * Clients belong to their caseworker (permission matrix: client.create/read identity, consent.record,
 * consent.revoke). The municipality's manager sees rows without identity; nobody else sees anything.
 */
export const clientPolicy = definePolicy('client', {
  list: (viewer, _all: null) => viewer.kind !== 'anonymous',

  read: (viewer, client: ClientFacts) => isSystem(viewer) || isOwn(viewer, client) || manages(viewer, client),

  /** The subject is the municipality's id. A client comes with an identity, hence the strong sign-in. */
  create: (viewer, organisationId: string) =>
    holds(viewer, organisationId, 'CASEWORKER') && whenStrong(viewer),

  update: (viewer, client: ClientFacts) => isOwn(viewer, client),

  /** It leads to the person: whoever does not serve them has no use for it. */
  readRegisterReference: isOwn,

  readIdentity: (viewer, client: ClientFacts) => isOwn(viewer, client) && whenStrong(viewer),

  updateIdentity: (viewer, client: ClientFacts) => isOwn(viewer, client) && whenStrong(viewer),

  recordConsent: (viewer, client: ClientFacts) => isOwn(viewer, client),

  withdrawConsent: (viewer, client: ClientFacts) => isOwn(viewer, client) || manages(viewer, client),

  /** Make referrals for the client. */
  refer: (viewer, client: ClientFacts) => isOwn(viewer, client),
});
