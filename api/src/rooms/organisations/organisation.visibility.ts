import sql, { type Sql } from 'sql-template-tag';
import { isNetworkAdmin, isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';

/** The policy's `read` as a condition on rows of `organisations`. */
export const visibleTo = (viewer: Viewer): Sql => {
  if (isNetworkAdmin(viewer) || isSystem(viewer)) return sql`true`;
  const own = organisationsOf(viewer);
  return own.length === 0 ? sql`is_public` : sql`(is_public or id = any(${own}::uuid[]))`;
};
