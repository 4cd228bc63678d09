import { describe, expect, it } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { askOffering, askOfferingChange } from '../../../test/makers/offering-asks.ts';
import { anOffering, type OfferingWish } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';

const hub = useOwnHub();

const scene = async (wish: Partial<OfferingWish> = {}) => {
  const organisation = await anOrganisation(hub);
  const coordinator = aViewerIn(organisation, 'COORDINATOR');
  const offering = await anOffering(hub, { organisationId: organisation.id, ...wish });
  const move = (change: 'publish' | 'archive', version: number) =>
    askOfferingChange(hub, coordinator, change, { offeringId: offering.id, version });
  return { organisation, coordinator, offering, move };
};

const listed = async (offeringId: string): Promise<number> => {
  const { data } = await hub.ask<{ occurrences: { nodes: unknown[] } }>(
    null,
    'query ($id: ID!) { occurrences(filter: { offeringId: $id }) { nodes { id } } }',
    { id: offeringId },
  );
  return data.occurrences.nodes.length;
};

describe('publishing', () => {
  it('shows a draft with its texts, dates and place to everyone', async () => {
    const { offering, move } = await scene({ publish: false });
    expect(await listed(offering.id)).toBe(0);
    const published = await move('publish', 1);
    expect(published.offering).toMatchObject({
      status: 'PUBLISHED',
      version: 2,
      viewerCan: { publish: false, archive: true },
    });
    expect(await listed(offering.id)).toBe(10);
    const seen = await askOffering(hub, null, offering.id);
    expect(seen?.translations).toHaveLength(2);
    expect(seen?.schedules).toHaveLength(1);
    expect(seen?.viewerCan).toEqual({
      update: false,
      publish: false,
      archive: false,
      refer: false,
      seeSignUps: false,
    });
  });

  it('happens once, at the version that was read', async () => {
    const { move } = await scene({ publish: false });
    expect((await move('publish', 2)).failure).toMatchObject({
      reason: 'STALE_VERSION',
      facts: { version: 1 },
    });
    await move('publish', 1);
    expect((await move('publish', 2)).failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'ILLEGAL_MOVE',
      facts: { status: 'PUBLISHED', allowedMoves: ['update', 'archive'] },
    });
  });

  it('answers for another organisation’s draft as for one that does not exist', async () => {
    const { offering } = await scene({ publish: false });
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    const ask = (offeringId: string) =>
      askOfferingChange(hub, stranger, 'publish', { offeringId, version: 1 });
    expect((await ask(offering.id)).failure).toEqual((await ask(newId())).failure);
    expect((await ask('no id at all')).failure?.code).toBe('NOT_FOUND');
    expect(
      (await askOfferingChange(hub, null, 'publish', { offeringId: offering.id, version: 1 })).failure?.code,
    ).toBe('UNAUTHENTICATED');
  });
});

describe('archiving', () => {
  it('takes it off every list, cancels its coming dates, and its address still explains itself', async () => {
    const { offering, move, organisation } = await scene();
    const archived = await move('archive', 1);
    expect(archived.offering.viewerCan).toMatchObject({ update: false, publish: false, archive: false });
    expect(await listed(offering.id)).toBe(0);
    const seen = await askOffering(hub, null, offering.id);
    expect(seen?.status).toBe('ARCHIVED');
    expect(seen?.nextOccurrences.map(({ status }) => status)).toEqual(Array(10).fill('CANCELLED'));
    const { data } = await hub.ask<{ offerings: { nodes: unknown[] } }>(
      null,
      'query ($id: ID!) { offerings(filter: { organisationId: $id }) { nodes { id } } }',
      { id: organisation.id },
    );
    expect(data.offerings.nodes).toEqual([]);
  });

  it('tells of every coming date', async () => {
    const { move } = await scene();
    let told = 0;
    hub.hub.events.on('occurrence.cancelled', () => Promise.resolve(void (told += 1)));
    await move('archive', 1);
    expect(told).toBe(10);
  });

  it('keeps a draft that was thrown away hidden', async () => {
    const { offering, move, coordinator } = await scene({ publish: false });
    await move('archive', 1);
    expect(await askOffering(hub, null, offering.id)).toBeNull();
    expect((await askOffering(hub, coordinator, offering.id))?.status).toBe('ARCHIVED');
    const { failure } = await askOfferingChange(hub, coordinator, 'update', {
      offeringId: offering.id,
      version: 2,
      capacity: 3,
    });
    expect(failure).toMatchObject({ reason: 'ILLEGAL_MOVE', facts: { allowedMoves: [] } });
  });
});
