import { deny, definePolicy, type Verdict } from '../../platform/policy/policy.ts';
import { holds, isSystem, standsInFor, type Viewer } from '../../platform/policy/viewer.ts';

/** What the rules know of a client. */
export interface ClientFacts {
  readonly organisationId: string;
  /** Null once they left and nobody else serves the client yet. */
  readonly caseworkerId: string | null;
}

const isOwn = (viewer: Viewer, client: ClientFacts): boolean =>
  viewer.personId === client.caseworkerId && holds(viewer, client.organisationId, 'CASEWORKER');

const manages = (viewer: Viewer, client: ClientFacts): boolean =>
  holds(viewer, client.organisationId, 'MANAGER');

/** A colleague stands in while the caseworker is away: never for who the client is. */
const standsIn = (viewer: Viewer, client: ClientFacts): boolean =>
  client.caseworkerId !== null && standsInFor(viewer, client.organisationId, client.caseworkerId);

/** Answers clients' requests (permission matrix: consent.revoke, subject.export): rows, and who it is in an export alone. */
const answersFor = (viewer: Viewer, client: ClientFacts): boolean =>
  holds(viewer, client.organisationId, 'DATA_PROTECTION_OFFICER');

const whenStrong = (viewer: Viewer): Verdict =>
  viewer.assurance === 'STRONG' ||
  deny('STRONG_SIGN_IN_NEEDED', 'Sign in with a strong method to see or change who a client is.');

/**
 * Clients belong to their caseworker (permission matrix: client.create/read identity, consent.record,
 * consent.revoke). Who stands in for them, and the municipality's manager and data-protection officer, see rows
 * without identity; nobody else sees anything.
 */
export const clientPolicy = definePolicy('client', {
  list: (viewer, _all: null) => viewer.kind !== 'anonymous',

  read: (viewer, client: ClientFacts) =>
    isSystem(viewer) ||
    isOwn(viewer, client) ||
    standsIn(viewer, client) ||
    manages(viewer, client) ||
    answersFor(viewer, client),

  /** The subject is the municipality's id. A client comes with an identity, hence the strong sign-in. */
  create: (viewer, organisationId: string) =>
    holds(viewer, organisationId, 'CASEWORKER') && whenStrong(viewer),

  update: (viewer, client: ClientFacts) => isOwn(viewer, client),

  /** It leads to the person: whoever does not serve them has no use for it. */
  readRegisterReference: isOwn,

  readIdentity: (viewer, client: ClientFacts) => isOwn(viewer, client) && whenStrong(viewer),

  updateIdentity: (viewer, client: ClientFacts) => isOwn(viewer, client) && whenStrong(viewer),

  /** Who looked at the client's data: organisation, role, purpose and time. */
  readAccessLog: (viewer, client: ClientFacts) =>
    isOwn(viewer, client) || manages(viewer, client) || answersFor(viewer, client),

  /** The same with the employees' names. */
  readAccessLogWithPeople: (viewer, client: ClientFacts) =>
    manages(viewer, client) || answersFor(viewer, client),

  recordConsent: (viewer, client: ClientFacts) => isOwn(viewer, client),

  withdrawConsent: (viewer, client: ClientFacts) =>
    isOwn(viewer, client) ||
    standsIn(viewer, client) ||
    manages(viewer, client) ||
    answersFor(viewer, client),

  /** Give the client to a colleague: the caseworker, or whoever leads the municipality. */
  handOver: (viewer, client: ClientFacts) => isOwn(viewer, client) || manages(viewer, client),

  /** Have a colleague stand in, and end that: whoever is away, or leads the municipality. */
  delegate: (viewer, caseload: ClientFacts) => isOwn(viewer, caseload) || manages(viewer, caseload),

  /** Who serves the municipality's clients; the subject is its id. */
  readTeam: (viewer, organisationId: string) => holds(viewer, organisationId, 'CASEWORKER', 'MANAGER'),

  /** How many clients someone serves is for themselves and whoever leads the municipality. */
  readCaseload: (viewer, caseload: ClientFacts) => isOwn(viewer, caseload) || manages(viewer, caseload),

  /** See in an emergency who a client is: the manager, for a while, with a reason (matrix: tier 1, break-glass). */
  breakGlass: (viewer, client: ClientFacts) => manages(viewer, client) && whenStrong(viewer),

  /** The subject is the municipality's id. */
  readEmergencies: (viewer, organisationId: string) =>
    holds(viewer, organisationId, 'MANAGER', 'DATA_PROTECTION_OFFICER'),

  /** Nobody reviews what they did themselves (matrix: breakglass.review). */
  reviewEmergency: (viewer, emergency: { readonly organisationId: string; readonly personId: string }) => {
    if (!holds(viewer, emergency.organisationId, 'MANAGER', 'DATA_PROTECTION_OFFICER')) return false;
    return (
      viewer.personId !== emergency.personId ||
      deny('OWN_EMERGENCY', 'Somebody else reviews this: the data-protection officer or another manager.')
    );
  },

  /** Make referrals for the client. */
  refer: (viewer, client: ClientFacts) => isOwn(viewer, client),
});
