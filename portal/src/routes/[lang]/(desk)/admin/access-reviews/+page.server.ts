import { OverdueReviews } from '#lib/rooms/people/access-review.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  reviews: orError(await locals.api.query(OverdueReviews, {})).overdueAccessReviews,
});
