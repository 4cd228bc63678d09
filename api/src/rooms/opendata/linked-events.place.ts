import type { PlaceRow } from '../offerings/index.ts';
import { addressOf, createdAtOf, dataSource, sourceId } from './linked-events.words.ts';

type Labels = Readonly<Record<string, string>>;

const common = {
  image: null,
  data_source: dataSource,
  publisher: null,
  parent: null,
  replaced_by: null,
  deleted: false,
  custom_data: null,
  email: null,
  contact_type: null,
  address_region: null,
  post_office_box_num: null,
  telephone: null,
  info_url: null,
  '@context': 'http://schema.org',
  '@type': 'Place',
} as const;

/** The place of what has none: on the net. */
export const onlineId = sourceId('internet');

export const onlinePlace = (publicUrl: string): object => ({
  id: onlineId,
  ...common,
  divisions: [],
  created_time: null,
  last_modified_time: null,
  postal_code: null,
  address_country: null,
  position: null,
  street_address: null,
  name: { fi: 'Internet', sv: 'Internet', en: 'Internet' },
  address_locality: null,
  description: null,
  '@id': addressOf(publicUrl, 'place', onlineId),
});

/** A place as Linked Events shows it; positions are WGS 84, longitude first. */
export const linkedPlace = (publicUrl: string, place: PlaceRow, municipality: Labels): object => {
  const { id, name, streetAddress, postalCode, municipalityCode, latitude, longitude, directions } = place;
  return {
    id: sourceId(id),
    ...common,
    divisions: [
      { type: 'muni', ocd_id: null, municipality: null, code: municipalityCode, name: municipality },
    ],
    created_time: createdAtOf(id).toISOString(),
    last_modified_time: null,
    postal_code: postalCode,
    address_country: 'FI',
    position:
      latitude === null || longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
    street_address: { fi: streetAddress },
    name: { fi: name },
    address_locality: municipality,
    description: directions ? { fi: directions } : null,
    '@id': addressOf(publicUrl, 'place', sourceId(id)),
  };
};
