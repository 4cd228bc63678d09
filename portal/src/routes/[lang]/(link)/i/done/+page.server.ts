import { link_done_no, link_done_stopped } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  said: url.searchParams.get('of') === 'stop' ? link_done_stopped() : link_done_no(),
});
