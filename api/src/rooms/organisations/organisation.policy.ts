import { deny, definePolicy } from '../../platform/policy/policy.ts';
import {
  holds,
  isNetworkAdmin,
  isSystem,
  type MemberRole,
  type Viewer,
} from '../../platform/policy/viewer.ts';
import type { OrganisationKind, OrganisationStatus } from './organisation.words.ts';

/** What the rules know of an organisation. */
export interface OrganisationFacts {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly status: OrganisationStatus;
}

const leaders: Record<OrganisationKind, readonly MemberRole[]> = {
  CITY: ['MANAGER'],
  MUNICIPALITY: ['MANAGER'],
  AUTHORITY: ['COORDINATOR', 'MANAGER'],
  ASSOCIATION: ['COORDINATOR'],
  CONGREGATION: ['COORDINATOR'],
  SCHOOL: ['COORDINATOR'],
};

/** Whoever answers for the organisation: a municipality's manager, another one's coordinator. */
const leads = (viewer: Viewer, { id, kind }: OrganisationFacts): boolean =>
  holds(viewer, id, ...leaders[kind]);

const notVerified = deny('NOT_VERIFIED', 'The network has not verified this organisation yet.');

export const organisationPolicy = definePolicy('organisation', {
  read: (viewer, organisation: OrganisationFacts) =>
    organisation.status === 'VERIFIED' ||
    isNetworkAdmin(viewer) ||
    isSystem(viewer) ||
    holds(viewer, organisation.id),

  apply: (_viewer, _kind: OrganisationKind) => true,

  /** Founding without application: seeds and imports. */
  found: (viewer, _kind: OrganisationKind) => isSystem(viewer),

  update: (viewer, organisation: OrganisationFacts) =>
    isNetworkAdmin(viewer) || isSystem(viewer) || leads(viewer, organisation),

  verify: (viewer, _organisation: OrganisationFacts) => isNetworkAdmin(viewer) || isSystem(viewer),

  /** Only those who answer for the organisation bind it; the network cannot accept on its behalf. */
  acceptPartnerAgreement: (viewer, organisation: OrganisationFacts) => {
    if (!isSystem(viewer) && !leads(viewer, organisation)) return false;
    return organisation.status === 'VERIFIED' || notVerified;
  },

  inviteMember: (viewer, organisation: OrganisationFacts) => {
    if (!isSystem(viewer) && !isNetworkAdmin(viewer) && !leads(viewer, organisation)) return false;
    return organisation.status === 'VERIFIED' || notVerified;
  },

  createOffering: (viewer, organisation: OrganisationFacts) => {
    if (!isSystem(viewer) && !isNetworkAdmin(viewer) && !holds(viewer, organisation.id, 'COORDINATOR'))
      return false;
    return organisation.status === 'VERIFIED' || notVerified;
  },

  /** API keys, webhooks and their log. A key must not make keys: whoever finds one could not be shut out any more. */
  manageIntegrations: (viewer, organisation: OrganisationFacts) => {
    const isMachine = viewer.purpose.startsWith('key:');
    if (isMachine || !(isSystem(viewer) || isNetworkAdmin(viewer) || leads(viewer, organisation)))
      return false;
    return organisation.status === 'VERIFIED' || notVerified;
  },

  seeMembers: (viewer, organisation: OrganisationFacts) =>
    isNetworkAdmin(viewer) || isSystem(viewer) || leads(viewer, organisation),

  /** The agreement, and why there are no referrals. */
  seeAgreement: (viewer, organisation: OrganisationFacts) =>
    isNetworkAdmin(viewer) || isSystem(viewer) || holds(viewer, organisation.id),
});
