import sql, { join, type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { organisationColumns, type OrganisationRow } from './organisation.read.ts';
import { visibleTo } from './organisation.visibility.ts';

/** An organisation as a directory knows it. */
export interface OpenOrganisation extends OrganisationRow {
  readonly updatedAt: Date;
}

export interface OpenOrganisationFilter {
  readonly text?: string | null;
  readonly changedSince: Date | null;
}

export interface OpenOrganisationPage {
  /** Behind this id; null from the start. */
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

const conditions = (viewer: Viewer, { text, changedSince }: OpenOrganisationFilter): Sql =>
  join(
    [
      visibleTo(viewer),
      sql`is_public`,
      ...(changedSince ? [sql`updated_at > ${changedSince}`] : []),
      ...(text ? [sql`position(lower(unaccent(${text})) in lower(unaccent(name))) > 0`] : []),
    ],
    ' and ',
  );

/** A page of the verified organisations in order of ids. */
export const readOpenOrganisations = (
  hub: Hub,
  viewer: Viewer,
  filter: OpenOrganisationFilter,
  { after, skip, limit }: OpenOrganisationPage,
): Promise<OpenOrganisation[]> =>
  hub.db.read(
    viewer,
    sql`select ${organisationColumns}, updated_at as "updatedAt" from organisations
        where ${conditions(viewer, filter)} ${after ? sql`and id > ${after}::uuid` : sql``}
        order by id limit ${limit} offset ${skip}`,
  );

export const countOpenOrganisations = async (
  hub: Hub,
  viewer: Viewer,
  filter: OpenOrganisationFilter,
): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from organisations where ${conditions(viewer, filter)}`,
  );
  return row?.count ?? 0;
};
