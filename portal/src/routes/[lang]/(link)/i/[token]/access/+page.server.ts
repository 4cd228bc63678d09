import { accessLinesOf } from '#lib/rooms/clients/access-log-view.ts';
import { OwnAccessLog } from '#lib/rooms/clients/access-log.queries.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { token } = params;
  const { accessLog } = orNotFound(orError(await locals.api.query(OwnAccessLog, { token })).clientPage);
  return { token, lines: accessLinesOf(accessLog), isWhole: accessLog.length < 50 };
};
