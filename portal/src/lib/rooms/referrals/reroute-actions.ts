import { redirect } from '@sveltejs/kit';
import { text } from '#lib/server/forms.ts';
import { begin, type Event } from './move-actions.ts';
import { refuse } from './move-form.ts';
import { DiscardDraft, RerouteReferral } from './reroute.queries.ts';

/** What comes after a referral that came to nothing, and after a draft that is not wanted. */
export const rerouteActions = {
  reroute: async (event: Event) => {
    const { form, at } = await begin(event);
    const input = {
      referralId: at.referralId,
      offeringId: text(form, 'offeringId'),
      idempotencyKey: text(form, 'idempotencyKey') || null,
    };
    const { data, error } = await event.locals.api.mutate(RerouteReferral, { input });
    if (error) return refuse(error, { move: 'reroute' });
    const { id } = data.rerouteReferral.referral;
    redirect(303, `/${event.locals.lang}/referrals/${id}?notice=rerouted`);
  },

  discard: async (event: Event) => {
    const { form, at } = await begin(event);
    const { error } = await event.locals.api.mutate(DiscardDraft, { input: at });
    if (error) return refuse(error, { move: 'discard' });
    const clientId = encodeURIComponent(text(form, 'clientId'));
    redirect(303, `/${event.locals.lang}/caseworker/clients/${clientId}?notice=discarded`);
  },
};
