import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ parent }) => {
  const { viewer } = await parent();
  if (!viewer?.viewerCan.openProtectionDesk) error(403, 'FORBIDDEN');
};
