import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** The association desk is for those who work for an organisation that offers something. */
export const load: LayoutServerLoad = async ({ parent }) => {
  const { viewer } = await parent();
  if (!viewer?.viewerCan.openAssociationDesk) error(403, 'FORBIDDEN');
};
