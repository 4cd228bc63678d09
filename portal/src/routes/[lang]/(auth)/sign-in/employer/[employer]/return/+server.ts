import { redirect } from '@sveltejs/kit';
import { FinishEmployerSignIn } from '#lib/rooms/people/desk-employer.queries.ts';
import { homePath } from '#lib/rooms/people/desk-home.ts';
import { safeNext } from '#lib/server/forms.ts';
import type { RequestHandler } from './$types';

/** Where the employer's sign-in sends the browser back to. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { data, error } = await locals.api.mutate(FinishEmployerSignIn, {
    input: { employerId: params.employer, query: url.searchParams.toString() },
  });
  if (error)
    redirect(303, `/${locals.lang}/sign-in?${new URLSearchParams({ employer: error.reason ?? '' })}`);
  const { next, viewer } = data.finishEmployerSignIn;
  redirect(303, safeNext(next, homePath(locals.lang, viewer?.viewerCan)));
};
