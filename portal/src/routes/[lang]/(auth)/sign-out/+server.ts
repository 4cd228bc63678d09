import { redirect } from '@sveltejs/kit';
import { SignOut } from '#lib/rooms/people/desk-sign-in.queries.ts';
import { isTicked } from '#lib/server/forms.ts';
import type { RequestHandler } from './$types';

/** Ends this session, or with `everywhere` all of the person; a session that had ended already is no error. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const form = await request.formData();
  await locals.api.mutate(SignOut, { input: { everywhere: isTicked(form, 'everywhere') } });
  redirect(303, `/${locals.lang}`);
};

/** Reading an address changes nothing. */
export const GET: RequestHandler = ({ locals }) => redirect(303, `/${locals.lang}`);
