import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOffering, aPlace } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';

const hub = useHub();

let coordinator: Viewer;
let own = '';
let placeId = '';
let othersDraft = '';
beforeAll(async () => {
  const [organisation, other] = [await anOrganisation(hub), await anOrganisation(hub)];
  own = organisation.id;
  coordinator = aViewerIn(organisation, 'COORDINATOR');
  placeId = (await aPlace(hub, { organisationId: other.id })).id;
  await anOffering(hub, { organisationId: other.id, title: 'Language café for women', placeId });
  await anOffering(hub, { organisationId: other.id, title: 'Homework help' });
  othersDraft = (await anOffering(hub, { organisationId: other.id, title: 'Secret choir', publish: false }))
    .id;
});

const ask = async (input: object, viewer: Viewer | null = coordinator) => {
  const { data, failure } = await hub.ask<{
    similarOfferings: { offering: { id: string; title: { value: string } } }[];
  } | null>(
    viewer,
    `query ($input: SimilarOfferingInput!) { similarOfferings(input: $input) {
       offering { id title(languages: ["en"]) { value } } isSameTitle isSameTime isSamePlace isSameOrganisation } }`,
    { input: { organisationId: own, ...input } },
  );
  return { failure, found: data?.similarOfferings ?? [] };
};

describe('an offering that may be there already', () => {
  it('is found across the region by nearly the same title, whatever its accents', async () => {
    const { found } = await ask({ title: 'Language cafe for Women!' });
    expect(found).toMatchObject([
      {
        offering: { title: { value: 'Language café for women' } },
        isSameTitle: true,
        isSameOrganisation: false,
      },
    ]);
    expect((await ask({ title: 'Swimming in the morning' })).found).toEqual([]);
  });

  it('is found by a weaker likeness when time or place are the same', async () => {
    expect((await ask({ title: 'Language club' })).found).toEqual([]);
    const { found } = await ask({ title: 'Language club', startsAtLocal: '2027-01-05T17:00', placeId });
    expect(found).toMatchObject([{ isSameTitle: false, isSameTime: true, isSamePlace: true }]);
  });

  it('is not told of others’ drafts, of itself, nor to who is not signed in', async () => {
    expect((await ask({ title: 'Secret choir' })).found).toEqual([]);
    const [first] = (await ask({ title: 'Homework help' })).found;
    expect((await ask({ title: 'Homework help', exceptId: first?.offering.id })).found).toEqual([]);
    expect((await ask({ title: 'Homework help' }, null)).failure?.code).toBe('UNAUTHENTICATED');
    expect(othersDraft).not.toBe('');
  });
});
