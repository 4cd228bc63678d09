import { redirect } from '@sveltejs/kit';
import { StartEmployerSignIn } from '#lib/rooms/people/desk-employer.queries.ts';
import { safeNext } from '#lib/server/forms.ts';
import type { RequestHandler } from './$types';

/** Leads to the employer's own sign-in. A link and not a form: our policy lets forms go to this site alone. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const next = safeNext(url.searchParams.get('next'), '');
  const { data, error } = await locals.api.mutate(StartEmployerSignIn, {
    input: { employerId: params.employer, ...(next ? { next } : {}) },
  });
  if (error)
    redirect(303, `/${locals.lang}/sign-in?${new URLSearchParams({ employer: error.reason ?? '' })}`);
  // Only to a provider of the settings: the API made the address.
  redirect(303, data.startEmployerSignIn.url, { external: true });
};
