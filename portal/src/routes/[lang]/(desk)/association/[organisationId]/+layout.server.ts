import { DeskFrame } from '#lib/rooms/organisations/desk-organisation.queries.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, parent }) => {
  const { viewer } = await parent();
  const isMember = viewer?.memberships.some(({ organisation }) => organisation.id === params.organisationId);
  if (!isMember) error(404, 'NOT_FOUND');
  const data = orError(await locals.api.query(DeskFrame, { id: params.organisationId }));
  return { organisation: orNotFound(data.organisation), waitingCount: data.waiting.totalCount ?? 0 };
};
