import { deny, definePolicy, type Verdict } from '../../platform/policy/policy.ts';
import { holds, isNetworkAdmin, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';

/** What the rules know of a client. */
interface ClientFacts {
  readonly organisationId: string;
  readonly caseworkerId: string | null;
}

const isOfficer = (viewer: Viewer, { organisationId }: { readonly organisationId: string }): boolean =>
  holds(viewer, organisationId, 'DATA_PROTECTION_OFFICER');

const serves = (viewer: Viewer, client: ClientFacts): boolean =>
  viewer.personId === client.caseworkerId && holds(viewer, client.organisationId, 'CASEWORKER');

const whenStrong = (viewer: Viewer): Verdict =>
  viewer.assurance === 'STRONG' ||
  deny('STRONG_SIGN_IN_NEEDED', 'Sign in with a strong method to see or change who a client is.');

/** The rights of clients, and rules about how personal data are kept (permission matrix: subject.export, erase, consent.revoke). */
export const protectionPolicy = definePolicy('protection', {
  /** Those who answer for it, and those who keep the installation: it tells of fields and of no person. */
  readRecord: (viewer, _all: null) =>
    isNetworkAdmin(viewer) || organisationsOf(viewer, 'DATA_PROTECTION_OFFICER').length > 0,

  /** When the log was sealed and verified; nothing of what stands in it. */
  readLogState: (viewer, _all: null) =>
    isNetworkAdmin(viewer) || organisationsOf(viewer, 'DATA_PROTECTION_OFFICER').length > 0,

  /** The queue of their own municipality. */
  listRequests: (viewer, _all: null) => organisationsOf(viewer, 'DATA_PROTECTION_OFFICER').length > 0,

  /** Put down what a client asked for. */
  createRequest: (viewer, client: ClientFacts) => serves(viewer, client) || isOfficer(viewer, client),

  /** To answer is to look at who the client is, or to erase them. */
  decideRequest: (viewer, request: { readonly organisationId: string }) =>
    isOfficer(viewer, request) && whenStrong(viewer),

  readDetails: (viewer, request: { readonly organisationId: string }) =>
    isOfficer(viewer, request) && whenStrong(viewer),

  exportSubject: (viewer, client: ClientFacts) =>
    (serves(viewer, client) || isOfficer(viewer, client)) && whenStrong(viewer),
});
