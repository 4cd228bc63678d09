import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { visibleTo } from './organisation.visibility.ts';

/** The ids of the organisations that a directory of pages may name, in order. */
export const readListedOrganisations = (hub: Hub, viewer: Viewer): Promise<{ id: string }[]> =>
  hub.db.read(viewer, sql`select id from organisations where ${visibleTo(viewer)} and is_public order by id`);
