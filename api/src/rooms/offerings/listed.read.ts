import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { isOffered, visibleTo } from './offering.visibility.ts';

/** The offerings that a directory of pages may name: published, in order of their ids. */
export const readListedOfferings = (hub: Hub, viewer: Viewer): Promise<{ id: string; updatedAt: Date }[]> =>
  hub.db.read(
    viewer,
    sql`select o.id, o.updated_at as "updatedAt" from offerings o
        where ${visibleTo(viewer, 'o')} and o.is_public and ${isOffered} order by o.id`,
  );
