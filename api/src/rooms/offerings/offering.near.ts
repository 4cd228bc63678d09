import sql, { type Sql } from 'sql-template-tag';
import { invalidInput } from '../../platform/errors/hub-error.ts';
import { centreOf, municipalitiesNear } from '../regions/index.ts';
import type { NearInput } from './offering.filters.ts';

const mostKilometres = 500;

/**
 * Whether an offering lies near a municipality's centre, as a condition on `offerings o`. A place without coordinates
 * counts as its municipality's centre, as does an offering without a place; one that is online alone is nowhere.
 * The formula is that of `distanceKm`. Errors: INVALID_INPUT OUT_OF_RANGE.
 */
export const isNear = ({ municipalityCode, kilometres }: NearInput): Sql => {
  if (!(kilometres > 0 && kilometres <= mostKilometres)) {
    const message = `Name a distance above 0 and at most ${mostKilometres} kilometres.`;
    throw invalidInput('filter.near.kilometres', 'OUT_OF_RANGE', message);
  }
  const from = centreOf(municipalityCode);
  if (!from) return sql`false`;
  const { latitude, longitude } = from;
  const codes = municipalitiesNear(municipalityCode, kilometres);
  return sql`coalesce(
    (select 2 * 6371.0088 * asin(least(1, sqrt(sin(radians(l.latitude - ${latitude}::float8) / 2) ^ 2
       + cos(radians(${latitude}::float8)) * cos(radians(l.latitude)) * sin(radians(l.longitude - ${longitude}::float8) / 2) ^ 2)))
       <= ${kilometres}::float8 from places l where l.id = o.place_id and l.latitude is not null),
    o.municipality_code = any(${codes}::text[]) and (o.place_id is not null or o.online_url is null))`;
};
