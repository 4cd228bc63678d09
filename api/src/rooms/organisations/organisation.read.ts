import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Page } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { visibleTo } from './organisation.visibility.ts';
import type { OrganisationKind, OrganisationStatus } from './organisation.words.ts';

/** An organisation as resolvers and other rooms read it. */
export interface OrganisationRow {
  readonly id: string;
  readonly slug: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly sortName: string;
  readonly status: OrganisationStatus;
  readonly isExample: boolean;
  readonly businessId: string | null;
  readonly municipalityCode: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly languageTags: readonly string[];
  readonly descriptions: readonly Translated[];
  readonly logoVersion: number | null;
  /** ISO date, the agreement's last day. */
  readonly agreementValidUntil: string | null;
  readonly version: number;
}

const columns = `id, slug, kind, name, sort_name as "sortName", status, is_example as "isExample",
  business_id as "businessId", municipality_code as "municipalityCode", email, phone, website,
  language_tags as "languageTags", descriptions, logo_version as "logoVersion",
  agreement_valid_until::text as "agreementValidUntil", version`;

/** The columns of an `OrganisationRow`, for a statement on `organisations`. */
export const organisationColumns: Sql = raw(columns);

/** Organisations by id, as the viewer may see them. */
export const readOrganisations = (
  hub: Hub,
  viewer: Viewer,
  ids: readonly string[],
): Promise<OrganisationRow[]> =>
  hub.db.read(
    viewer,
    sql`select ${organisationColumns} from organisations where id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer)}`,
  );

export interface OrganisationFilter {
  readonly text?: string | null;
  readonly municipalityCode?: string | null;
  readonly kind?: OrganisationKind | null;
  readonly status?: OrganisationStatus | null;
  /** Only those with these ids: the viewer's own. */
  readonly ids?: readonly string[] | null;
}

const conditions = (viewer: Viewer, filter: OrganisationFilter): Sql => {
  const { text, municipalityCode, kind, status, ids } = filter;
  return join(
    [
      visibleTo(viewer),
      ...(status ? [sql`status = ${status}`] : [sql`status <> 'REJECTED'`]),
      ...(kind ? [sql`kind = ${kind}`] : []),
      ...(municipalityCode ? [sql`municipality_code = ${municipalityCode}`] : []),
      ...(ids ? [sql`id = any(${[...ids]}::uuid[])`] : []),
      ...(text ? [sql`position(lower(unaccent(${text})) in lower(unaccent(name))) > 0`] : []),
    ],
    ' and ',
  );
};

/** One page of organisations by name. */
export const listOrganisations = (
  hub: Hub,
  viewer: Viewer,
  filter: OrganisationFilter,
  page: Page,
): Promise<OrganisationRow[]> => {
  const [sortName, id] = page.after ?? [];
  const behind = page.after ? sql`and (sort_name collate "C", id) > (${sortName}::text, ${id}::uuid)` : sql``;
  return hub.db.read(
    viewer,
    sql`select ${organisationColumns} from organisations where ${conditions(viewer, filter)} ${behind}
        order by sort_name collate "C", id limit ${page.fetchCount}`,
  );
};

export const countOrganisations = async (
  hub: Hub,
  viewer: Viewer,
  filter: OrganisationFilter,
): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from organisations where ${conditions(viewer, filter)}`,
  );
  return row?.count ?? 0;
};
