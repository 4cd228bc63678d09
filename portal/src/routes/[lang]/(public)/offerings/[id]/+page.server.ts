import { orError, orNotFound } from '#lib/server/forms.ts';
import { OfferingPage } from '#lib/rooms/offerings/offering-page.queries.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = orNotFound(uuid.test(params.id) ? params.id : undefined);
  const dateId = url.searchParams.get('date') ?? '';
  const hasDate = uuid.test(dateId);
  const data = orError(
    await locals.api.query(OfferingPage, {
      id,
      dateId: hasDate ? dateId : id,
      hasDate,
      languages: [locals.lang],
    }),
  );
  const offering = orNotFound(data.offering);
  const now = new Date().toISOString();
  // Another offering's date in the address is no date of this one.
  const chosen = data.chosen?.offering.id === offering.id ? data.chosen : undefined;
  const next = offering.nextOccurrences.find(({ status }) => status === 'SCHEDULED');
  const date = chosen ?? next ?? offering.nextOccurrences[0];
  return {
    offering,
    date,
    place: date?.place ?? offering.place,
    // A series that counts its dates ends with the last of them.
    schedules: offering.schedules.map((schedule) => ({
      ...schedule,
      untilOn: schedule.untilOn ?? (schedule.count === null ? null : offering.endsOn),
    })),
    hasOtherDates: offering.nextOccurrences.some(
      ({ id, status }) => id !== date?.id && status === 'SCHEDULED',
    ),
    now,
  };
};
