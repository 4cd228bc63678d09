import type { Hub } from '../api/src/platform/hub.ts';
import type { Viewer } from '../api/src/platform/policy/viewer.ts';
import { ConsentService, currentTextVersion } from '../api/src/rooms/clients/index.ts';
import {
  acceptReferral,
  askReferralInfo,
  closeReferral,
  confirmReferralConsent,
  declineReferral,
  holdReferral,
  recordFirstContact,
  sendReferral,
  submitReferralForConsent,
  waitlistReferral,
  withdrawReferral,
  type ReferralView,
} from '../api/src/rooms/referrals/index.ts';
import { dayOf } from './seed.calendar.ts';
import type { SeedMove, SeedReferralPlan } from './content/content.types.ts';

/** A move about to be made. */
export interface Step {
  readonly hub: Hub;
  /** Who makes it. */
  readonly viewer: Viewer;
  readonly referral: { readonly referralId: string; readonly version: number };
  readonly plan: SeedReferralPlan;
  readonly client: { readonly id: string; readonly languages: readonly string[] };
  /** The organisation of the offering. */
  readonly receiverId: string;
}

/** The languages in which the consent text is written. */
const consentLanguages = ['fi', 'sv', 'en', 'ru', 'uk', 'ar', 'fa', 'so'];

/** The client's best language that has a text; without one it is interpreted from the Finnish. */
const consentLanguageOf = (languages: readonly string[]): string =>
  languages.find((tag) => consentLanguages.includes(tag)) ?? 'fi';

const termsOf = ({ plan, client }: Step) => ({
  fields: ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE'] as const,
  textVersion: currentTextVersion,
  languageTag: consentLanguageOf(client.languages),
  ...plan.consent,
});

const sendWithConsent = async (step: Step): Promise<ReferralView> => {
  const { hub, viewer, referral, client, receiverId } = step;
  const consent = { clientId: client.id, organisationId: receiverId, ...termsOf(step) };
  await hub.get(ConsentService).record(viewer, consent);
  return sendReferral(hub, viewer, referral);
};

/** Makes one move of a plan through its service; the clock stands at its time. */
export const makeMove = (step: Step, move: SeedMove): Promise<ReferralView> => {
  const { hub, viewer, referral } = step;
  switch (move.move) {
    case 'submitForConsent':
      return submitReferralForConsent(hub, viewer, {
        ...referral,
        languageTag: consentLanguageOf(step.client.languages),
      });
    case 'confirmConsent':
      return confirmReferralConsent(hub, viewer, { ...referral, ...termsOf(step) });
    case 'send':
      return sendWithConsent(step);
    case 'accept':
      return acceptReferral(hub, viewer, referral);
    case 'askInfo':
      return askReferralInfo(hub, viewer, {
        ...referral,
        informationKinds: move.informationKinds,
        message: move.message,
      });
    case 'waitlist':
      return waitlistReferral(hub, viewer, { ...referral, estimatedWaitWeeks: move.estimatedWaitWeeks });
    case 'hold':
      return holdReferral(hub, viewer, {
        ...referral,
        reason: move.reason,
        reviewOn: dayOf(hub.clock.now()).add({ days: move.reviewDaysLater }).toString(),
      });
    case 'decline':
      return declineReferral(hub, viewer, { ...referral, reason: move.reason });
    case 'withdraw':
      return withdrawReferral(hub, viewer, { ...referral, reason: move.reason });
    case 'recordFirstContact':
      return recordFirstContact(hub, viewer, { ...referral, channel: move.channel });
    case 'close':
      return closeReferral(hub, viewer, {
        ...referral,
        outcome: move.outcome,
        sessionsAttended: move.sessionsAttended,
      });
  }
};
