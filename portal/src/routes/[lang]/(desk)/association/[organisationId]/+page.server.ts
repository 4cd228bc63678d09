import { daysFromToday } from '#lib/i18n/dates.ts';
import { DeskToday } from '#lib/rooms/offerings/desk-today.queries.ts';
import { whyNoReferrals } from '#lib/rooms/organisations/desk-words.ts';
import { byUrgency, lineOf } from '#lib/rooms/referrals/referral-line.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

const week = 7 * 24 * 60 * 60 * 1000;
/** An offering that ends this soon is worth a thought: go on, or let people know. */
const endingDays = 30;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const now = new Date();
  const data = orError(
    await locals.api.query(DeskToday, {
      organisationId: params.organisationId,
      to: new Date(now.getTime() + week).toISOString(),
      languages: [locals.lang],
    }),
  );
  const { organisation } = await parent();
  const ending = data.offerings.nodes.flatMap(({ endsOn, ...offering }) =>
    endsOn && daysFromToday(endsOn, now) <= endingDays ? [{ ...offering, endsOn }] : [],
  );
  return {
    now: now.toISOString(),
    occurrences: data.occurrences.nodes,
    referrals: data.waiting.nodes.toSorted(byUrgency).map(lineOf),
    ending: ending.toSorted((left, right) => left.endsOn.localeCompare(right.endsOn)),
    why: whyNoReferrals(organisation.whyNoReferrals),
    isSaved: url.searchParams.has('saved'),
  };
};
