import type { Viewer } from '../../src/platform/policy/viewer.ts';
import {
  acceptReferral,
  closeReferral,
  createReferral,
  recordFirstContact,
  sendReferral,
  type CreateReferralInput,
  type ReferralView,
} from '../../src/rooms/referrals/index.ts';
import type { TestHub } from '../harness.ts';
import type { ConsentField } from '../../src/rooms/clients/index.ts';
import { aConsent } from './client.ts';

type Stage = 'DRAFT' | 'SENT' | 'ACCEPTED' | 'IN_PROGRESS' | 'CLOSED';

export interface ReferralWish extends Omit<Partial<CreateReferralInput>, 'clientId' | 'offeringId'> {
  readonly clientId: string;
  readonly offeringId: string;
  /** How far it has come; SENT unless told. Beyond DRAFT a consent is recorded first. */
  readonly stage?: Stage;
  /** What the consent names; tier 1 unless told. */
  readonly consentFields?: readonly ConsentField[];
  /** Needed beyond SENT. */
  readonly coordinator?: Viewer;
}

const stages: readonly Stage[] = ['DRAFT', 'SENT', 'ACCEPTED', 'IN_PROGRESS', 'CLOSED'];

const tierOne: readonly ConsentField[] = ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE'];

type Step = (
  hub: TestHub,
  by: { caseworker: Viewer; coordinator: Viewer; consentFields: readonly ConsentField[] },
  referral: ReferralView,
  clientId: string,
) => Promise<ReferralView>;

const moveOf = ({ id, version }: ReferralView) => ({ referralId: id, version });

const steps: Readonly<Record<Exclude<Stage, 'DRAFT'>, Step>> = {
  SENT: async (hub, { caseworker, consentFields }, referral, clientId) => {
    await aConsent(hub, caseworker, {
      clientId,
      organisationId: referral.receivingOrganisationId,
      fields: [...consentFields],
    });
    return sendReferral(hub.hub, caseworker, moveOf(referral));
  },
  ACCEPTED: (hub, { coordinator }, referral) => acceptReferral(hub.hub, coordinator, moveOf(referral)),
  IN_PROGRESS: (hub, { coordinator }, referral) =>
    recordFirstContact(hub.hub, coordinator, { ...moveOf(referral), channel: 'PHONE' }),
  CLOSED: (hub, { coordinator }, referral) =>
    closeReferral(hub.hub, coordinator, { ...moveOf(referral), outcome: 'HELPED', sessionsAttended: 4 }),
};

/** A referral by its client's caseworker, made by the services, as far as `stage`; as its last mover sees it. */
export const aReferral = async (
  hub: TestHub,
  caseworker: Viewer,
  wish: ReferralWish,
): Promise<ReferralView> => {
  const { stage = 'SENT', coordinator = caseworker, consentFields = tierOne, ...input } = wish;
  let referral = await createReferral(hub.hub, caseworker, { needCategory: 'COMPANY', ...input });
  for (const step of stages.slice(1, stages.indexOf(stage) + 1)) {
    if (step !== 'DRAFT')
      referral = await steps[step](hub, { caseworker, coordinator, consentFields }, referral, input.clientId);
  }
  return referral;
};
