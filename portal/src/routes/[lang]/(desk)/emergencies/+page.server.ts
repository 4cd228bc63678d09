import { error, redirect } from '@sveltejs/kit';
import { Emergencies, ReviewEmergency } from '#lib/rooms/clients/emergency.queries.ts';
import { failWith, orError, text } from '#lib/server/forms.ts';
import { loadViewer } from '#lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

const reviewers: readonly string[] = ['MANAGER', 'DATA_PROTECTION_OFFICER'];

export const load: PageServerLoad = async (event) => {
  const viewer = await loadViewer(event);
  const place = viewer?.memberships.find(({ role }) => reviewers.includes(role));
  if (!place) error(403, 'FORBIDDEN');
  const variables = { organisationId: place.organisation.id };
  const { emergencyAccesses } = orError(await event.locals.api.query(Emergencies, variables));
  return { emergencies: emergencyAccesses, isSaved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const values = { emergencyId: text(form, 'emergencyId') };
    const verdict = text(form, 'verdict') === 'JUSTIFIED' ? 'JUSTIFIED' : 'NOT_JUSTIFIED';
    const { error: refusal } = await locals.api.mutate(ReviewEmergency, { input: { ...values, verdict } });
    if (refusal) return failWith(refusal, values);
    redirect(303, `/${locals.lang}/emergencies?saved`);
  },
};
