import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Where the choice of a language leads. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const base = `/${locals.lang}/association/${params.organisationId}/offerings/${params.offeringId}`;
  const language = url.searchParams.get('language') ?? '';
  redirect(303, /^[A-Za-z0-9-]{2,35}$/.test(language) ? `${base}/translate/${language}` : base);
};
