import type { RequestApi } from '#lib/server/request-api.ts';
import { scheduleOf } from './desk-offering-times.ts';
import type { OfferingValues } from './desk-offering-values.ts';
import { SimilarOfferings, type SimilarOffering } from './desk-offering.queries.ts';

interface Asked {
  organisationId: string;
  /** The offering itself, when it is there already. */
  exceptId: string | null;
  lang: string;
}

/** Offerings that may be the one in the form; none where that cannot be asked: it is advice. */
export async function similarTo(
  api: RequestApi,
  values: OfferingValues,
  { organisationId, exceptId, lang }: Asked,
): Promise<readonly SimilarOffering[]> {
  const startsAtLocal = values.changeTimes ? scheduleOf(values).startsAtLocal : null;
  const placeId = values.placeId || null;
  const title = values.texts[0]?.title ?? '';
  const { data } = await api.query(SimilarOfferings, {
    input: { title, startsAtLocal, placeId, organisationId, exceptId },
    languages: [lang],
  });
  return data?.similarOfferings ?? [];
}
