import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askMove, askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';
import { minuteLater } from '../../../test/makers/offering.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { OccurrenceService } from '../offerings/index.ts';
import { secretHash } from '../people/index.ts';

const hub = useHub();
let scene: ReferralScene;
let clientId: string;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});
beforeEach(async () => {
  clientId = (await aClient(hub, scene.caseworker)).id;
});

const moveOf = ({ id, version }: { id: string; version: number }) => ({ referralId: id, version });

const anAsked = async (
  offering: { id: string } = scene.offering,
): Promise<{ id: string; version: number }> => {
  const draft = await aReferral(hub, scene.caseworker, { clientId, offeringId: offering.id, stage: 'DRAFT' });
  const { referral } = await askMove(hub, scene.caseworker, 'submitForConsent', moveOf(draft));
  return referral;
};

const makeLink = async (referralId: string, more: object = {}, viewer: Viewer | null = scene.caseworker) => {
  const answer = await hub.ask<{ createClientLink: { url: string; expiresAt: string } } | null>(
    viewer,
    'mutation ($input: CreateClientLinkInput!) { createClientLink(input: $input) { url expiresAt } }',
    { input: { referralId, ...more } },
  );
  const url = answer.data?.createClientLink.url ?? '';
  return {
    ...answer,
    url,
    token: url.split('/').at(-1) ?? '',
    expiresAt: answer.data?.createClientLink.expiresAt,
  };
};

const look = async (token: string) => {
  const { data } = await hub.ask<{ clientPage: Record<string, unknown> | null }>(
    null,
    `query ($token: String!) { clientPage(token: $token) { step fields sharedUntil answerDueAt callDueAt
       receivingOrganisation { name } referringOrganisation { name } offering { id } nextOccurrence { id }
       text(languageTag: "fa") { version languageTag text } viewerCan { confirm refuse stop } } }`,
    { token },
  );
  return data?.clientPage ?? null;
};

type Act = 'confirmConsentByLink' | 'refuseConsentByLink' | 'stopSharingByLink';
const act = (name: Act, token: string) =>
  hub.ask(
    null,
    name === 'confirmConsentByLink'
      ? `mutation ($input: ConfirmConsentByLinkInput!) { ${name}(input: $input) { isDone } }`
      : `mutation ($input: ClientLinkInput!) { ${name}(input: $input) { isDone } }`,
    { input: name === 'confirmConsentByLink' ? { token, languageTag: 'fa' } : { token } },
  );

const consents = () =>
  scene.queryAs('hub_owner', 'select * from consents where client_id = $1 order by given_at', [clientId]);

describe('a client’s link', () => {
  it('is made by the referrer alone', async () => {
    const { id } = await anAsked();
    expect((await makeLink(id, {}, null)).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await makeLink(id, {}, scene.manager)).failure).toMatchObject({ code: 'FORBIDDEN' });
    for (const viewer of [scene.colleague, scene.coordinator, scene.outsider, scene.admin]) {
      expect((await makeLink(id, {}, viewer)).failure).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('bears 256 random bits and nothing else, in a language of the client’s, and is kept as a hash', async () => {
    const { id } = await anAsked();
    const { url, token, expiresAt } = await makeLink(id);
    expect(url).toMatch(/\/(?:fi|sv|en|ru|uk|ar|fa|so)\/i\/[\w-]{43}$/);
    const rows = await scene.queryAs('hub_owner', 'select * from client_links where referral_id = $1', [id]);
    expect(rows).toMatchObject([{ secret_hash: secretHash(token) }]);
    expect(JSON.stringify(rows)).not.toContain(token);
    const left = Date.parse(String(expiresAt)) - hub.hub.clock.now().getTime();
    expect(Math.round(left / 86_400_000)).toBe(14);
  });

  it('shows what is asked, to whom, for what and until when, and looking changes nothing', async () => {
    const { id, version } = await anAsked();
    const { token } = await makeLink(id, { fields: ['GIVEN_NAME', 'CONTACT'] });
    for (let times = 0; times < 2; times += 1) {
      const page = await look(token);
      expect(page).toMatchObject({
        step: 'ASKED',
        fields: ['GIVEN_NAME', 'CONTACT'],
        receivingOrganisation: { name: 'Naapurit' },
        referringOrganisation: { name: 'Joensuu' },
        offering: { id: scene.offering.id },
        nextOccurrence: null,
        text: { version: '2026-12-link', languageTag: 'fa' },
        viewerCan: { confirm: true, refuse: true, stop: false },
      });
      expect(JSON.stringify(page)).not.toContain('Samira');
    }
    expect(await askReferral(hub, scene.caseworker, id)).toMatchObject({
      state: 'AWAITING_CONSENT',
      version,
    });
    expect(await consents()).toEqual([]);
  });

  it('takes a yes: the consent is recorded as asked, and the referral is sent', async () => {
    const { id } = await anAsked();
    const { token } = await makeLink(id, { fields: ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE'] });
    expect((await act('confirmConsentByLink', token)).failure).toBeNull();
    expect(await consents()).toMatchObject([
      {
        method: 'LINK',
        fields: ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE'],
        text_version: '2026-12-link',
        language_tag: 'fa',
        interpreter_used: false,
        recorded_by: null,
      },
    ]);
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({ state: 'SENT', identity: null });
    expect(await look(token)).toMatchObject({
      step: 'RECEIVED',
      answerDueAt: expect.any(String) as string,
      viewerCan: { confirm: false, refuse: false, stop: true },
    });
    expect((await act('confirmConsentByLink', token)).failure).toMatchObject({ code: 'NOT_FOUND' });
    expect(await consents()).toHaveLength(1);
  });

  it('follows the referral: when they call, and when they meet', async () => {
    const { id } = await anAsked();
    const { token } = await makeLink(id);
    await act('confirmConsentByLink', token);
    const sent = await askReferral(hub, scene.coordinator, id);
    const { referral } = await askMove(hub, scene.coordinator, 'accept', {
      ...moveOf({ id, version: sent?.version ?? 0 }),
    });
    expect(await look(token)).toMatchObject({
      step: 'ACCEPTED',
      callDueAt: expect.any(String) as string,
      nextOccurrence: { id: expect.any(String) as string },
    });
    await askMove(hub, scene.coordinator, 'recordFirstContact', moveOf(referral));
    expect(await look(token)).toMatchObject({ step: 'MEETING', callDueAt: null });
  });

  it('stops the sharing: the receiver loses the name in the same transaction, and the link opens nothing', async () => {
    const { id } = await anAsked();
    const { token } = await makeLink(id);
    await act('confirmConsentByLink', token);
    const sent = await askReferral(hub, scene.coordinator, id);
    await askMove(hub, scene.coordinator, 'accept', moveOf({ id, version: sent?.version ?? 0 }));
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({
      identity: { givenName: 'Samira' },
    });
    expect((await act('stopSharingByLink', token)).failure).toBeNull();
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({
      state: 'WITHDRAWN',
      identity: null,
      summary: null,
      referrerName: null,
    });
    expect(await askReferral(hub, scene.caseworker, id)).toMatchObject({ state: 'CONSENT_REVOKED' });
    expect(await look(token)).toBeNull();
    expect((await act('stopSharingByLink', token)).failure).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes a no: nothing is sent, and no consent is recorded', async () => {
    const { id } = await anAsked();
    const { token } = await makeLink(id);
    expect((await act('refuseConsentByLink', token)).failure).toBeNull();
    expect(await askReferral(hub, scene.caseworker, id)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawReason: 'CONSENT_REFUSED',
    });
    expect(await askReferral(hub, scene.coordinator, id)).toMatchObject({ summary: null });
    expect(await consents()).toEqual([]);
    expect(await look(token)).toBeNull();
  });

  it('gives one answer to every link that opens nothing', async () => {
    const { id } = await anAsked();
    const replaced = (await makeLink(id)).token;
    const { token } = await makeLink(id);
    await act('refuseConsentByLink', token);
    const bad = [replaced, token, 'x', '', 'A'.repeat(43), `${token}x`, 'ä'.repeat(43)];
    const looks = await Promise.all(bad.map(look));
    expect(looks.every((page) => page === null)).toBe(true);
    for (const name of ['confirmConsentByLink', 'refuseConsentByLink', 'stopSharingByLink'] as const) {
      const failures = await Promise.all(bad.map(async (each) => (await act(name, each)).failure));
      expect(new Set(failures.map((failure) => JSON.stringify(failure))).size).toBe(1);
      expect(failures[0]).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('opens nothing after its fourteen days', async () => {
    const { id } = await anAsked();
    const { token } = await makeLink(id);
    const now = hub.hub.clock.now();
    await scene.queryAs('hub_owner', 'update client_links set expires_at = $2 where referral_id = $1', [
      id,
      now,
    ]);
    expect(await look(token)).toBeNull();
    expect((await act('confirmConsentByLink', token)).failure).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is made for a consent given by word of mouth too, and not for a draft', async () => {
    const sent = await aReferral(hub, scene.caseworker, { clientId, offeringId: scene.offering.id });
    const { token } = await makeLink(sent.id);
    expect(await look(token)).toMatchObject({ step: 'RECEIVED', viewerCan: { confirm: false, stop: true } });
    const draft = await aReferral(hub, scene.caseworker, {
      clientId,
      offeringId: (await scene.makeOffering()).id,
      stage: 'DRAFT',
    });
    expect((await makeLink(draft.id)).failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'MOVE_NOT_ALLOWED',
    });
  });

  it('does not name a sensitive offering', async () => {
    const { id } = await anAsked(await scene.makeOffering({ isSensitive: true }));
    const { token } = await makeLink(id);
    expect(await look(token)).toMatchObject({ step: 'ASKED', offering: null });
  });

  it('goes by mail to the client’s own address, in words that tell nothing', async () => {
    const { id } = await anAsked();
    expect((await makeLink(id, { sendByMail: true })).failure).toMatchObject({
      reason: 'CLIENT_HAS_NO_MAIL',
    });
    clientId = (
      await aClient(hub, scene.caseworker, {
        identity: { givenName: 'Samira', contactKind: 'MAIL', contact: 'samira@example.org' },
      })
    ).id;
    const { token } = await makeLink((await anAsked()).id, { sendByMail: true });
    const mails = (await scene.outbox()).filter(({ to }) => to === 'samira@example.org');
    expect(mails).toMatchObject([{ kind: 'mail', template: 'referrals.client-link' }]);
    expect(Object.keys((mails[0] as { values: object }).values)).toEqual(['url']);
    expect(JSON.stringify(mails)).toContain(token);
  });

  it('tells of a date that is cancelled; so does a mail to the caseworker, by link alone', async () => {
    const offering = await scene.makeOffering();
    const taken = await aReferral(hub, scene.caseworker, {
      clientId,
      offeringId: offering.id,
      stage: 'ACCEPTED',
      coordinator: scene.coordinator,
    });
    const { token } = await makeLink(taken.id);
    const occurrences = hub.hub.get(OccurrenceService);
    const { nodes } = await occurrences.page(scene.coordinator, { first: 1 }, { offeringId: offering.id });
    const [date] = nodes;
    const reasons = [{ language: 'fi', value: 'Ohjaaja on sairas.' }];
    await occurrences.cancel(scene.coordinator, { occurrenceId: date?.id ?? '', reasons });
    const before = (await scene.outbox()).length;
    await minuteLater(hub);
    const told = (await scene.outbox()).slice(before);
    expect(told).toMatchObject([{ to: scene.addresses.caseworker, template: 'referrals.answered' }]);
    expect(JSON.stringify(told)).not.toContain('sairas');
    const { data } = await hub.ask(
      null,
      `query ($token: String!) { clientPage(token: $token) { step offering { changedOccurrences {
         id status cancelReason(languages: ["fi"]) { value } } } } }`,
      { token },
    );
    expect(data).toMatchObject({
      clientPage: {
        step: 'ACCEPTED',
        offering: {
          changedOccurrences: [
            { id: date?.id, status: 'CANCELLED', cancelReason: { value: 'Ohjaaja on sairas.' } },
          ],
        },
      },
    });
  });
});
