import { manualOf } from '#lib/rooms/referrals/manual-view.ts';
import { ReferralManual } from '#lib/rooms/referrals/manual.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals }) => ({
  states: manualOf(orError(await locals.api.query(ReferralManual, {})).referralManual),
});
