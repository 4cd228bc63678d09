import {
  domain_organisation_kind_association,
  domain_organisation_kind_authority,
  domain_organisation_kind_city,
  domain_organisation_kind_congregation,
  domain_organisation_kind_municipality,
  domain_organisation_kind_school,
  domain_organisation_status_applied,
  domain_organisation_status_rejected,
  domain_organisation_status_verified,
} from '#lib/paraglide/messages.js';

/** What an organisation is. */
export const organisationKinds = {
  CITY: domain_organisation_kind_city,
  MUNICIPALITY: domain_organisation_kind_municipality,
  ASSOCIATION: domain_organisation_kind_association,
  CONGREGATION: domain_organisation_kind_congregation,
  SCHOOL: domain_organisation_kind_school,
  AUTHORITY: domain_organisation_kind_authority,
} as const;

/** Where it stands in the network. */
export const organisationStatuses = {
  APPLIED: domain_organisation_status_applied,
  VERIFIED: domain_organisation_status_verified,
  REJECTED: domain_organisation_status_rejected,
} as const;
