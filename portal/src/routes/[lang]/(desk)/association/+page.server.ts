import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** One organisation is opened at once; of several one is chosen. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { viewer } = await parent();
  const desks = (viewer?.memberships ?? []).filter(
    ({ role }) => role === 'COORDINATOR' || role === 'VOLUNTEER' || role === 'MANAGER',
  );
  const organisations = [
    ...new Map(desks.map(({ organisation }) => [organisation.id, organisation])).values(),
  ];
  const [only] = organisations;
  const mine = desks.every(({ role }) => role === 'VOLUNTEER') ? '/mine' : '';
  if (only && organisations.length === 1) redirect(303, `/${locals.lang}/association/${only.id}${mine}`);
  return { organisations };
};
