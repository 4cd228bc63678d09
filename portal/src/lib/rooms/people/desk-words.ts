import {
  domain_role_admin,
  domain_role_caseworker,
  domain_role_coordinator,
  domain_role_data_protection_officer,
  domain_role_expert,
  domain_role_manager,
  domain_role_volunteer,
} from '#lib/paraglide/messages.js';

/** The word of each role. */
export const roleWords = {
  COORDINATOR: domain_role_coordinator,
  VOLUNTEER: domain_role_volunteer,
  CASEWORKER: domain_role_caseworker,
  MANAGER: domain_role_manager,
  EXPERT: domain_role_expert,
  ADMIN: domain_role_admin,
  DATA_PROTECTION_OFFICER: domain_role_data_protection_officer,
} as const;

export type Role = keyof typeof roleWords;

export function isRole(value: string): value is Role {
  return Object.hasOwn(roleWords, value);
}

/** The roles that those who lead an organisation may give in it, by its kind; the API has the last word. */
export function rolesToGive(kind: string): Role[] {
  const municipal: Role[] = ['CASEWORKER', 'MANAGER', 'EXPERT', 'DATA_PROTECTION_OFFICER'];
  const hosting: Role[] = ['COORDINATOR', 'VOLUNTEER'];
  if (kind === 'CITY' || kind === 'MUNICIPALITY') return municipal;
  return kind === 'AUTHORITY' ? [...hosting, ...municipal] : hosting;
}
