import { redirect } from '@sveltejs/kit';
import { languages } from '#lib/i18n/languages.ts';
import { languageName } from '#lib/i18n/words.ts';
import { codeOf, freeTimeOf, knownTimes, timeChoices } from '#lib/rooms/clients/free-times.ts';
import { UpdateVolunteer, VolunteerProfilePage } from '#lib/rooms/volunteers/shifts.queries.ts';
import { isSkill, skillWords } from '#lib/rooms/volunteers/volunteer-words.ts';
import { failWith, orError, orNotFound, text, texts } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { organisationId } = params;
  const data = orError(await locals.api.query(VolunteerProfilePage, { organisationId }));
  const volunteer = orNotFound(data.volunteerProfile);
  const tags = new Set([...languages.map(({ tag }) => tag as string), ...volunteer.languages]);
  return {
    volunteer: { ...volunteer, times: volunteer.freeTimes.map(codeOf) },
    skills: Object.entries(skillWords).map(([value, label]) => ({ value, label: label() })),
    languages: [...tags].map((value) => ({ value, label: languageName(value) })),
    times: timeChoices(),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const { organisationId } = params;
    const { error } = await locals.api.mutate(UpdateVolunteer, {
      input: {
        organisationId,
        personId: text(form, 'personId'),
        skills: texts(form, 'skill').filter(isSkill),
        languages: texts(form, 'language'),
        freeTimes: knownTimes(texts(form, 'time')).map(freeTimeOf),
      },
    });
    if (error) return failWith(error, {});
    redirect(303, `/${locals.lang}/association/${organisationId}/shifts?saved`);
  },
};
