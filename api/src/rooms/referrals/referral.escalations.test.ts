import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
  for (const stage of ['DRAFT', 'SENT', 'ACCEPTED', 'IN_PROGRESS'] as const) {
    const client = await aClient(hub, scene.caseworker);
    const { id: offeringId } = scene.offering;
    await aReferral(hub, scene.caseworker, {
      clientId: client.id,
      offeringId,
      stage,
      coordinator: scene.coordinator,
    });
  }
});

const ask = (viewer: Viewer | null) =>
  hub.ask<{ referralEscalations: { state: string; daysLate: number }[] } | null>(
    viewer,
    '{ referralEscalations { state daysLate receivingOrganisation { name } referringOrganisation { name } } }',
  );

describe('what is late in the network', () => {
  it('is nothing while everybody is in time', async () => {
    expect((await ask(scene.admin)).data).toEqual({ referralEscalations: [] });
  });

  it('is shown to the network admin by organisation, municipality, state and days, the longest first', async () => {
    // Answers are due on Friday 27 November, first contacts on Tuesday 1 December.
    hub.clock.set(new Date('2026-12-03T09:00:00+02:00'));
    const between = {
      receivingOrganisation: { name: 'Naapurit' },
      referringOrganisation: { name: 'Joensuu' },
    };
    expect((await ask(scene.admin)).data).toEqual({
      referralEscalations: [
        { state: 'SENT', daysLate: 6, ...between },
        { state: 'ACCEPTED', daysLate: 2, ...between },
      ],
    });
  });

  it('is nobody else’s to see', async () => {
    for (const viewer of [
      scene.manager,
      scene.caseworker,
      scene.coordinator,
      scene.stranger,
      scene.volunteer,
    ])
      expect((await ask(viewer)).failure?.code).toBe('FORBIDDEN');
    expect((await ask(null)).failure?.code).toBe('UNAUTHENTICATED');
  });
});
