import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aMember } from '../../../test/makers/person.ts';
import { aSignUp } from '../../../test/makers/sign-up.ts';
import { testEnv } from '../../../test/test-env.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { OccurrenceService, OfferingService, translationsLoader } from '../offerings/index.ts';
import { lookAt } from './source.check.ts';
import { tellFailing } from './source.mails.ts';

/** Known before the hub starts, so that the guard on foreign addresses lets it through. */
const port = 41_873;
const hub = useOwnHub({ ...testEnv, outboundAllowed: [`127.0.0.1:${port}`] });
const system = systemViewer('test');

interface Entry {
  readonly eventId: string;
  readonly state: string;
  readonly title: string;
  readonly offeringId: string | null;
  readonly startsAtLocal: string | null;
  readonly changedFields: readonly string[];
  readonly keptFields: readonly string[];
  readonly problems: readonly { reason: string }[];
}
interface Preview {
  readonly id: string;
  readonly label: string;
  readonly counts: Record<string, number>;
  readonly entries: readonly Entry[];
}
const previewFields = `id label address counts { new changed gone refused unchanged over }
  entries { eventId state title offeringId startsAtLocal changedFields keptFields problems { reason } }
  problems { reason }`;

const event = (uid: string, ...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Kerho', ...events, 'END:VCALENDAR'].join('\r\n');
const weekly = (title: string, hour = '17'): string =>
  event(
    'weekly@kerho',
    `SUMMARY:${title}`,
    'DESCRIPTION:Kahvia',
    `DTSTART;TZID=Europe/Helsinki:20261201T${hour}0000`,
    'DURATION:PT2H',
    'RRULE:FREQ=WEEKLY;COUNT=6',
  );
const party = event('party@kerho', 'SUMMARY:Juhla', 'DTSTART;VALUE=DATE:20261212');
const past = event('past@kerho', 'SUMMARY:Mennyt', 'DTSTART:20200101T100000Z');
const nameless = event('nameless@kerho', 'DTSTART:20261212T100000Z');

let organisation: OrganisationMade;
beforeAll(async () => {
  organisation = await anOrganisation(hub);
});
const coordinator = () => aViewerIn(organisation, 'COORDINATOR');

const previewOf = async (input: object, viewer = coordinator()) => {
  const { data, failure } = await hub.ask<{ previewImport: { preview: Preview } }>(
    viewer,
    `mutation ($input: PreviewImportInput!) { previewImport(input: $input) { preview { ${previewFields} } } }`,
    { input: { organisationId: organisation.id, kind: 'ICS', ...input } },
  );
  return { preview: data?.previewImport.preview, failure };
};
const previewFile = async (text: string): Promise<Preview> => {
  const base64 = Buffer.from(text).toString('base64');
  const { preview, failure } = await previewOf({ file: { name: 'kerho.ics', base64 } });
  if (!preview) throw new Error(JSON.stringify(failure));
  return preview;
};
const take = async (
  previewId: string,
  eventIds: readonly string[],
  endOfferingIds: readonly string[] = [],
) => {
  const { data, failure } = await hub.ask<{
    takeImport: {
      created: number;
      changed: number;
      ended: number;
      problems: { reason: string }[];
      preview: Preview;
    };
  }>(
    coordinator(),
    `mutation ($input: TakeImportInput!) { takeImport(input: $input) {
       created changed skipped ended problems { reason } preview { ${previewFields} } } }`,
    { input: { previewId, eventIds, endOfferingIds } },
  );
  expect(failure).toBeNull();
  return data.takeImport;
};
const statesOf = ({ entries }: Preview) =>
  Object.fromEntries(entries.map(({ eventId, state }) => [eventId, state]));
const entryOf = ({ entries }: Preview, uid: string): Entry => {
  const entry = entries.find(({ eventId }) => eventId === uid);
  if (!entry) throw new Error(`no entry ${uid}`);
  return entry;
};
const stored = async (id: string) => {
  const { data } = await hub.ask<{ offering: object }>(
    coordinator(),
    `query ($id: ID!) { offering(id: $id) { status version translations { title description }
       schedules { startsAtLocal durationMinutes rule } } }`,
    { id },
  );
  return data.offering;
};

describe('a calendar that is imported twice, with an edit between', () => {
  let weeklyId = '';

  it('shows first what it would do, and takes nothing in', async () => {
    const preview = await previewFile(calendar(weekly('Kahvila'), party, past, nameless));
    expect(preview).toMatchObject({
      label: 'Kerho',
      counts: { new: 2, changed: 0, gone: 0, refused: 1, unchanged: 0, over: 1 },
    });
    expect(statesOf(preview)).toEqual({
      'weekly@kerho': 'NEW',
      'party@kerho': 'NEW',
      'nameless@kerho': 'REFUSED',
    });
    expect(entryOf(preview, 'weekly@kerho')).toMatchObject({
      title: 'Kahvila',
      startsAtLocal: '2026-12-01T17:00',
    });
    const taken = await take(preview.id, ['weekly@kerho', 'party@kerho']);
    expect(taken).toMatchObject({ created: 2, changed: 0, preview: { counts: { new: 0, unchanged: 2 } } });
    weeklyId = entryOf(taken.preview, 'weekly@kerho').offeringId ?? '';
    expect(await stored(weeklyId)).toMatchObject({
      status: 'DRAFT',
      translations: [{ title: 'Kahvila', description: 'Kahvia' }],
      schedules: [{ startsAtLocal: '2026-12-01T17:00', durationMinutes: 120, rule: 'FREQ=WEEKLY;COUNT=6' }],
    });
  });

  it('changes nothing when it comes again, and keeps what was edited here when it comes changed', async () => {
    const again = await previewFile(calendar(weekly('Kahvila'), party));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    await hub.hub.get(OfferingService).update(coordinator(), {
      offeringId: weeklyId,
      version: 1,
      translations: [{ language: 'fi', title: 'Kielikahvila', description: 'Kahvia' }],
    });
    const changed = await previewFile(calendar(weekly('Kahvilamme', '18'), party));
    const entry = entryOf(changed, 'weekly@kerho');
    expect(entry).toMatchObject({ state: 'CHANGED', changedFields: ['schedules'], keptFields: ['title:fi'] });
    const taken = await take(changed.id, ['weekly@kerho']);
    expect(taken).toMatchObject({ created: 0, changed: 1, problems: [{ reason: 'EDITED_HERE' }] });
    expect(await stored(weeklyId)).toMatchObject({
      translations: [{ title: 'Kielikahvila' }],
      schedules: [{ startsAtLocal: '2026-12-01T18:00' }],
    });
    // Still locked, and still told.
    const third = await previewFile(calendar(weekly('Kahvila taas', '18'), party));
    expect(entryOf(third, 'weekly@kerho')).toMatchObject({ keptFields: ['title:fi'], changedFields: [] });
  });

  it('takes no date from people who have a place on it', async () => {
    const offerings = hub.hub.get(OfferingService);
    const { version } = await offerings.get(system, weeklyId);
    await offerings.update(system, { offeringId: weeklyId, version, capacity: 10, takesSignUps: true });
    await offerings.publish(system, { offeringId: weeklyId, version: version + 1 });
    const dates = await hub.hub.get(OccurrenceService).page(system, { first: 1 }, { offeringId: weeklyId });
    await aSignUp(hub, { occurrenceId: dates.nodes[0]?.id ?? '', email: 'stays@example.org' });
    const moved = await previewFile(calendar(weekly('Kahvila', '19'), party));
    const taken = await take(moved.id, ['weekly@kerho']);
    expect(taken.problems.map(({ reason }) => reason)).toContain('DATES_WITH_PEOPLE');
    expect(await stored(weeklyId)).toMatchObject({ schedules: [{ startsAtLocal: '2026-12-01T18:00' }] });
  });

  it('proposes what is gone, and ends it only when told', async () => {
    const preview = await previewFile(calendar(weekly('Kahvila', '19')));
    const gone = entryOf(preview, 'party@kerho');
    expect(gone).toMatchObject({ state: 'GONE', title: 'Juhla' });
    await take(preview.id, []);
    expect(await stored(gone.offeringId ?? '')).toMatchObject({ status: 'DRAFT' });
    // Whatever else is named stays: it is not gone.
    const taken = await take(preview.id, [], [gone.offeringId ?? '', weeklyId]);
    expect(taken).toMatchObject({ ended: 1, preview: { counts: { gone: 0 } } });
    expect(await stored(weeklyId)).toMatchObject({ status: 'PUBLISHED' });
    // A file that cannot be read says nothing of what is gone.
    expect((await previewFile('<html>')).counts).toMatchObject({ gone: 0 });
  });
});

describe('who may import', () => {
  it('is the organisation’s coordinator; to all others its previews do not exist', async () => {
    const preview = await previewFile(calendar(party));
    const others = [
      aViewerIn(organisation, 'VOLUNTEER'),
      aViewerIn(await anOrganisation(hub), 'COORDINATOR'),
    ];
    for (const viewer of others) {
      const file = { name: 'a.ics', base64: '' };
      expect((await previewOf({ file }, viewer)).failure).toMatchObject({ code: 'FORBIDDEN' });
      const { failure } = await hub.ask(viewer, 'query ($id: ID!) { importPreview(id: $id) { id } }', {
        id: preview.id,
      });
      expect(failure).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await previewOf({ address: 'x' }, undefined)).failure).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('an address', () => {
  let server: Server;
  let served = calendar(event('web@kerho', 'SUMMARY:Verkosta', 'DTSTART:20261212T100000Z'));
  let isDown = false;
  let answers: number[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      response.on('close', () => answers.push(response.statusCode));
      const etag = `"${served.length}"`;
      if (isDown) response.end('<html>503</html>');
      else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else if (request.url === '/away') response.writeHead(302, { location: 'https://10.0.0.1/' }).end();
      else if (request.url === '/broken') response.writeHead(500).end();
      else response.setHeader('etag', etag).end(served);
    });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    server.listen(port, '127.0.0.1', () => resolve(undefined));
    await promise;
    expect((server.address() as AddressInfo).port).toBe(port);
  });
  afterAll(() => server.close());

  it('is read like a file', async () => {
    const { preview } = await previewOf({ address: ` http://127.0.0.1:${port}/kerho.ics ` });
    expect(preview).toMatchObject({
      address: `http://127.0.0.1:${port}/kerho.ics`,
      entries: [{ eventId: 'web@kerho', state: 'NEW' }],
    });
  });

  it.each([
    ['webcal://10.0.0.1/a.ics', 'ADDRESS_NOT_PUBLIC'],
    ['http://example.org/a.ics', 'ADDRESS_NOT_HTTPS'],
    ['file:///etc/passwd', 'ADDRESS_MALFORMED'],
    [`http://127.0.0.1:${port}/away`, 'ADDRESS_NOT_PUBLIC'],
    [`http://127.0.0.1:${port}/broken`, 'ANSWER_NOT_OK'],
    ['', 'NOTHING_TO_READ'],
  ])('%s is refused: %s', async (address, reason) => {
    expect((await previewOf({ address })).failure).toMatchObject({ code: 'INVALID_INPUT', reason });
  });

  it('that is followed brings changes by itself, ends nothing, and tells its organisation when it fails', async () => {
    const own = await anOrganisation(hub);
    const member = await aMember(hub, { organisationId: own.id, role: 'COORDINATOR' });
    const address = `http://127.0.0.1:${port}/followed.ics`;
    served = calendar(weekly('Kahvila'), party);
    const { preview } = await previewOf({ organisationId: own.id, address }, member.viewer);
    const input = { previewId: preview?.id, eventIds: ['weekly@kerho', 'party@kerho'], isFollowed: true };
    await hub.ask(
      member.viewer,
      'mutation ($input: TakeImportInput!) { takeImport(input: $input) { created } }',
      {
        input,
      },
    );
    const sourceOf = async () => {
      const { data } = await hub.ask<{ organisation: { importSources: Record<string, unknown>[] | null } }>(
        member.viewer,
        `query ($id: ID!) { organisation(id: $id) { importSources { id label address checkedAt failingSince failure goneCount } } }`,
        { id: own.id },
      );
      return data.organisation.importSources?.[0];
    };
    expect(await sourceOf()).toMatchObject({ label: 'Kerho', address, checkedAt: null });
    const sourceId = String((await sourceOf())?.['id']);
    const titles = async (): Promise<string[]> => {
      const { nodes } = await hub.hub
        .get(OfferingService)
        .page(member.viewer, { first: 10 }, { organisationId: own.id });
      const texts = await translationsLoader.batch(
        hub.hub,
        member.viewer,
        nodes.map(({ id }) => id),
      );
      return texts.map((each) => each[0]?.title ?? '').sort();
    };
    await lookAt(hub.hub, sourceId);
    served = calendar(weekly('Kielikahvila'), event('new@kerho', 'SUMMARY:Uusi', 'DTSTART:20261220T100000Z'));
    await lookAt(hub.hub, sourceId);
    expect(await titles()).toEqual(['Juhla', 'Kielikahvila', 'Uusi']);
    expect(await sourceOf()).toMatchObject({ goneCount: 1, failingSince: null });
    answers = [];
    await lookAt(hub.hub, sourceId);
    expect(answers).toEqual([304]);
    isDown = true;
    await lookAt(hub.hub, sourceId);
    await tellFailing(hub.hub);
    expect(await sourceOf()).toMatchObject({ failure: 'FILE_NOT_READABLE', goneCount: 1 });
    // Hours of failing are no news yet; what others are told goes out here too.
    expect((await deliverMails(hub)).map(({ to }) => to)).not.toContain(member.email);
    hub.clock.advance(7 * 3_600_000);
    await tellFailing(hub.hub);
    await tellFailing(hub.hub);
    const mails = await deliverMails(hub);
    expect(mails.map(({ to }) => to)).toEqual([member.email]);
    expect(mails[0]?.text).toContain('127.0.0.1');
    expect(await titles()).toEqual(['Juhla', 'Kielikahvila', 'Uusi']);
    isDown = false;
    await lookAt(hub.hub, sourceId);
    expect(await sourceOf()).toMatchObject({ failingSince: null, failure: null });
    const stop = 'mutation ($input: UnfollowImportInput!) { unfollowImport(input: $input) { sourceId } }';
    const stranger = await hub.ask(coordinator(), stop, { input: { sourceId } });
    expect(stranger.failure).toMatchObject({ code: 'NOT_FOUND' });
    expect((await hub.ask(member.viewer, stop, { input: { sourceId } })).failure).toBeNull();
    expect(await sourceOf()).toBeUndefined();
  });
});
