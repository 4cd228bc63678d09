import { roleWords } from '#lib/rooms/people/desk-words.ts';
import { text } from '#lib/server/forms.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import type { Choice } from '#lib/ui/types.ts';
import { AssignablePeople, AssignReferral } from './assign.queries.ts';
import type { ReferralData } from './letter.ts';
import { begin, end, type Event } from './move-actions.ts';

/** To whom the viewer can give it; none where they cannot. */
export async function assigneesOf(api: RequestApi, referral: ReferralData): Promise<Choice[]> {
  if (!referral.viewerCan.assign) return [];
  const { data } = await api.query(AssignablePeople, { id: referral.receivingOrganisation.id });
  const members = data?.organisation?.members?.nodes ?? [];
  const able = members.filter(({ role }) => role === 'COORDINATOR' || role === 'VOLUNTEER');
  const choices = able.map(({ person, role }) => ({
    value: person.id,
    label: `${person.displayName} (${roleWords[role]()})`,
  }));
  // Who holds two roles stands in the list once.
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

export const assignActions = {
  assign: async (event: Event) => {
    const { form, at } = await begin(event);
    const assigneeId = text(form, 'assigneeId') || null;
    const result = await event.locals.api.mutate(AssignReferral, { input: { ...at, assigneeId } });
    return end(event, result, 'assigned', { move: 'assign' });
  },
};
