import sql, { raw, type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { PlaceRow } from './offering.row.ts';
import { visibleTo } from './offering.visibility.ts';

const columns: Sql = raw(
  `l.id, l.name, l.street_address as "streetAddress", l.postal_code as "postalCode",
   l.municipality_code as "municipalityCode", l.latitude, l.longitude, l.directions`,
);

/** Places by id, as the viewer may see them. */
export const readPlaces = (hub: Hub, viewer: Viewer, ids: readonly string[]): Promise<PlaceRow[]> =>
  hub.db.read(
    viewer,
    sql`select ${columns} from places l where l.id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer, 'l')}`,
  );

/** The places an organisation chooses from: its own, then the shared ones, each by name. */
export const listPlaces = (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
  text: string | null,
): Promise<PlaceRow[]> => {
  const matches = text
    ? sql`and position(lower(unaccent(${text})) in lower(unaccent(l.name || ' ' || l.street_address))) > 0`
    : sql``;
  return hub.db.read(
    viewer,
    sql`select ${columns} from places l
        where (l.organisation_id = ${organisationId} or l.organisation_id is null) ${matches} and ${visibleTo(viewer, 'l')}
        order by l.organisation_id is null, l.name, l.id limit 200`,
  );
};

/** Whether an offering of these hosts may take place there: it belongs to one of them, or is shared. */
export const placeMayServe = async (
  hub: Hub,
  viewer: Viewer,
  id: string,
  hostIds: readonly string[],
): Promise<boolean> => {
  const row = await hub.db.readOne(
    viewer,
    sql`select l.id from places l
        where l.id = ${id} and (l.organisation_id is null or l.organisation_id = any(${[...hostIds]}::uuid[]))
          and ${visibleTo(viewer, 'l')}`,
  );
  return row !== undefined;
};
