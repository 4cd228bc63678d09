/** Roles a person can hold in an organisation (DOMAIN.md §2). */
export const memberRoles = [
  'COORDINATOR',
  'VOLUNTEER',
  'CASEWORKER',
  'MANAGER',
  'EXPERT',
  'ADMIN',
  'DATA_PROTECTION_OFFICER',
] as const;
export type MemberRole = (typeof memberRoles)[number];

/** How sure we are who signed in: LINK by mail, STRONG by passkey, TOTP or OpenID Connect. */
export const assurances = ['NONE', 'LINK', 'STRONG'] as const;
export type Assurance = (typeof assurances)[number];

export interface ViewerMembership {
  readonly organisationId: string;
  readonly role: MemberRole;
  /** Set for a city or municipality: the three-digit code. */
  readonly municipalityCode: string | null;
}

/** A colleague who is away, and in which municipality. */
export interface StandIn {
  readonly organisationId: string;
  readonly caseworkerId: string;
}

/**
 * Who asks. First argument of every service method. A `system` viewer is a job, a seed or an import;
 * an `anonymous` one has no account.
 */
export interface Viewer {
  readonly kind: 'anonymous' | 'person' | 'system';
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly assurance: Assurance;
  readonly memberships: readonly ViewerMembership[];
  /** For which caseworkers the viewer stands in now, while they are away. */
  readonly standsInFor?: readonly StandIn[];
  /** BCP-47; the language of answers that are texts of ours. */
  readonly languageTag: string;
  /** What for, as the audit names it: 'web', 'seed', 'job:…', 'import:…'. */
  readonly purpose: string;
}

export const anonymousViewer = (languageTag = 'fi'): Viewer => ({
  kind: 'anonymous',
  personId: null,
  sessionId: null,
  assurance: 'NONE',
  memberships: [],
  languageTag,
  purpose: 'web',
});

export const systemViewer = (purpose: string): Viewer => ({ ...anonymousViewer(), kind: 'system', purpose });

/** The organisations in which the viewer holds one of the roles; any role when none is named. */
export const organisationsOf = (viewer: Viewer, ...roles: MemberRole[]): string[] => [
  ...new Set(
    viewer.memberships
      .filter((membership) => roles.length === 0 || roles.includes(membership.role))
      .map((membership) => membership.organisationId),
  ),
];

export const holds = (viewer: Viewer, organisationId: string, ...roles: MemberRole[]): boolean =>
  organisationsOf(viewer, ...roles).includes(organisationId);

export const isNetworkAdmin = (viewer: Viewer): boolean =>
  viewer.memberships.some((membership) => membership.role === 'ADMIN');

export const isSystem = (viewer: Viewer): boolean => viewer.kind === 'system';

/** The caseworkers for whom the viewer, a caseworker of the same municipality, stands in now. */
export const standInsOf = (viewer: Viewer): StandIn[] =>
  (viewer.standsInFor ?? []).filter(({ organisationId }) => holds(viewer, organisationId, 'CASEWORKER'));

export const standsInFor = (viewer: Viewer, organisationId: string, caseworkerId: string): boolean =>
  standInsOf(viewer).some(
    (away) => away.organisationId === organisationId && away.caseworkerId === caseworkerId,
  );
