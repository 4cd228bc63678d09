import { Escalations } from '#lib/rooms/referrals/escalations.queries.ts';
import { stateTones, stateWords } from '#lib/rooms/referrals/referral.words.ts';
import { orError } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { referralEscalations } = orError(await locals.api.query(Escalations, {}));
  return {
    late: referralEscalations.map(({ state, daysLate, receivingOrganisation, referringOrganisation }) => ({
      state: stateWords[state](),
      tone: stateTones[state],
      daysLate,
      receiver: receivingOrganisation,
      municipality: referringOrganisation.name,
    })),
  };
};
