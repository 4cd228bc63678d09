/** Organisations: who belongs to the network, who may receive referrals, and under which terms. */
import type { Room } from '../../platform/room.ts';
import { keepTombstones } from '../../platform/tombstones/tombstone.ts';
import { organisationPersonalData } from './organisation.personal-data.ts';
import { MembershipOrganisationResolver, OrganisationMemberResolver } from './member.fields.ts';
import { Organisation, OrganisationLogo, PartnerAgreement } from './organisation.entity.ts';
import {
  OrganisationFieldResolver,
  PartnerAgreementResolver,
  PartnerTermsResolver,
} from './organisation.fields.ts';
import { OrganisationResolver } from './organisation.resolver.ts';

export { PartnerAgreements } from './agreement.service.ts';
export { OrganisationApplications } from './organisation.apply.ts';
export { OrganisationDecisions } from './organisation.decide.ts';
export { Organisation, PartnerAgreement } from './organisation.entity.ts';
export { OrganisationFounding, type FoundingInput } from './organisation.found.ts';
export { organisationLoader, partnerAgreementLoader } from './organisation.loaders.ts';
export { logoOf } from './organisation.logo.ts';
export { readListedOrganisations } from './organisation.listed.ts';
export { organisationPolicy, type OrganisationFacts } from './organisation.policy.ts';
export type { OrganisationRow } from './organisation.read.ts';
export { OrganisationService } from './organisation.service.ts';
export { OrganisationConnectionType, OrganisationType, PartnerAgreementType } from './organisation.types.ts';
export type { OrganisationKind, OrganisationStatus } from './organisation.words.ts';
export {
  countOpenOrganisations,
  readOpenOrganisations,
  type OpenOrganisation,
  type OpenOrganisationFilter,
} from './open.read.ts';
export { OrganisationProfiles } from './organisation.update.ts';
export { partnerTerms } from './partner-terms.ts';

export const organisationsRoom: Room = {
  name: 'organisations',
  entities: [Organisation, OrganisationLogo, PartnerAgreement],
  personalData: organisationPersonalData,
  resolvers: [
    OrganisationResolver,
    OrganisationFieldResolver,
    OrganisationMemberResolver,
    MembershipOrganisationResolver,
    PartnerAgreementResolver,
    PartnerTermsResolver,
  ],
  sql: [...keepTombstones('organisations')],
  publicTables: ['organisations', 'organisation_logos'],
};
