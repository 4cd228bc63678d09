import { redirect } from '@sveltejs/kit';
import {
  AccessReviewPage,
  AnswerAccessReview,
  CompleteAccessReview,
} from '#lib/rooms/people/access-review.queries.ts';
import { failWith, orError, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { organisationId } = params;
  const { accessReview } = orError(await locals.api.query(AccessReviewPage, { organisationId }));
  return { review: accessReview };
};

export const actions: Actions = {
  keep: async ({ locals, request, url }) => {
    const form = await request.formData();
    const membershipId = text(form, 'membershipId');
    const { error } = await locals.api.mutate(AnswerAccessReview, {
      input: { reviewId: text(form, 'reviewId'), membershipId, decision: 'KEEP' },
    });
    if (error) return failWith(error, {});
    redirect(303, `${url.pathname}#member-${membershipId}`);
  },
  complete: async ({ locals, request, url }) => {
    const reviewId = text(await request.formData(), 'reviewId');
    const { error } = await locals.api.mutate(CompleteAccessReview, { input: { reviewId } });
    if (error) return failWith(error, {});
    redirect(303, url.pathname);
  },
};
