import { redirect } from '@sveltejs/kit';
import { moveOf } from '#lib/rooms/clients/client-move-view.ts';
import {
  AcceptClientMove,
  CancelClientMove,
  ClientMoves,
  DeclineClientMove,
} from '#lib/rooms/clients/client-move.queries.ts';
import { failWith, orError, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { clientMoves } = orError(await locals.api.query(ClientMoves, {}));
  return { moves: clientMoves.map(moveOf), notice: url.searchParams.get('notice') };
};

export const actions: Actions = {
  accept: async ({ locals, request }) => {
    const input = { moveId: text(await request.formData(), 'moveId') };
    const { data, error } = await locals.api.mutate(AcceptClientMove, { input });
    if (error) return failWith(error, input);
    redirect(303, `/${locals.lang}/caseworker/clients/${data.acceptClientMove.clientId}?notice=saved`);
  },

  decline: async ({ locals, request }) => {
    const input = { moveId: text(await request.formData(), 'moveId') };
    const { error } = await locals.api.mutate(DeclineClientMove, { input });
    if (error) return failWith(error, input);
    redirect(303, `/${locals.lang}/caseworker/moves?notice=saved`);
  },

  cancel: async ({ locals, request }) => {
    const input = { moveId: text(await request.formData(), 'moveId') };
    const { error } = await locals.api.mutate(CancelClientMove, { input });
    if (error) return failWith(error, input);
    redirect(303, `/${locals.lang}/caseworker/moves?notice=saved`);
  },
};
