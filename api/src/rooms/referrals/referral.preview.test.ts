import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { useHub } from '../../../test/harness.ts';
import { aClient, aConsent } from '../../../test/makers/client.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { newId } from '../../platform/ids.ts';

interface Preview {
  readonly now: Record<string, unknown>;
  readonly onAcceptance: string[];
  readonly obstacles: { reason: string; message: string }[];
  readonly activeConsent: { id: string; isActive: boolean } | null;
  readonly noteProblems: string[];
  readonly roomLeft: number | null;
}

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

const preview = async (viewer: Viewer | null, input: object) => {
  const { data, failure } = await hub.ask<{ referralPreview: Preview } | null>(
    viewer,
    `query ($input: ReferralPreviewInput!) { referralPreview(input: $input) {
      now { needCategory municipality { code } languages needsInterpreter ageBand priority accessNeeds note }
      onAcceptance obstacles { reason message } activeConsent { id isActive } noteProblems roomLeft } }`,
    { input },
  );
  return { preview: data?.referralPreview as Preview, failure };
};
const reasons = (shown: Preview): string[] => shown.obstacles.map(({ reason }) => reason);

describe('the preview of a referral', () => {
  it('is refused to the anonymous, and others do not find the client', async () => {
    const input = { clientId: scene.client.id, offeringId: scene.offering.id };
    expect((await preview(null, input)).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const viewer of [scene.colleague, scene.coordinator, scene.admin]) {
      const { failure } = await preview(viewer, input);
      expect(failure).toEqual((await preview(viewer, { ...input, clientId: newId() })).failure);
      expect(failure).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await preview(scene.caseworker, { ...input, offeringId: newId() })).failure).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('has nothing of what is kept back, and neither has the receiver', async () => {
    const client = await aClient(hub, scene.caseworker, { accessNeeds: ['CHILD_CARE'] });
    const withheld = ['LANGUAGES', 'AGE_BAND', 'ACCESS_NEEDS'] as const;
    const input = { clientId: client.id, offeringId: scene.offering.id, needCategory: 'FAMILY', withheld };
    const absent = { languages: [], ageBand: 'NOT_TOLD', accessNeeds: [] };
    expect((await preview(scene.caseworker, input)).preview.now).toMatchObject(absent);
    const { id } = await aReferral(hub, scene.caseworker, { ...input, needCategory: 'FAMILY' });
    for (const viewer of [scene.coordinator, scene.caseworker])
      expect((await askReferral(hub, viewer, id))?.summary).toMatchObject(absent);
    // It is nowhere in the row, so no other path can tell it.
    const [row] = await scene.queryAs('hub_owner', 'select * from referrals where id = $1', [id]);
    expect(row).toMatchObject({ languages: [], age_band: 'NOT_TOLD', access_needs: [], withheld });
    const { failure } = await hub.ask(
      scene.caseworker,
      `mutation ($input: UpdateClientInput!) { updateClient(input: $input) { client { id } } }`,
      { input: { clientId: client.id, version: client.version, ageBand: 'NOT_TOLD' } },
    );
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', reason: 'AGE_BAND_UNKNOWN' });
  });

  it('shows exactly what the receiver will see', async () => {
    const client = await aClient(hub, scene.caseworker, {
      accessNeeds: ['CHILD_CARE'],
      needsInterpreter: true,
    });
    const input = {
      clientId: client.id,
      offeringId: scene.offering.id,
      needCategory: 'FAMILY',
      priority: 'URGENT',
      note: ' Has a toddler. ',
    };
    const shown = await preview(scene.caseworker, input);
    expect(reasons(shown.preview)).toEqual(['CONSENT_NEEDED']);
    expect(shown.preview.onAcceptance).toEqual(['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE']);
    const referral = await aReferral(hub, scene.caseworker, {
      ...input,
      needCategory: 'FAMILY',
      priority: 'URGENT',
    });
    const { data } = await hub.ask<{ referral: { summary: object } }>(
      scene.coordinator,
      `query ($id: ID!) { referral(id: $id) { summary {
        needCategory municipality { code } languages needsInterpreter ageBand priority accessNeeds note } } }`,
      { id: referral.id },
    );
    expect(data.referral.summary).toEqual(shown.preview.now);
  });

  it('names the consent that holds, and an active referral as an obstacle', async () => {
    const client = await aClient(hub, scene.caseworker);
    const input = { clientId: client.id, offeringId: scene.offering.id };
    const fields = ['GIVEN_NAME', 'CONTACT'] as const;
    const consent = await aConsent(hub, scene.caseworker, {
      clientId: client.id,
      organisationId: scene.association.id,
      fields,
    });
    expect((await preview(scene.caseworker, input)).preview).toMatchObject({
      onAcceptance: fields,
      obstacles: [],
      activeConsent: { id: consent.id, isActive: true },
    });
    await aReferral(hub, scene.caseworker, { ...input, stage: 'DRAFT' });
    expect(reasons((await preview(scene.caseworker, input)).preview)).toEqual(['ALREADY_REFERRED']);
  });

  it('tells what stands in the way', async () => {
    const clientId = (await aClient(hub, scene.caseworker)).id;
    const without = await anOrganisation(hub, { agreement: 'expired' });
    const offering = await scene.makeOffering({ organisationId: without.id, takesReferrals: false });
    const shown = await preview(scene.caseworker, { clientId, offeringId: offering.id });
    expect(reasons(shown.preview)).toEqual(['NO_AGREEMENT', 'NOT_TAKING_REFERRALS', 'CONSENT_NEEDED']);
    expect(shown.preview.obstacles.every(({ message }) => message.length > 20)).toBe(true);
  });

  it('tells what is wrong with a note without echoing it', async () => {
    const client = await aClient(hub, scene.caseworker);
    const note = 'Samira, 040 123 4567, s@example.org';
    const shown = await preview(scene.caseworker, {
      clientId: client.id,
      offeringId: scene.offering.id,
      note,
    });
    expect([...shown.preview.noteProblems].sort()).toEqual(['EMAIL', 'NAME', 'PHONE']);
  });

  it('tells how much room is left', async () => {
    const client = await aClient(hub, scene.caseworker);
    const limited = await scene.makeOffering({ capacity: 7 });
    expect(
      (await preview(scene.caseworker, { clientId: client.id, offeringId: limited.id })).preview.roomLeft,
    ).toBe(7);
    const free = await scene.makeOffering({ capacity: null });
    expect(
      (await preview(scene.caseworker, { clientId: client.id, offeringId: free.id })).preview.roomLeft,
    ).toBeNull();
  });
});
