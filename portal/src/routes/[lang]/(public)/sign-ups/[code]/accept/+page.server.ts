import { redirect } from '@sveltejs/kit';
import { failWith, orError, orNotFound } from '#lib/server/forms.ts';
import { AcceptOwnPlace, OwnPlace } from '#lib/rooms/signups/own-place.queries.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/* A page of its own, like the one to cancel: the place itself sends no referrer. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  const data = orError(await locals.api.query(OwnPlace, { code: params.code, languages: [locals.lang] }));
  const signUp = orNotFound(data.signUp);
  const placePath = `/${locals.lang}/sign-ups/${encodeURIComponent(params.code)}`;
  if (!signUp.viewerCan.accept) redirect(303, placePath);
  return { signUp, placePath };
};

export const actions: Actions = {
  default: async ({ locals, params }) => {
    const { error } = await locals.api.mutate(AcceptOwnPlace, { input: { code: params.code } });
    if (error) return failWith(error, {});
    redirect(303, `/${locals.lang}/sign-ups/${encodeURIComponent(params.code)}`);
  },
};
