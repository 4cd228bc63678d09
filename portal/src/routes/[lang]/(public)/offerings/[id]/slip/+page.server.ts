import { formatDay, formatTimeRange } from '#lib/i18n/dates.ts';
import { languageName } from '#lib/i18n/words.ts';
import { slipLines } from '#lib/rooms/offerings/slip-lines.ts';
import { slipMap } from '#lib/rooms/offerings/slip-map.ts';
import { SlipPage } from '#lib/rooms/offerings/slip.queries.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = orNotFound(uuid.test(params.id) ? params.id : undefined);
  const data = orError(await locals.api.query(SlipPage, { id, languages: [locals.lang] }));
  const offering = orNotFound(data.offering);
  const { place } = offering;
  const { latitude = null, longitude = null } = place ?? {};
  const dates = offering.nextOccurrences
    .filter(({ status }) => status === 'SCHEDULED')
    .slice(0, 4)
    .map(({ id: dateId, startsAt, endsAt }) => ({
      id: dateId,
      day: formatDay(startsAt, { withYear: true }),
      hours: formatTimeRange(startsAt, endsAt),
    }));
  const languages = offering.spokenLanguages.map((tag) => languageName(tag));
  return {
    offering,
    dates,
    languages,
    lines: slipLines({ offering, dates, languages }),
    map: latitude !== null && longitude !== null ? slipMap({ latitude, longitude }) : undefined,
    pageUrl: `${url.origin}/${locals.lang}/offerings/${offering.id}`,
  };
};
