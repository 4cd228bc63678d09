import sql, { join, type Sql } from 'sql-template-tag';
import type { Page } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isNetworkAdmin, isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import type { OfferingFilter } from './offering.filters.ts';
import { matches } from './offering.match.ts';
import { offeringColumns, type OfferingRow } from './offering.row.ts';
import { offeringsListedTo } from './offering.visibility.ts';

const conditions = (viewer: Viewer, filter: OfferingFilter): Sql => {
  const { status, takesReferrals } = filter;
  const facets = matches(
    filter,
    organisationsOf(viewer).length > 0 || isNetworkAdmin(viewer) || isSystem(viewer),
  );
  return join(
    [
      offeringsListedTo(viewer),
      ...(status ? [sql`o.status = ${status}`] : []),
      ...(takesReferrals ? [sql`o.takes_referrals`] : []),
      ...(facets ? [facets] : []),
    ],
    ' and ',
  );
};

/** One page of offerings, newest first. */
export const listOfferings = (
  hub: Hub,
  viewer: Viewer,
  filter: OfferingFilter,
  page: Page,
): Promise<OfferingRow[]> => {
  const [id] = page.after ?? [];
  const behind = page.after ? sql`and o.id < ${id}::uuid` : sql``;
  return hub.db.read(
    viewer,
    sql`select ${offeringColumns} from offerings o where ${conditions(viewer, filter)} ${behind}
        order by o.id desc limit ${page.fetchCount}`,
  );
};

export const countOfferings = async (hub: Hub, viewer: Viewer, filter: OfferingFilter): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from offerings o where ${conditions(viewer, filter)}`,
  );
  return row?.count ?? 0;
};

/** The newest offerings of each organisation, `fetchCount` at most, in one statement. */
export const listOfferingsOf = (
  hub: Hub,
  viewer: Viewer,
  organisationIds: readonly string[],
  page: Page,
): Promise<(OfferingRow & { readonly wantedId: string })[]> => {
  const [id] = page.after ?? [];
  const behind = page.after ? sql`and o.id < ${id}::uuid` : sql``;
  return hub.db.read(
    viewer,
    sql`select wanted.id as "wantedId", o.* from unnest(${[...organisationIds]}::uuid[]) as wanted(id)
        cross join lateral (
          select ${offeringColumns} from offerings o
          where wanted.id = any(o.host_ids) and ${offeringsListedTo(viewer)} ${behind}
          order by o.id desc limit ${page.fetchCount}) o
        order by o.id desc`,
  );
};
