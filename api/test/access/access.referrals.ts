import type { Viewer } from '../../src/platform/policy/viewer.ts';
import { ConsentService, type ClientRow } from '../../src/rooms/clients/index.ts';
import {
  askReferralInfo,
  declineReferral,
  holdReferral,
  submitReferralForConsent,
  waitlistReferral,
  withdrawReferral,
  type ReferralView,
} from '../../src/rooms/referrals/index.ts';
import { RegionService } from '../../src/rooms/regions/index.ts';
import type { TestHub } from '../harness.ts';
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
  /** Takes referrals; the client was not referred to it. */
  readonly unusedOfferingId: string;
  readonly referredOfferingId: string;
}

interface Movers {
  readonly caseworker: Viewer;
  readonly coordinator: Viewer;
}

const moveOf = ({ id, version }: ReferralView) => ({ referralId: id, version });

const referralIn = async (
  hub: TestHub,
  stage: AccessStage,
  { caseworker, coordinator }: Movers,
  ids: { readonly clientId: string; readonly offeringId: string },
): Promise<ReferralView> => {
  const made = (until: 'DRAFT' | 'SENT' | 'ACCEPTED' | 'IN_PROGRESS' | 'CLOSED') =>
    aReferral(hub, caseworker, { ...ids, note: 'Mornings suit best.', stage: until, coordinator });
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
      return waitlistReferral(hub.hub, coordinator, { ...moveOf(await made('SENT')), estimatedWaitWeeks: 4 });
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
    default:
      return made(stage);
  }
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
    anOffering(hub, { organisationId: association.id, takesReferrals: true, capacity: 20 });
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
  return {
    client,
    consentId: consent.id,
    referrals: referrals as AccessReferrals['referrals'],
    unusedOfferingId: (await takingReferrals()).id,
    referredOfferingId: referrals.SENT?.offeringId ?? '',
  };
};
