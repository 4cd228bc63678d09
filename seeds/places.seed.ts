import sql from 'sql-template-tag';
import { PlaceService } from '../api/src/rooms/offerings/index.ts';
import { offerings, organisations, places } from './content/content.ts';
import type { SeedPlace } from './content/content.types.ts';
import { inParallel } from './in-parallel.ts';
import { instantBefore } from './seed.calendar.ts';
import { idOf, seedViewer, type Ids, type SeedContext } from './seed.context.ts';

const ENTERED_DAYS_AGO = 210;

/** The one organisation that uses an example place: then it is its own. Public places are everyone's. */
const ownerOf = ({ key, isExample }: SeedPlace): string | undefined => {
  if (!isExample) return undefined;
  const users = new Set([
    ...organisations.filter((each) => each.isVerified && each.places.includes(key)).map((each) => each.key),
    ...offerings.filter(({ place }) => place === key).map(({ organisation }) => organisation),
  ]);
  const [only] = users;
  return users.size === 1 ? only : undefined;
};

const enter = async ({ hub }: SeedContext, place: SeedPlace, organisationIds: Ids): Promise<string> => {
  const fields = {
    name: place.name.fi,
    streetAddress: place.street,
    postalCode: place.postalCode,
    municipalityCode: place.municipality,
    latitude: place.latitude,
    longitude: place.longitude,
    directions: place.directions?.fi ?? null,
  };
  const owner = ownerOf(place);
  const service = hub.get(PlaceService);
  const { id } = owner
    ? await service.create(seedViewer, { ...fields, organisationId: idOf(organisationIds, owner) })
    : await service.createShared(seedViewer, fields);
  return id;
};

const addressOf = (name: string, street: string): string => `${name}\n${street}`;

/** Enters the places that are not there yet, known by name and street. Returns all ids by key. */
export const seedPlaces = async (context: SeedContext, organisationIds: Ids): Promise<Ids> => {
  const { hub, clock, day } = context;
  const rows = await hub.db.read<{ id: string; name: string; street: string }>(
    seedViewer,
    sql`select id, name, street_address as street from places`,
  );
  const known = new Map(rows.map(({ id, name, street }) => [addressOf(name, street), id]));
  clock.set(instantBefore(day, ENTERED_DAYS_AGO, '11:00'));
  const ids = await inParallel(places, async (place): Promise<[string, string]> => {
    const id = known.get(addressOf(place.name.fi, place.street));
    return [place.key, id ?? (await enter(context, place, organisationIds))];
  });
  return new Map(ids);
};
