import { DeskOfferings } from '#lib/rooms/offerings/desk-pages.queries.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

const statuses = ['PUBLISHED', 'DRAFT', 'ARCHIVED'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const status = statuses.find((known) => known === url.searchParams.get('status')) ?? 'PUBLISHED';
  const after = url.searchParams.get('after');
  const data = orError(
    await locals.api.query(DeskOfferings, {
      organisationId: params.organisationId,
      status,
      languages: [locals.lang],
      after,
    }),
  );
  return { status, statuses, isFurther: after !== null, ...data.offerings };
};
