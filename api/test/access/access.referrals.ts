import type { Viewer } from '../../src/platform/policy/viewer.ts';
import { ConsentService, type ClientRow } from '../../src/rooms/clients/index.ts';
import {
  askDetail,
  askReferralInfo,
  grantDetail,
  assignReferral,
  createClientLink,
  declineReferral,
  holdReferral,
  rerouteReferral,
  signUpClient,
  submitReferralForConsent,
  waitlistReferral,
  withdrawReferral,
  type ReferralView,
} from '../../src/rooms/referrals/index.ts';
import { systemViewer } from '../../src/platform/policy/viewer.ts';
import { OccurrenceService } from '../../src/rooms/offerings/index.ts';
import { RegionService } from '../../src/rooms/regions/index.ts';
import type { TestHub } from '../harness.ts';
import { SignUpService } from '../../src/rooms/signups/index.ts';
import { aClient, aConsent } from '../makers/client.ts';
import { anOffering } from '../makers/offering.ts';
import { aReferral } from '../makers/referral.ts';
import type { AccessOrganisations } from './access.organisations.ts';

const stages = [
  'DRAFT',
  'AWAITING_CONSENT',
  'SENT',
  'NEEDS_INFO',
  'WAITLISTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'ON_HOLD',
  'CLOSED',
  'DECLINED',
  'WITHDRAWN',
] as const;

export type AccessStage = (typeof stages)[number];

export interface AccessReferrals {
  readonly client: ClientRow;
  /** A withdrawn one, for another association. */
  readonly consentId: string;
  /** One referral of the client to the association in each state. */
  readonly referrals: Readonly<Record<AccessStage, ReferralView>>;
  /** Takes the place of the withdrawn one. */
  readonly successorId: string;
  /** Takes referrals; the client was not referred to it. */
  readonly unusedOfferingId: string;
  readonly referredOfferingId: string;
  /** The client of the accepted one has a place on it. */
  readonly referredOccurrenceId: string;
  /** A client's own links: to answer, to follow. */
  readonly linkTokens: readonly string[];
}

/** The secret of a fresh link to a referral. */
export const aLinkToken = async (hub: TestHub, referrer: Viewer, { id }: ReferralView): Promise<string> => {
  const { url } = await createClientLink(hub.hub, referrer, { referralId: id });
  return url.split('/').at(-1) ?? '';
};

interface Movers {
  readonly caseworker: Viewer;
  readonly coordinator: Viewer;
}

const moveOf = ({ id, version }: ReferralView) => ({ referralId: id, version });

/** The next date of an offering. */
export const nextDateOf = async (hub: TestHub, offeringId: string, skip = 0): Promise<string> => {
  const { nodes } = await hub.hub
    .get(OccurrenceService)
    .page(systemViewer('test'), { first: skip + 1 }, { offeringId });
  return nodes[skip]?.id ?? '';
};

const told = ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE', 'FAMILY_NAME', 'CHILDREN'] as const;

/** Accepted, with one detail granted and one that may still be asked for, and a place on the next date. */
const withDetails = async (
  hub: TestHub,
  { caseworker, coordinator }: Movers,
  ids: { readonly clientId: string; readonly offeringId: string },
): Promise<ReferralView> => {
  const { id: referralId } = await aReferral(hub, caseworker, {
    ...ids,
    stage: 'ACCEPTED',
    coordinator,
    note: 'Mornings suit best.',
    withheld: ['AGE_BAND'],
    consentFields: told,
  });
  await askDetail(hub.hub, coordinator, {
    referralId,
    field: 'FAMILY_NAME',
    reason: 'For the list at the door.',
  });
  await grantDetail(hub.hub, caseworker, { referralId, field: 'FAMILY_NAME', value: 'Karimi' });
  const today = await nextDateOf(hub, ids.offeringId);
  await signUpClient(hub.hub, coordinator, { referralId, occurrenceId: today });
  const { nodes } = await hub.hub.get(SignUpService).list(coordinator, today, { first: 1 });
  await hub.hub.get(SignUpService).recordAttendance(coordinator, nodes[0]?.id ?? '', 'NO_SHOW');
  const occurrenceId = await nextDateOf(hub, ids.offeringId, 1);
  return signUpClient(hub.hub, coordinator, { referralId, occurrenceId });
};

const referralIn = async (
  hub: TestHub,
  stage: AccessStage,
  { caseworker, coordinator }: Movers,
  ids: { readonly clientId: string; readonly offeringId: string },
): Promise<ReferralView> => {
  const made = (until: 'DRAFT' | 'SENT' | 'ACCEPTED' | 'IN_PROGRESS' | 'CLOSED') =>
    aReferral(hub, caseworker, {
      ...ids,
      note: 'Mornings suit best.',
      withheld: ['AGE_BAND'],
      stage: until,
      coordinator,
      consentFields: told,
    });
  switch (stage) {
    case 'AWAITING_CONSENT':
      return submitReferralForConsent(hub.hub, caseworker, {
        ...moveOf(await made('DRAFT')),
        languageTag: 'ar',
      });
    case 'NEEDS_INFO':
      return askReferralInfo(hub.hub, coordinator, {
        ...moveOf(await made('SENT')),
        informationKinds: ['TIMES'],
        message: 'Which evenings suit?',
      });
    case 'WAITLISTED':
      return assignReferral(hub.hub, coordinator, {
        ...moveOf(
          await waitlistReferral(hub.hub, coordinator, {
            ...moveOf(await made('SENT')),
            estimatedWaitWeeks: 4,
          }),
        ),
        assigneeId: coordinator.personId,
      });
    case 'ON_HOLD':
      return holdReferral(hub.hub, coordinator, {
        ...moveOf(await made('IN_PROGRESS')),
        reason: 'CLIENT_AWAY',
        reviewOn: '2026-12-15',
      });
    case 'DECLINED':
      return declineReferral(hub.hub, coordinator, { ...moveOf(await made('SENT')), reason: 'NO_CAPACITY' });
    case 'WITHDRAWN':
      return withdrawReferral(hub.hub, caseworker, {
        ...moveOf(await made('SENT')),
        reason: 'CLIENT_CHANGED_MIND',
      });
    case 'ACCEPTED':
      return withDetails(hub, { caseworker, coordinator }, ids);
    default:
      return made(stage);
  }
};

/** The secret of a link of a new client, who is asked or whose referral was sent. */
export const aClientsToken = async (
  hub: TestHub,
  movers: Movers,
  stage: 'AWAITING_CONSENT' | 'SENT',
  offeringId: string,
): Promise<string> => {
  const { id: clientId } = await aClient(hub, movers.caseworker);
  const referral = await referralIn(hub, stage, movers, { clientId, offeringId });
  return aLinkToken(hub, movers.caseworker, referral);
};

export const accessReferrals = async (
  hub: TestHub,
  { association, elsewhere }: AccessOrganisations,
  movers: Movers,
): Promise<AccessReferrals> => {
  const [theme] = await hub.hub.get(RegionService).themes();
  const client = await aClient(hub, movers.caseworker, {
    registerReference: 'REGISTER-77',
    accessNeeds: ['STEP_FREE'],
    themeIds: theme ? [theme.id] : [],
  });
  const takingReferrals = () =>
    anOffering(hub, {
      organisationId: association.id,
      takesReferrals: true,
      capacity: 20,
      onlineUrl: 'https://meet.example.org/referred',
      // Today's date is among them, on which attendance can be written down.
      schedule: { startsAtLocal: '2026-11-24T20:00' },
    });
  const referrals: Partial<Record<AccessStage, ReferralView>> = {};
  for (const stage of stages) {
    const { id: offeringId } = await takingReferrals();
    referrals[stage] = await referralIn(hub, stage, movers, { clientId: client.id, offeringId });
  }
  const consent = await aConsent(hub, movers.caseworker, {
    clientId: client.id,
    organisationId: elsewhere.id,
  });
  await hub.hub.get(ConsentService).withdraw(movers.caseworker, consent.id);
  const made = referrals as AccessReferrals['referrals'];
  const successor = await rerouteReferral(hub.hub, movers.caseworker, {
    referralId: made.WITHDRAWN.id,
    offeringId: (await takingReferrals()).id,
  });
  return {
    client,
    consentId: consent.id,
    referrals: made,
    linkTokens: await Promise.all(
      [made.AWAITING_CONSENT, made.SENT, made.NEEDS_INFO, made.ACCEPTED].map((each) =>
        aLinkToken(hub, movers.caseworker, each),
      ),
    ),
    successorId: successor.id,
    unusedOfferingId: (await takingReferrals()).id,
    referredOfferingId: referrals.SENT?.offeringId ?? '',
    referredOccurrenceId: await nextDateOf(hub, made.ACCEPTED.offeringId, 1),
  };
};
