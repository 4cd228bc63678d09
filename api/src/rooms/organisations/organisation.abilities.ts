import type { Viewer } from '../../platform/policy/viewer.ts';
import { awaitsDecision } from './organisation.machine.ts';
import { organisationPolicy, type OrganisationFacts } from './organisation.policy.ts';
import type { OrganisationAbilitiesType } from './organisation.types.ts';

/** What the buttons show, by the same rules that the mutations ask. */
export const abilitiesOf = (viewer: Viewer, organisation: OrganisationFacts): OrganisationAbilitiesType => ({
  update: organisationPolicy.can(viewer, 'update', organisation),
  verify: awaitsDecision(organisation.status) && organisationPolicy.can(viewer, 'verify', organisation),
  inviteMember: organisationPolicy.can(viewer, 'inviteMember', organisation),
  acceptPartnerAgreement: organisationPolicy.can(viewer, 'acceptPartnerAgreement', organisation),
  createOffering: organisationPolicy.can(viewer, 'createOffering', organisation),
  manageIntegrations: organisationPolicy.can(viewer, 'manageIntegrations', organisation),
  seeMembers: organisationPolicy.can(viewer, 'seeMembers', organisation),
});
