import type { ResultOf } from '#lib/api/graphql.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import type { ReferralData } from './letter.ts';
import { ReferralDates } from './referral-dates.queries.ts';

export type DatesData = NonNullable<ResultOf<typeof ReferralDates>['offering']>;

const nothing: DatesData = { changedOccurrences: [], nextOccurrences: [] };

/** The offering's dates, for a client who is taken in: the others do not go there. */
export async function loadReferralDates(
  api: RequestApi,
  { state, offering }: ReferralData,
  lang: string,
): Promise<DatesData> {
  if (!offering || (state !== 'ACCEPTED' && state !== 'IN_PROGRESS')) return nothing;
  const { data } = await api.query(ReferralDates, { id: offering.id, languages: [lang] });
  return data?.offering ?? nothing;
}
