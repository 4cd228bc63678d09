import { error } from '@sveltejs/kit';
import { loadViewer } from '#lib/server/viewer.ts';
import type { LayoutServerLoad } from './$types';

/** The desk is for caseworkers and their managers. */
export const load: LayoutServerLoad = async (event) => {
  const viewer = await loadViewer(event);
  if (!viewer?.viewerCan.openCaseworkerDesk) error(403, 'FORBIDDEN');
};
