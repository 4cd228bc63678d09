import { loadViewer } from '#lib/server/viewer.ts';
import type { LayoutServerLoad } from './$types';

/** What every page's frame needs: the language and who reads. */
export const load: LayoutServerLoad = async (event) => ({
  lang: event.locals.lang,
  viewer: await loadViewer(event),
});
