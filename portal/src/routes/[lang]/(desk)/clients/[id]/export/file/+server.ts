import { SubjectExport } from '#lib/rooms/protection/protection.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { RequestHandler } from './$types';

/** All that is held on a client, as a file; its name says nothing of whom. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { subjectExport } = orError(await locals.api.query(SubjectExport, { clientId: params.id }));
  return new Response(subjectExport.json, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="export.json"',
      'cache-control': 'private, no-store',
    },
  });
};
