import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { askOfferingChange } from '../../../test/makers/offering-asks.ts';
import { anOffering } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { aMember } from '../../../test/makers/person.ts';
import { anonymousViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { readTarget } from '../referrals/referral.target.ts';
import { checkIdOf } from './freshness.code.ts';
import { FreshnessService } from './freshness.service.ts';
import { readOpenEvents, readOpenServices } from './open.read.ts';

const hub = useHub();

let organisationId = '';
let coordinator: Viewer;
let weekly = '';
let secret = '';
beforeAll(async () => {
  ({ id: organisationId } = await anOrganisation(hub));
  coordinator = aViewerIn({ id: organisationId }, 'COORDINATOR');
  await aMember(hub, { organisationId, role: 'COORDINATOR', email: 'host@example.org', languageTag: 'en' });
  const endless = {
    startsAtLocal: '2026-12-01T17:00',
    durationMinutes: 60,
    weekdays: [2],
    untilOn: '2027-11-30',
  };
  weekly = (await anOffering(hub, { organisationId, takesReferrals: true, schedules: [endless] })).id;
  secret = (
    await anOffering(hub, { organisationId, title: 'Quiet group', isSensitive: true, schedules: [endless] })
  ).id;
});

/** The job's round on a day, and the mails that it sent. */
const roundOn = async (day: string) => {
  hub.clock.set(new Date(`${day}T09:20:00+02:00`));
  hub.mails.length = 0;
  await hub.hub.get(FreshnessService).watch();
  await hub.hub.get(FreshnessService).watch();
  const mails = await deliverMails(hub);
  const weeklyMail = mails.find(({ text }) => text.includes('Open door'));
  latestCode = /still-right\/([\w.-]+)/.exec(weeklyMail?.text ?? '')?.[1] ?? latestCode;
  return mails;
};

/** The code of the newest mail about the weekly one. */
let latestCode = '';

const lists = async (): Promise<{ isInList: boolean; dates: number; freshness: string }> => {
  const { data } = await hub.ask<{
    offerings: { nodes: { id: string }[] };
    occurrences: { nodes: { offering: { id: string } }[] };
    offering: { freshness: string };
  }>(
    null,
    `query ($id: ID!) { offerings(first: 100) { nodes { id } } offering(id: $id) { freshness }
       occurrences(first: 100) { nodes { offering { id } } } }`,
    { id: weekly },
  );
  return {
    isInList: data.offerings.nodes.some(({ id }) => id === weekly),
    dates: data.occurrences.nodes.filter(({ offering }) => offering.id === weekly).length,
    freshness: data.offering.freshness,
  };
};

/** The weekly one as open data has it: what the lists hold, or what a mirror hears of since then. */
const openly = async (changedSince: Date | null) => {
  const page = { after: null, skip: 0, limit: 100 };
  const services = await readOpenServices(hub.hub, anonymousViewer(), { changedSince }, page);
  const events = await readOpenEvents(hub.hub, anonymousViewer(), { changedSince }, page);
  const kinds = events.filter(({ offeringId }) => offeringId === weekly).map(({ kind }) => kind);
  return { isService: services.some(({ id }) => id === weekly), kinds: [...new Set(kinds)].sort() };
};
const takesReferrals = async (): Promise<boolean | undefined> =>
  (await readTarget(hub.hub, coordinator, weekly))?.takesReferrals;

const confirm = (code: string) =>
  hub.ask<{ confirmOfferingByLink: { offering: { freshness: string } } } | null>(
    null,
    'mutation ($input: ConfirmOfferingByLinkInput!) { confirmOfferingByLink(input: $input) { offering { freshness } } }',
    { input: { code } },
  );

describe('an offering that nobody touches', () => {
  it('is asked about once after 60 days; the mail does not name what is sensitive', async () => {
    expect(await roundOn('2027-01-20')).toEqual([]);
    const mails = await roundOn('2027-01-24');
    expect(mails.map(({ to }) => to)).toEqual(['host@example.org', 'host@example.org']);
    expect(mails.filter(({ text }) => text.includes('Quiet group'))).toEqual([]);
    expect(await roundOn('2027-01-25')).toEqual([]);
    expect((await lists()).freshness).toBe('FRESH');
  });

  it('is marked after 14 days without an answer, hidden after 28, and its hosts are told each time', async () => {
    expect((await roundOn('2027-02-08')).map(({ subject }) => subject.split(':')[0])).toEqual([
      'Not confirmed',
      'Not confirmed',
    ]);
    expect(await lists()).toMatchObject({ isInList: true, freshness: 'UNCONFIRMED' });
    expect(await roundOn('2027-02-22')).toHaveLength(2);
    expect(await lists()).toEqual({ isInList: false, dates: 0, freshness: 'HIDDEN' });
  });

  it('is in no open data either while hidden, of which a mirror hears, and nobody is referred to it', async () => {
    expect(await openly(null)).toEqual({ isService: false, kinds: [] });
    expect(await openly(new Date('2027-02-21T00:00:00Z'))).toEqual({ isService: true, kinds: ['REMOVED'] });
    expect(await takesReferrals()).toBe(false);
  });

  it('comes back by the mail’s link, without an account; looking alone changes nothing', async () => {
    await roundOn('2027-02-23');
    const { data: asked } = await hub.ask<{ offering: { freshness: string } }>(
      coordinator,
      'query ($id: ID!) { offering(id: $id) { freshness } }',
      { id: secret },
    );
    expect(asked.offering.freshness).toBe('HIDDEN');
    const code = latestCode;
    const { data } = await hub.ask<{ offeringCheck: { isOpen: boolean; offering: { id: string } } }>(
      null,
      'query ($code: String!) { offeringCheck(code: $code) { isOpen reason askedAt offering { id } } }',
      { code },
    );
    expect(data.offeringCheck).toMatchObject({ isOpen: true, offering: { id: weekly } });
    expect((await confirm(code)).data?.confirmOfferingByLink.offering.freshness).toBe('FRESH');
    expect((await confirm(code)).failure).toBeNull();
    expect(await lists()).toMatchObject({ isInList: true, freshness: 'FRESH' });
    expect((await lists()).dates).toBeGreaterThan(10);
    expect(await openly(new Date('2027-02-23T00:00:00Z'))).toEqual({
      isService: true,
      kinds: ['DATE', 'SERIES'],
    });
    expect(await takesReferrals()).toBe(true);
  });

  it('opens nothing to who guesses or changes a code', async () => {
    const [id] = latestCode.split('.');
    const forged = `${id}.${Buffer.alloc(32).toString('base64url')}`;
    for (const code of ['', 'x', forged, `${latestCode}A.b`]) {
      expect(checkIdOf(hub.hub.crypto, code) === null || code.startsWith(latestCode)).toBe(true);
    }
    expect((await confirm(forged)).failure?.code).toBe('NOT_FOUND');
  });

  it('is fresh again by a change, too, or by a host at the desk', async () => {
    const confirmAs = (viewer: Viewer | null) =>
      hub.ask<{ confirmOffering: { offering: { freshness: string } } } | null>(
        viewer,
        'mutation ($input: ConfirmOfferingInput!) { confirmOffering(input: $input) { offering { freshness } } }',
        { input: { offeringId: secret } },
      );
    expect((await confirmAs(null)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await confirmAs(coordinator)).data?.confirmOffering.offering.freshness).toBe('FRESH');
    await askOfferingChange(hub, coordinator, 'update', { offeringId: weekly, version: 1, womenOnly: true });
    expect(await roundOn('2027-03-01')).toEqual([]);
  });

  it('is asked about at the end of its dates, soon after the last one', async () => {
    await roundOn('2027-03-02');
    const single = [{ startsAtLocal: '2027-03-05T17:00', durationMinutes: 60 }];
    await anOffering(hub, { organisationId, title: 'One evening', schedules: single });
    expect(await roundOn('2027-03-05')).toEqual([]);
    const [mail] = await roundOn('2027-03-06');
    expect(mail?.subject).toBe('The last date is over. What now? One evening');
  });
});

describe('a copy of an offering', () => {
  it('is a new draft with everything but its dates and co-hosts', async () => {
    const { data } = await hub.ask<{ copyOffering: { offering: Record<string, unknown> } }>(
      coordinator,
      `mutation ($input: CopyOfferingInput!) { copyOffering(input: $input) { offering {
         id status womenOnly schedules { startsAtLocal } translations { language title } coHosts { id } } } }`,
      { input: { offeringId: weekly } },
    );
    const { id, ...copy } = data.copyOffering.offering;
    expect(id).not.toBe(weekly);
    expect(copy).toMatchObject({ status: 'DRAFT', womenOnly: true, schedules: [], coHosts: [] });
    expect(copy['translations']).toMatchObject([{ language: 'fi' }, { language: 'en', title: 'Open door' }]);
  });
});
