import { redirect, type RequestEvent } from '@sveltejs/kit';
import { formatList, languageName } from '#lib/i18n/words.ts';
import { codeOf, timesInWords } from '#lib/rooms/clients/free-times.ts';
import { minutesBetween } from '#lib/rooms/offerings/desk-date-change.ts';
import { skillWords } from '#lib/rooms/volunteers/volunteer-words.ts';
import {
  CheckVolunteerExtract,
  ConfirmShiftHours,
  VolunteersPage,
} from '#lib/rooms/volunteers/volunteers.queries.ts';
import { failWith, optionalText, orError, text, wholeNumber } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const variables = { organisationId: params.organisationId, languages: [locals.lang] };
  const { toConfirm, volunteers } = orError(await locals.api.query(VolunteersPage, variables));
  return {
    toConfirm: toConfirm.map(({ places, ...shift }) => ({
      shift,
      minutes: minutesBetween(shift.startsAt, shift.endsAt),
      places: places.filter(({ status }) => status === 'TAKEN'),
    })),
    volunteers: volunteers.map(({ skills, languages, freeTimes, ...volunteer }) => ({
      ...volunteer,
      facts: [
        formatList(skills.map((skill) => skillWords[skill]())),
        formatList(languages.map((tag) => languageName(tag))),
        timesInWords(freeTimes.map(codeOf)),
      ].filter(Boolean),
    })),
    isSaved: url.searchParams.has('saved'),
  };
};

const saved = ({ locals, params }: RequestEvent<RouteParams>): never =>
  redirect(303, `/${locals.lang}/association/${params.organisationId}/volunteers?saved`);

export const actions: Actions = {
  confirm: async (event) => {
    const form = await event.request.formData();
    const minutes = wholeNumber(form, 'minutes') ?? -1;
    const { error } = await event.locals.api.mutate(ConfirmShiftHours, {
      input: { placeId: text(form, 'placeId'), minutes: Number.isNaN(minutes) ? -1 : minutes },
    });
    return error ? failWith(error, {}) : saved(event);
  },
  extract: async (event) => {
    const form = await event.request.formData();
    const { error } = await event.locals.api.mutate(CheckVolunteerExtract, {
      input: {
        organisationId: event.params.organisationId,
        personId: text(form, 'personId'),
        checkedOn: optionalText(form, 'checkedOn'),
      },
    });
    return error ? failWith(error, {}) : saved(event);
  },
};
