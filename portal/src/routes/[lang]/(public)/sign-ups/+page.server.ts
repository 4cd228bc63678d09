import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const csr = false;

/** For those who have their code on paper or in a text message: it leads to their place. */
export const load: PageServerLoad = ({ locals, url }) => {
  const code = (url.searchParams.get('code') ?? '').replaceAll(/\s/g, '');
  if (code) redirect(303, `/${locals.lang}/sign-ups/${encodeURIComponent(code)}`);
};
