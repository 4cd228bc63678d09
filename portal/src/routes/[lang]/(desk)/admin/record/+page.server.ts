import { RecordOfProcessing } from '#lib/rooms/protection/protection.queries.ts';
import { logOf } from '#lib/rooms/protection/log-view.ts';
import { activityOf } from '#lib/rooms/protection/record-view.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { recordOfProcessing, logState } = orError(await locals.api.query(RecordOfProcessing, {}));
  return { activities: recordOfProcessing.map(activityOf), log: logOf(logState) };
};
