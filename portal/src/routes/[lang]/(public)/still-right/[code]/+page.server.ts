import { redirect } from '@sveltejs/kit';
import { ConfirmByLink, StillRight } from '#lib/rooms/offerings/still-right.queries.ts';
import { failWith, orError, orNotFound } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  // Whoever holds this address may confirm: no cache keeps it.
  setHeaders({ 'cache-control': 'private, no-store' });
  const data = orError(await locals.api.query(StillRight, { code: params.code, languages: [locals.lang] }));
  const check = orNotFound(data.offeringCheck);
  return { offering: orNotFound(check.offering), isDone: !check.isOpen || url.searchParams.has('done') };
};

export const actions: Actions = {
  default: async ({ locals, params }) => {
    const { error } = await locals.api.mutate(ConfirmByLink, { input: { code: params.code } });
    if (error) return failWith(error, {});
    redirect(303, `/${locals.lang}/still-right/${encodeURIComponent(params.code)}?done`);
  },
};
