import { DemoMails } from '#lib/rooms/people/desk-sign-in.queries.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

/** Where the mails of a demo land in place of a mail server; there is no such page elsewhere. */
export const load: PageServerLoad = async ({ locals }) => {
  const { demo } = orError(await locals.api.query(DemoMails, {}));
  return { mails: orNotFound(demo).mails };
};
