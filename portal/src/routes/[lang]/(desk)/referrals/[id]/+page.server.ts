import { dateOf, formatDate } from '#lib/i18n/dates.ts';
import { assignActions, assigneesOf } from '#lib/rooms/referrals/assignees.ts';
import { choicesOf } from '#lib/rooms/referrals/choices.ts';
import { loadConsentQuestion } from '#lib/rooms/referrals/consent-view.ts';
import { letterOf, type ReferralData } from '#lib/rooms/referrals/letter.ts';
import { waitingActions } from '#lib/rooms/referrals/waiting-actions.ts';
import { moveActions } from '#lib/rooms/referrals/move-actions.ts';
import { ReferralPage } from '#lib/rooms/referrals/referral-page.queries.ts';
import { ReferralPreview } from '#lib/rooms/referrals/refer.queries.ts';
import {
  channelWords,
  declineWords,
  holdWords,
  informationWords,
  outcomesBeforeContact,
  outcomeWords,
  reopenWords,
  withdrawWords,
  type ReferralOutcome,
} from '#lib/rooms/referrals/referral.words.ts';
import { loadAlternatives } from '#lib/rooms/referrals/alternatives.ts';
import { loadReferralDates } from '#lib/rooms/referrals/referral-dates.ts';
import { signUpActions } from '#lib/rooms/referrals/sign-up-actions.ts';
import { detailActions } from '#lib/rooms/referrals/detail-actions.ts';
import { rerouteActions } from '#lib/rooms/referrals/reroute-actions.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import { loadViewer } from '#lib/server/viewer.ts';
import type { PageServerLoad } from './$types';

/** Asking the client: only where that is still to be done, and by whom it may be done. */
async function askable(api: RequestApi, referral: ReferralData, wanted: string | null, lang: string) {
  const { client, offering, viewerCan } = referral;
  if (!client || !offering || !(viewerCan.send || viewerCan.confirmConsent)) return undefined;
  const input = { clientId: client.id, offeringId: offering.id };
  const { data } = await api.query(ReferralPreview, { input, languages: [lang] });
  const asked = data?.referralPreview.onAcceptance ?? ['GIVEN_NAME', 'CONTACT'];
  const consent = data?.referralPreview.activeConsent;
  return {
    question: await loadConsentQuestion(api, client.languages, wanted, asked),
    consentUntil: consent ? formatDate(consent.expiresAt) : undefined,
  };
}

function outcomesIn({ state }: ReferralData): ReferralOutcome[] {
  const known = Object.keys(outcomeWords) as ReferralOutcome[];
  if (state === 'ACCEPTED') return [...outcomesBeforeContact];
  // Running out of time is the system's word, not a person's.
  return known.filter((outcome) => outcome !== 'UNKNOWN_TIMEOUT');
}

/** An interruption is looked at again tomorrow at the earliest, and within 180 days. */
function reviewDays(): { first: string; last: string } {
  const today = Temporal.PlainDate.from(dateOf(new Date()));
  return { first: today.add({ days: 1 }).toString(), last: today.add({ days: 180 }).toString() };
}

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const variables = { id: params.id, languages: [locals.lang] };
  const referral = orNotFound(orError(await locals.api.query(ReferralPage, variables)).referral);
  const consent = await askable(locals.api, referral, url.searchParams.get('in'), locals.lang);
  const viewer = await loadViewer(event);
  return {
    letter: letterOf(referral, await loadReferralDates(locals.api, referral, locals.lang)),
    question: consent?.question,
    consentUntil: consent?.consentUntil,
    alternatives: await loadAlternatives(locals.api, referral, locals.lang),
    isStrong: viewer?.assurance === 'STRONG',
    notice: url.searchParams.get('notice'),
    choices: {
      assignees: await assigneesOf(locals.api, referral),
      decline: choicesOf(declineWords),
      channels: choicesOf(channelWords),
      outcomes: choicesOf(outcomeWords, outcomesIn(referral)),
      withdraw: choicesOf(withdrawWords),
      information: choicesOf(informationWords),
      hold: choicesOf(holdWords),
      reopen: choicesOf(reopenWords),
    },
    review: reviewDays(),
  };
};

export const actions = {
  ...moveActions,
  ...waitingActions,
  ...assignActions,
  ...rerouteActions,
  ...detailActions,
  ...signUpActions,
};
