import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOffering, aPlace } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { PlaceService } from './place.service.ts';

const hub = useHub();

const create = (viewer: Viewer | null, input: object) =>
  hub.ask<{ createPlace: { place: Record<string, unknown> } } | null>(
    viewer,
    'mutation ($input: CreatePlaceInput!) { createPlace(input: $input) { place { id name postalCode latitude municipality { code } } } }',
    { input },
  );

const choice = async (viewer: Viewer | null, organisationId: string, text?: string) => {
  const { data, failure } = await hub.ask<{ places: { name: string }[] } | null>(
    viewer,
    'query ($id: ID!, $text: String) { places(organisationId: $id, text: $text) { name } }',
    { id: organisationId, text },
  );
  return failure ?? data?.places.map(({ name }) => name);
};

const house = {
  name: 'Talo',
  streetAddress: 'Rantakatu 1',
  postalCode: '80100',
  municipalityCode: '167',
  latitude: 62.6,
  longitude: 29.7,
};

describe('a place', () => {
  it('is made by the organisation’s coordinator, once for a key', async () => {
    const organisation = await anOrganisation(hub);
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const input = { ...house, organisationId: organisation.id, idempotencyKey: 'place-key-1' };
    const first = await create(coordinator, input);
    const second = await create(coordinator, input);
    expect(first.data?.createPlace.place).toMatchObject({
      name: 'Talo',
      postalCode: '80100',
      latitude: 62.6,
      municipality: { code: '167' },
    });
    expect(second.data).toEqual(first.data);
    expect((await create(null, input)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await create(aViewerIn(organisation, 'VOLUNTEER'), input)).failure?.code).toBe('FORBIDDEN');
  });

  it('names every wrong field', async () => {
    const organisation = await anOrganisation(hub);
    const wrong = {
      name: ' ',
      streetAddress: 'x'.repeat(101),
      postalCode: '8010',
      municipalityCode: '999',
      latitude: 55.7,
      longitude: null,
    };
    const { failure } = await create(aViewerIn(organisation, 'COORDINATOR'), {
      ...wrong,
      organisationId: organisation.id,
    });
    expect(failure?.fields?.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'input.postalCode POSTAL_CODE_INVALID',
      'input.municipalityCode MUNICIPALITY_UNKNOWN',
      'input.latitude OUTSIDE_FINLAND',
      'input.longitude POSITION_INCOMPLETE',
      'input.name TEXT_EMPTY',
      'input.streetAddress TEXT_TOO_LONG',
    ]);
  });

  it('is offered to its organisation beside the shared ones', async () => {
    const organisation = await anOrganisation(hub);
    const elsewhere = await anOrganisation(hub);
    await aPlace(hub, { organisationId: organisation.id, name: 'Oma tupa' });
    await aPlace(hub, { organisationId: elsewhere.id, name: 'Toinen tupa' });
    const { name: _name, ...rest } = house;
    await hub.hub.get(PlaceService).createShared(systemViewer('test'), { ...rest, name: 'Kirjasto' });
    const volunteer = aViewerIn(organisation, 'VOLUNTEER');
    expect(await choice(volunteer, organisation.id)).toEqual(['Oma tupa', 'Kirjasto']);
    expect(await choice(volunteer, organisation.id, 'OMA')).toEqual(['Oma tupa']);
    expect(await choice(null, organisation.id)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await choice(volunteer, elsewhere.id)).toEqual(await choice(volunteer, newId()));
    expect(await choice(volunteer, elsewhere.id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is shared by nobody but the system', async () => {
    const organisation = await anOrganisation(hub);
    const sharing = hub.hub.get(PlaceService).createShared(aViewerIn(organisation, 'COORDINATOR'), house);
    await expect(sharing).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('of a draft is seen by its hosts, and by everyone once it is published', async () => {
    const organisation = await anOrganisation(hub);
    const partner = await anOrganisation(hub);
    const place = await aPlace(hub, { organisationId: organisation.id });
    const draft = await anOffering(hub, {
      organisationId: organisation.id,
      coHostIds: [partner.id],
      placeId: place.id,
      publish: false,
    });
    const ask = async (viewer: Viewer | null) => {
      const { data } = await hub.ask<{ offering: { place: { id: string } | null } | null }>(
        viewer,
        'query ($id: ID!) { offering(id: $id) { place { id } } }',
        { id: draft.id },
      );
      return data.offering?.place?.id;
    };
    expect(await ask(aViewerIn(partner, 'COORDINATOR'))).toBe(place.id);
    expect(await ask(null)).toBeUndefined();
    await hub.ask(
      aViewerIn(organisation, 'COORDINATOR'),
      'mutation ($id: ID!) { publishOffering(input: { offeringId: $id, version: 1 }) { offering { id } } }',
      {
        id: draft.id,
      },
    );
    expect(await ask(null)).toBe(place.id);
  });
});
