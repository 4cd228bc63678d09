import { orError, orNotFound } from '#lib/server/forms.ts';
import { OwnPlace } from '#lib/rooms/signups/own-place.queries.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  // Whoever holds this address holds the place: no cache keeps it.
  setHeaders({ 'cache-control': 'private, no-store' });
  const data = orError(await locals.api.query(OwnPlace, { code: params.code, languages: [locals.lang] }));
  return {
    signUp: orNotFound(data.signUp),
    code: params.code,
    address: url.origin + url.pathname,
    now: new Date().toISOString(),
  };
};
