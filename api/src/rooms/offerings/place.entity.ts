import { defineEntity, p } from '@mikro-orm/postgresql';
import { Organisation } from '../organisations/index.ts';
import { Municipality, Region } from '../regions/index.ts';
import { securedByHosts } from './host.security.ts';

/** Where offerings take place. A place without organisation is shared by the whole network. */
export const Place = defineEntity({
  name: 'Place',
  tableName: 'places',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).nullable().mapToPk(),
    /** Its organisation, and those that host an offering there with it. */
    hostIds: p.array().columnType('uuid[]'),
    /** Shared, or named by an offering that was published. */
    isPublic: p.boolean(),
    name: p.text(),
    streetAddress: p.text(),
    postalCode: p.text().nullable(),
    municipality: () => p.manyToOne(Municipality).mapToPk(),
    /** WGS 84, degrees. */
    latitude: p.double().nullable(),
    longitude: p.double().nullable(),
    /** How to find the door. */
    directions: p.text().nullable(),
    createdAt: p.datetime(),
  },
  checks: [
    { name: 'places_shared', expression: 'organisation_id is not null or is_public' },
    // Both or neither; the bounds of Finland.
    { name: 'places_position', expression: '(latitude is null) = (longitude is null)' },
    { name: 'places_latitude', expression: 'latitude between 59 and 71' },
    { name: 'places_longitude', expression: 'longitude between 19 and 32' },
  ],
  indexes: [{ properties: ['organisation', 'name'] }],
  ...securedByHosts('places'),
});
