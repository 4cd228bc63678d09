import { describe, expect, it } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { anOccurrence, minuteLater } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { OccurrenceCancelled } from './offering.events.ts';

const hub = useOwnHub();

const mutation = `mutation ($input: CancelOccurrenceInput!) { cancelOccurrence(input: $input) { notifiedCount
  occurrence { id status cancelledAt cancelReason(languages: ["ar"]) { value language isFallback } viewerCan { cancel signUp } } } }`;

interface Cancelled {
  readonly cancelOccurrence: {
    readonly notifiedCount: number;
    readonly occurrence: Readonly<Record<string, unknown>>;
  };
}

const cancel = (viewer: Viewer | null, occurrenceId: string, reasons: object[] = []) =>
  hub.ask<Cancelled | null>(viewer, mutation, { input: { occurrenceId, reasons } });

const scene = async () => {
  const organisation = await anOrganisation(hub);
  return {
    coordinator: aViewerIn(organisation, 'COORDINATOR'),
    volunteer: aViewerIn(organisation, 'VOLUNTEER'),
    occurrence: await anOccurrence(hub, { organisationId: organisation.id }),
    hidden: await anOccurrence(hub, { organisationId: organisation.id, publish: false }),
  };
};

describe('cancelling a date', () => {
  it('is for the hosts’ coordinators', async () => {
    const { occurrence, hidden, volunteer } = await scene();
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    expect((await cancel(null, occurrence.id)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await cancel(volunteer, occurrence.id)).failure?.code).toBe('FORBIDDEN');
    expect((await cancel(stranger, occurrence.id)).failure?.code).toBe('FORBIDDEN');
    expect((await cancel(stranger, hidden.id)).failure).toEqual((await cancel(stranger, newId())).failure);
  });

  it('tells everyone why, in their language, and counts whom the other rooms told', async () => {
    const { occurrence, coordinator } = await scene();
    const events: OccurrenceCancelled[] = [];
    hub.hub.events.on('occurrence.changing', (_tx, event) => {
      event.notified.count += 3;
      return Promise.resolve();
    });
    hub.hub.events.on('occurrence.cancelled', (_tx, event) => {
      events.push(event);
      return Promise.resolve();
    });
    const reasons = [
      { language: 'fi', value: 'Ohjaaja on sairas.' },
      { language: 'ar', value: 'المدرب مريض.' },
    ];
    const { data } = await cancel(coordinator, occurrence.id, reasons);
    expect(data?.cancelOccurrence).toEqual({
      notifiedCount: 3,
      occurrence: {
        id: occurrence.id,
        status: 'CANCELLED',
        cancelledAt: '2026-11-24T07:00:00.000Z',
        cancelReason: { value: 'المدرب مريض.', language: 'ar', isFallback: false },
        viewerCan: { cancel: false, signUp: false },
      },
    });
    expect(events).toEqual([]);
    await minuteLater(hub);
    expect(events).toMatchObject([{ occurrenceId: occurrence.id, offeringId: occurrence.offeringId }]);
  });

  it('happens once, and not after the date', async () => {
    const { occurrence, hidden, coordinator } = await scene();
    await cancel(coordinator, occurrence.id);
    expect((await cancel(coordinator, occurrence.id)).failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_CANCELLED',
    });
    hub.clock.set(new Date('2026-11-27T09:00:00+02:00'));
    const late = await cancel(coordinator, hidden.id);
    hub.clock.set(new Date('2026-11-24T09:00:00+02:00'));
    expect(late.failure).toMatchObject({ code: 'CONFLICT', reason: 'OCCURRENCE_OVER' });
  });

  it('names wrong reasons and cancels nothing', async () => {
    const { occurrence, coordinator } = await scene();
    const { failure } = await cancel(coordinator, occurrence.id, [
      { language: 'fi', value: 'x'.repeat(281) },
      { language: 'fi', value: ' ' },
    ]);
    expect(failure?.fields?.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'input.reasons[0].value TEXT_TOO_LONG',
      'input.reasons[1].language DUPLICATE_LANGUAGE',
      'input.reasons[1].value TEXT_EMPTY',
    ]);
    const { data } = await hub.ask<{ occurrence: { status: string } }>(
      null,
      'query ($id: ID!) { occurrence(id: $id) { status } }',
      {
        id: occurrence.id,
      },
    );
    expect(data.occurrence.status).toBe('SCHEDULED');
  });
});
