import { deny, definePolicy } from '../../platform/policy/policy.ts';
import type { AccountFacts } from './account.facts.ts';
import {
  holds,
  isNetworkAdmin,
  isSystem,
  organisationsOf,
  type MemberRole,
  type Viewer,
} from '../../platform/policy/viewer.ts';

/** What the rules know of the organisation that a membership is about. */
export interface MemberFacts {
  readonly organisationId: string;
  /** A city or municipality, led by its managers; others are led by coordinators, an authority by both. */
  readonly organisationKind: string;
  readonly isVerified: boolean;
  readonly role: MemberRole;
  /** Whether the membership is the viewer's own, or would be. */
  readonly isSelf: boolean;
}

const givenBy = {
  COORDINATOR: ['COORDINATOR', 'VOLUNTEER'],
  MANAGER: ['CASEWORKER', 'MANAGER', 'EXPERT', 'DATA_PROTECTION_OFFICER'],
} as const satisfies Partial<Record<MemberRole, readonly MemberRole[]>>;

type LeadingRole = keyof typeof givenBy;

const leadingRoles = (organisationKind: string): readonly LeadingRole[] => {
  if (organisationKind === 'CITY' || organisationKind === 'MUNICIPALITY') return ['MANAGER'];
  return organisationKind === 'AUTHORITY' ? ['COORDINATOR', 'MANAGER'] : ['COORDINATOR'];
};

const leads = (viewer: Viewer, { organisationId, organisationKind }: MemberFacts): boolean =>
  holds(viewer, organisationId, ...leadingRoles(organisationKind));

const mayGive = (viewer: Viewer, { organisationId, organisationKind, role }: MemberFacts): boolean =>
  leadingRoles(organisationKind).some(
    (leading) =>
      holds(viewer, organisationId, leading) && (givenBy[leading] as readonly MemberRole[]).includes(role),
  );

/** Roles that see no client's data: all that a network admin may give to themselves. */
const withoutClients: readonly MemberRole[] = ['ADMIN', 'EXPERT'];

const noClientsForAdmins = deny('NO_CLIENT_ACCESS', 'A network admin cannot take a role that sees clients.');
const notVerified = deny('NOT_VERIFIED', 'The network has not verified this organisation yet.');

export const memberPolicy = definePolicy('people', {
  inviteMember: (viewer, member: MemberFacts) => {
    const isAdmin = isNetworkAdmin(viewer);
    if (isAdmin && member.isSelf && !withoutClients.includes(member.role)) return noClientsForAdmins;
    if (!isSystem(viewer) && !isAdmin && !mayGive(viewer, member)) return false;
    return member.isVerified || notVerified;
  },

  revokeInvitation: (viewer, member: MemberFacts) =>
    isSystem(viewer) || isNetworkAdmin(viewer) || mayGive(viewer, member),

  /** One may always leave; those who lead remove anyone but a network admin. */
  removeMember: (viewer, member: MemberFacts) =>
    isSystem(viewer) ||
    isNetworkAdmin(viewer) ||
    member.isSelf ||
    (leads(viewer, member) && member.role !== 'ADMIN'),

  /** What somebody holds by their role: their own, and of those whom one leads. The network admin hears of no clients. */
  readHoldings: (viewer, member: MemberFacts) => member.isSelf || leads(viewer, member),
});

const strongFirst = deny('STRONG_SESSION_NEEDED', 'Sign in strongly before you change who may sign in.');

/** Whether the viewer leads every organisation that the account has a role in: less is another's business too. */
const leadsAll = (viewer: Viewer, { memberships }: AccountFacts): boolean =>
  memberships.length > 0 &&
  memberships.every(
    ({ organisationId, organisationKind, role }) =>
      role !== 'ADMIN' && holds(viewer, organisationId, ...leadingRoles(organisationKind)),
  );

export const accountPolicy = definePolicy('people', {
  /** On the person's word, never one's own: whoever lost theirs asks somebody who knows them. */
  resetSignIn: (viewer, account: AccountFacts) => {
    if (viewer.personId === account.id) return false;
    if (!isNetworkAdmin(viewer) && !leadsAll(viewer, account)) return false;
    return viewer.assurance === 'STRONG' || strongFirst;
  },

  /** One's own account one may close however one signed in; another's needs the network admin, strongly signed in. */
  closeAccount: (viewer, account: AccountFacts) => {
    if (viewer.personId === account.id) return true;
    if (!isNetworkAdmin(viewer)) return false;
    return viewer.assurance === 'STRONG' || strongFirst;
  },
});

export const accountAbilities = (
  viewer: Viewer,
  account: AccountFacts | null,
): { resetSignIn: boolean; closeAccount: boolean } => ({
  resetSignIn: account !== null && accountPolicy.can(viewer, 'resetSignIn', account),
  closeAccount: account !== null && accountPolicy.can(viewer, 'closeAccount', account),
});

export const personPolicy = definePolicy('people', {
  listPeople: (viewer, _everyone: null) => isSystem(viewer) || isNetworkAdmin(viewer),

  updateProfile: (viewer, person: { readonly id: string }) => viewer.personId === person.id,

  /** Ways to sign in are one's own business: no role changes another's here. */
  manageSignIn: (viewer, person: { readonly id: string }) => viewer.personId === person.id,

  readEmail: (viewer, person: { readonly id: string; readonly organisationIds: readonly string[] }) =>
    isSystem(viewer) ||
    isNetworkAdmin(viewer) ||
    viewer.personId === person.id ||
    person.organisationIds.some((id) => holds(viewer, id, 'COORDINATOR', 'MANAGER')),

  openAssociationDesk: (viewer, _desk: null) =>
    organisationsOf(viewer, 'COORDINATOR', 'VOLUNTEER').length > 0,
  openCaseworkerDesk: (viewer, _desk: null) => organisationsOf(viewer, 'CASEWORKER', 'MANAGER').length > 0,
  /** What a municipality has under way, for whoever leads it. */
  openManagerDesk: (viewer, _desk: null) => organisationsOf(viewer, 'MANAGER').length > 0,
  openProtectionDesk: (viewer, _desk: null) => organisationsOf(viewer, 'DATA_PROTECTION_OFFICER').length > 0,
  openAdminDesk: (viewer, _desk: null) => isNetworkAdmin(viewer),
});
