import { redirect } from '@sveltejs/kit';
import { loadViewer } from '#lib/server/viewer.ts';
import type { LayoutServerLoad } from './$types';

/** The desks are for people who have signed in; which desk, each desk's own layout asks. */
export const load: LayoutServerLoad = async (event) => {
  const viewer = await loadViewer(event);
  if (!viewer) {
    const next = event.url.pathname + event.url.search;
    redirect(303, `/${event.locals.lang}/sign-in?${new URLSearchParams({ next })}`);
  }
  return { viewer };
};
