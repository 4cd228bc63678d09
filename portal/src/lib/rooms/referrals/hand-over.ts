import type { ApiError } from '#lib/api/api-error.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import type { ConsentTerms } from './consent-form.ts';
import { SendReferral, SubmitForConsent } from './move.queries.ts';
import { CreateReferral, RecordConsent } from './refer.queries.ts';
import type { NeedCategory, ReferralPriority, SummaryField } from './referral.words.ts';

export interface Handover {
  clientId: string;
  offeringId: string;
  /** The receiver. */
  organisationId: string;
  needCategory: NeedCategory;
  priority: ReferralPriority;
  note: string | null;
  /** What the receiver is not told of the client. */
  withheld: SummaryField[];
  /** Words of the note that look like names and are none. */
  confirmedWords: string[];
  idempotencyKey: string;
}

/** How a hand-over ended: where the referral stands, or why there is none. */
export type HandoverResult =
  | { refusal: ApiError; referralId: undefined; notice: undefined }
  | { refusal: undefined; referralId: string; notice: 'sent' | 'asked' | 'draft' | 'unsent' };

async function create(api: RequestApi, handover: Handover) {
  const { organisationId: _receiver, ...input } = handover;
  return api.mutate(CreateReferral, { input });
}

/**
 * Sends at once. The consent is written down first: it stands by itself, so a referral that then fails loses
 * nothing, and a draft without it could not be sent. The one key makes a second click find the first's referral.
 */
export async function sendNow(
  api: RequestApi,
  handover: Handover,
  consent: ConsentTerms | undefined,
): Promise<HandoverResult> {
  const { clientId, organisationId, idempotencyKey } = handover;
  if (consent) {
    const input = { ...consent, clientId, organisationId, idempotencyKey };
    const { error } = await api.mutate(RecordConsent, { input });
    if (error) return { refusal: error, referralId: undefined, notice: undefined };
  }
  const { data, error } = await create(api, handover);
  if (error) return { refusal: error, referralId: undefined, notice: undefined };
  const { id: referralId, version, state } = data.createReferral.referral;
  if (state !== 'DRAFT') return { refusal: undefined, referralId, notice: 'sent' };
  const sent = await api.mutate(SendReferral, { input: { referralId, version } });
  return { refusal: undefined, referralId, notice: sent.error ? 'unsent' : 'sent' };
}

/** Keeps a draft, or goes on to wait for the client's yes in `languageTag`. */
export async function keep(
  api: RequestApi,
  handover: Handover,
  languageTag: string | undefined,
): Promise<HandoverResult> {
  const { data, error } = await create(api, handover);
  if (error) return { refusal: error, referralId: undefined, notice: undefined };
  const { id: referralId, version, state } = data.createReferral.referral;
  if (languageTag === undefined) return { refusal: undefined, referralId, notice: 'draft' };
  if (state !== 'DRAFT') return { refusal: undefined, referralId, notice: 'asked' };
  const asked = await api.mutate(SubmitForConsent, { input: { referralId, version, languageTag } });
  return { refusal: undefined, referralId, notice: asked.error ? 'unsent' : 'asked' };
}
