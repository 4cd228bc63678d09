import { deny, definePolicy } from '../../platform/policy/policy.ts';
import {
  isNetworkAdmin,
  isSystem,
  organisationsOf,
  type MemberRole,
  type Viewer,
} from '../../platform/policy/viewer.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import type { OfferingRow } from './offering.row.ts';

export type OfferingFacts = Pick<
  OfferingRow,
  'organisationId' | 'hostIds' | 'status' | 'isPublic' | 'takesReferrals'
>;
/** With whether the network has verified its organisation. */
export type PublishingFacts = OfferingFacts & { readonly isVerified: boolean };
export type OccurrenceFacts = Pick<OccurrenceRow, 'hostIds' | 'status' | 'isPublic' | 'startsAt'>;

const isHost = (
  viewer: Viewer,
  { hostIds }: Pick<OfferingFacts, 'hostIds'>,
  ...roles: MemberRole[]
): boolean => organisationsOf(viewer, ...roles).some((id) => hostIds.includes(id));

const serves = (viewer: Viewer): boolean => isNetworkAdmin(viewer) || isSystem(viewer);

const coordinates = (viewer: Viewer, facts: Pick<OfferingFacts, 'hostIds'>): boolean =>
  serves(viewer) || isHost(viewer, facts, 'COORDINATOR');

/** Co-hosts edit; whether it is shown at all is for the organisation that answers for it. */
const answersFor = (viewer: Viewer, { organisationId }: OfferingFacts): boolean =>
  serves(viewer) || organisationsOf(viewer, 'COORDINATOR').includes(organisationId);

/** Rows of `offering.write` and `referral.create` in the permission matrix. */
export const offeringPolicy = definePolicy('offering', {
  read: (viewer, offering: Pick<OfferingFacts, 'hostIds' | 'isPublic'>) =>
    offering.isPublic || serves(viewer) || isHost(viewer, offering),

  update: (viewer, offering: OfferingFacts) => coordinates(viewer, offering),

  changeHosts: (viewer, offering: OfferingFacts) =>
    answersFor(viewer, offering) ||
    deny('NOT_THE_ORGANISATION', 'Only the organisation itself chooses its co-hosts.'),

  publish: (viewer, offering: PublishingFacts) => {
    if (!answersFor(viewer, offering)) return false;
    return offering.isVerified || deny('NOT_VERIFIED', 'The network has not verified this organisation yet.');
  },

  archive: (viewer, offering: OfferingFacts) => answersFor(viewer, offering),

  /** Whoever has clients of their own may refer them. */
  refer: (viewer, offering: OfferingFacts) =>
    offering.status === 'PUBLISHED' &&
    offering.takesReferrals &&
    organisationsOf(viewer, 'CASEWORKER').length > 0,

  /** Names of those who signed up are the hosts' business, not the network's. */
  seeSignUps: (viewer, offering: Pick<OfferingFacts, 'hostIds'>) =>
    isSystem(viewer) || isHost(viewer, offering, 'COORDINATOR'),

  sharePlace: (viewer, _nothing: null) => isSystem(viewer),

  cancelOccurrence: (viewer, occurrence: Pick<OccurrenceFacts, 'hostIds'>) => coordinates(viewer, occurrence),

  postponeOccurrence: (viewer, occurrence: Pick<OccurrenceFacts, 'hostIds'>) =>
    coordinates(viewer, occurrence),

  moveOccurrence: (viewer, occurrence: Pick<OccurrenceFacts, 'hostIds'>) => coordinates(viewer, occurrence),
});
