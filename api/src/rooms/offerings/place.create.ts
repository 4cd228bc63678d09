import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { organisationPolicy, OrganisationService } from '../organisations/index.ts';
import { RegionService } from '../regions/index.ts';
import type { CreatePlaceInput } from './lifecycle.inputs.ts';
import { signInNeeded } from './offering.errors.ts';
import { offeringPolicy } from './offering.policy.ts';
import { Problems } from './offering.problems.ts';
import { Place } from './place.entity.ts';

/** The bounds of Finland, in degrees. */
const latitudes = { least: 59, most: 71 };
const longitudes = { least: 19, most: 32 };

export type PlaceFields = Omit<CreatePlaceInput, 'organisationId' | 'idempotencyKey'>;

const checkPosition = ({ latitude, longitude }: PlaceFields, problems: Problems): void => {
  const outside = (value: number, { least, most }: typeof latitudes): boolean =>
    !(value >= least && value <= most);
  if (latitude != null && outside(latitude, latitudes)) {
    problems.add(
      'latitude',
      'OUTSIDE_FINLAND',
      'The latitude must lie in Finland: 59 to 71 degrees (WGS 84).',
    );
  }
  if (longitude != null && outside(longitude, longitudes)) {
    problems.add(
      'longitude',
      'OUTSIDE_FINLAND',
      'The longitude must lie in Finland: 19 to 32 degrees (WGS 84).',
    );
  }
  if ((latitude == null) !== (longitude == null)) {
    problems.add(
      latitude == null ? 'latitude' : 'longitude',
      'POSITION_INCOMPLETE',
      'Give latitude and longitude, or neither.',
    );
  }
};

const check = async (hub: Hub, input: PlaceFields) => {
  const problems = new Problems();
  const line = { maxLength: 100, multiline: false };
  const postalCode = problems.optionalText('postalCode', input.postalCode, line);
  if (postalCode !== null && !/^\d{5}$/.test(postalCode)) {
    problems.add('postalCode', 'POSTAL_CODE_INVALID', 'Write five digits, e.g. 80100.');
  }
  if (!(await hub.get(RegionService).municipality(input.municipalityCode))) {
    problems.add(
      'municipalityCode',
      'MUNICIPALITY_UNKNOWN',
      'No municipality has this code. Choose one from the list.',
    );
  }
  checkPosition(input, problems);
  const place = {
    name: problems.text('name', input.name, line),
    streetAddress: problems.text('streetAddress', input.streetAddress, line),
    postalCode,
    municipality: input.municipalityCode,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    directions: problems.optionalText('directions', input.directions, { maxLength: 500, multiline: true }),
  };
  problems.throwIfAny();
  return place;
};

/**
 * A new place of an organisation. Returns its id.
 * Errors: UNAUTHENTICATED; NOT_FOUND (organisation); FORBIDDEN, NOT_VERIFIED; INVALID_INPUT with every wrong field.
 */
export const createPlace = async (hub: Hub, viewer: Viewer, input: CreatePlaceInput): Promise<string> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const organisation = await hub.get(OrganisationService).get(viewer, input.organisationId.toLowerCase());
  organisationPolicy.authorize(viewer, 'createOffering', organisation);
  const place = await check(hub, input);
  const { id: region } = await hub.get(RegionService).region();
  const now = hub.clock.now();
  const hostIds = [organisation.id];
  return hub.db.write(viewer, (tx) =>
    tx.once('createPlace', input.idempotencyKey, input, async () => {
      const id = newId(now);
      await tx.em.insert(Place, {
        ...place,
        id,
        region,
        organisation: organisation.id,
        hostIds,
        isPublic: false,
        createdAt: now,
      });
      await tx.audit({ action: 'place.create', subjectId: id, organisationId: organisation.id });
      return id;
    }),
  );
};

/** A place that every organisation may use: for seeds and reference data, by the system alone. Returns its id. */
export const createSharedPlace = async (hub: Hub, viewer: Viewer, fields: PlaceFields): Promise<string> => {
  offeringPolicy.authorize(viewer, 'sharePlace', null);
  const place = await check(hub, fields);
  const { id: region } = await hub.get(RegionService).region();
  const now = hub.clock.now();
  const id = newId(now);
  await hub.db.write(viewer, (tx) =>
    tx.em.insert(Place, {
      ...place,
      id,
      region,
      organisation: null,
      hostIds: [],
      isPublic: true,
      createdAt: now,
    }),
  );
  return id;
};
