import type { MemberRole } from '../../platform/policy/viewer.ts';

/** What someone looked at or changed a client's data for, as the client is told it. */
export const accessPurposes = [
  'SERVICE',
  'SUPERVISION',
  'IDENTITY',
  'CONSENT',
  'REFERRAL',
  'RIGHTS',
  'EMERGENCY',
  'OWN_LINK',
  'UPKEEP',
] as const;
export type AccessPurpose = (typeof accessPurposes)[number];

export interface AccessFacts {
  readonly action: string;
  readonly viewerKind: string;
  /** As the log has it: 'web', 'job:…'. */
  readonly channel: string;
  readonly roles: readonly MemberRole[];
}

/** Whoever leads a municipality, and does not serve its clients, looks to lead. */
const supervises = (roles: readonly MemberRole[]): boolean =>
  roles.includes('MANAGER') && !roles.includes('CASEWORKER');

const identityActions = ['client.readIdentity', 'referral.readIdentity'];
const emergencyActions = ['client.breakGlass', 'client.reviewEmergency'];
const consentActions = [
  'client.readConsents',
  'client.recordConsent',
  'client.withdrawConsent',
  'client.consentRanOut',
  'clientLink.create',
];

/** The purpose of a line of the log, out of what was done, by which way and in which role. */
export const purposeOf = ({ action, viewerKind, channel, roles }: AccessFacts): AccessPurpose => {
  if (channel === 'client.link') return 'OWN_LINK';
  if (viewerKind === 'system') return 'UPKEEP';
  if (action.startsWith('protection.') || action === 'client.readAccessLog') return 'RIGHTS';
  // Whoever leads sees who a client is in an emergency alone.
  if (emergencyActions.includes(action) || (action === 'client.readIdentity' && supervises(roles)))
    return 'EMERGENCY';
  if (identityActions.includes(action)) return 'IDENTITY';
  if (consentActions.includes(action)) return 'CONSENT';
  if (supervises(roles)) return 'SUPERVISION';
  return action.startsWith('referral.') ? 'REFERRAL' : 'SERVICE';
};
