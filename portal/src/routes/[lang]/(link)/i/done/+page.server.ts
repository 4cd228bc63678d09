import { link_done_no, link_done_request, link_done_stopped } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

const saids: Readonly<Record<string, () => string>> = {
  stop: link_done_stopped,
  request: link_done_request,
};

export const load: PageServerLoad = ({ url }) => ({
  said: (saids[url.searchParams.get('of') ?? ''] ?? link_done_no)(),
});
