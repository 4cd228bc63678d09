import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { parseLanguageTag } from '../../platform/text/language-tag.ts';
import { currentTextVersion } from '../clients/index.ts';
import { openTarget } from './referral.handover.ts';
import { moveReferral, type MoveInput } from './referral.move.ts';
import type { ReferralView } from './referral.view.ts';

export interface SubmitForConsentInput extends MoveInput {
  /** The language in which the client is asked. */
  readonly languageTag: string;
}

/** Errors: those of `moveReferral` and `openTarget`; INVALID_INPUT LANGUAGE_TAG_INVALID. */
export const submitReferralForConsent = (
  hub: Hub,
  viewer: Viewer,
  input: SubmitForConsentInput,
): Promise<ReferralView> =>
  moveReferral(hub, viewer, 'submitForConsent', input, async (tx, referral) => {
    const language = parseLanguageTag(input.languageTag);
    if (!language.ok) throw invalidInput('input.languageTag', language.reason, language.message);
    await openTarget(hub, tx, referral);
    return {
      columns: { consent_language: language.value, consent_text_version: currentTextVersion },
      facts: { language: language.value, consentTextVersion: currentTextVersion, channel: 'CASEWORKER' },
    };
  });
