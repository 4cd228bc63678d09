import {
  domain_organisation_kind_association,
  domain_organisation_kind_authority,
  domain_organisation_kind_city,
  domain_organisation_kind_congregation,
  domain_organisation_kind_municipality,
  domain_organisation_kind_school,
} from '#lib/paraglide/messages.js';

/** What sort of organisation it is. */
export const organisationKindWords = {
  ASSOCIATION: domain_organisation_kind_association,
  CONGREGATION: domain_organisation_kind_congregation,
  SCHOOL: domain_organisation_kind_school,
  AUTHORITY: domain_organisation_kind_authority,
  CITY: domain_organisation_kind_city,
  MUNICIPALITY: domain_organisation_kind_municipality,
};

export type OrganisationKind = keyof typeof organisationKindWords;

/** Kinds that apply on the public page; cities and municipalities belong to the network from the start. */
export const kindsThatApply = ['ASSOCIATION', 'CONGREGATION', 'SCHOOL', 'AUTHORITY'] as const;
