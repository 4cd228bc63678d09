import { text } from '#lib/server/forms.ts';
import { begin, end, type Event } from './move-actions.ts';
import { CancelReferralSignUp, SignUpReferral } from './sign-up.queries.ts';

/** Places on dates for the client of a referral; what is allowed is the API's to say. */
export const signUpActions = {
  signUp: async (event: Event) => {
    const { form, at } = await begin(event);
    const input = { referralId: at.referralId, occurrenceId: text(form, 'occurrenceId') };
    const result = await event.locals.api.mutate(SignUpReferral, { input });
    return end(event, result, 'signedUp', { move: 'signUp' });
  },

  cancelSignUp: async (event: Event) => {
    const { form, at } = await begin(event);
    const input = { referralId: at.referralId, occurrenceId: text(form, 'occurrenceId') };
    const result = await event.locals.api.mutate(CancelReferralSignUp, { input });
    return end(event, result, 'placeBack', { move: 'cancelSignUp' });
  },
};
