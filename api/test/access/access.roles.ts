/** The columns of the matrix, in its order. */
export const accessRoles = [
  'anonymous',
  'volunteer',
  'coordinator',
  'otherCoordinator',
  'caseworker',
  'otherCaseworker',
  'manager',
  'expert',
  'admin',
  'dpo',
] as const;

/**
 * Who asks: `volunteer` and `coordinator` belong to the association that receives the referral, `otherCoordinator`
 * to another one; `caseworker` takes care of the client, `otherCaseworker`, `manager`, `expert` and `dpo` work in the
 * same municipality; `admin` keeps the network.
 */
export type AccessRole = (typeof accessRoles)[number];

/** Those who work in the municipality. */
export const municipalRoles: readonly AccessRole[] = [
  'caseworker',
  'otherCaseworker',
  'manager',
  'expert',
  'dpo',
];
