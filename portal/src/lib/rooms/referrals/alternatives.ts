import type { RequestApi } from '#lib/server/request-api.ts';
import { orError } from '#lib/server/forms.ts';
import { fitsOf } from '../clients/fit-words.ts';
import type { ReferralData } from './letter.ts';
import { ReferralAlternatives } from './reroute.queries.ts';

/** The ranked alternatives to a referral that came to nothing; each with a key, so that two taps make one draft. */
export async function loadAlternatives(api: RequestApi, { id, viewerCan }: ReferralData, lang: string) {
  if (!viewerCan.reroute) return [];
  const found = orError(await api.query(ReferralAlternatives, { id, languages: [lang] }));
  return fitsOf(found.referralAlternatives).map((fit) => ({ ...fit, idempotencyKey: crypto.randomUUID() }));
}
