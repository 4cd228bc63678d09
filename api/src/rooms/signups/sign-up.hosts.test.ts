import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { anOccurrence, minuteLater } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aSignUp } from '../../../test/makers/sign-up.ts';
import { newId } from '../../platform/ids.ts';
import { anonymousViewer, systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { OfferingService } from '../offerings/index.ts';
import { SignUpService } from './index.ts';

const hub = useHub();
let host: OrganisationMade;
let occurrenceId: string;
let offeringId: string;
let coordinator: Viewer;

beforeAll(async () => {
  host = await anOrganisation(hub);
  coordinator = aViewerIn(host, 'COORDINATOR');
  const occurrence = await anOccurrence(hub, { organisationId: host.id, capacity: 50 });
  ({ id: occurrenceId, offeringId } = occurrence);
  await aSignUp(hub, { occurrenceId, firstName: 'Samira', email: 'samira@example.org' });
  await aSignUp(hub, { occurrenceId, firstName: 'Oksana', phone: '040 123 4567', partySize: 2 });
});

interface Listed {
  readonly signUps: {
    readonly nodes: readonly { readonly firstName: string | null; readonly contact: string | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number;
  };
}

const list = (viewer: Viewer | null, id = occurrenceId, args = ''): Promise<Answer<Listed>> =>
  hub.ask(
    viewer,
    `query ($id: ID!) { signUps(occurrenceId: $id ${args}) {
       nodes { firstName contact contactKind partySize status occurrence { id } viewerCan { cancel } }
       pageInfo { hasNextPage endCursor } totalCount } }`,
    { id },
  );

describe('the list of who comes', () => {
  it('is not for the anonymous', async () => {
    expect((await list(null)).failure).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'SIGN_IN_NEEDED' });
  });

  it('shows the host’s coordinators names and contacts, as they came in', async () => {
    const { data } = await list(coordinator);
    expect(data.signUps).toMatchObject({
      nodes: [
        { firstName: 'Samira', contact: 'samira@example.org', partySize: 1, viewerCan: { cancel: false } },
        { firstName: 'Oksana', contact: '+358401234567', contactKind: 'PHONE', partySize: 2 },
      ],
      totalCount: 2,
    });
  });

  it('answers everyone else like for a date that does not exist', async () => {
    const other = await anOrganisation(hub);
    const admin = aViewerIn(other, 'ADMIN');
    const absent = await list(coordinator, newId());
    expect(absent.failure).toMatchObject({ code: 'NOT_FOUND' });
    const strangers = [
      aViewerIn(other, 'COORDINATOR'),
      aViewerIn(other, 'CASEWORKER'),
      admin,
      aViewerIn(host, 'VOLUNTEER'),
    ];
    for (const viewer of strangers) expect((await list(viewer)).failure).toEqual(absent.failure);
    expect((await list(coordinator, 'x')).failure).toEqual(absent.failure);
  });

  it('comes in pages, and refuses a foreign cursor', async () => {
    const first = await list(coordinator, occurrenceId, ', first: 1');
    expect(first.data.signUps.pageInfo.hasNextPage).toBe(true);
    const second = await list(
      coordinator,
      occurrenceId,
      `, first: 1, after: "${first.data.signUps.pageInfo.endCursor}"`,
    );
    expect(second.data.signUps.nodes.map(({ firstName }) => firstName)).toEqual(['Oksana']);
    expect(second.data.signUps.pageInfo.hasNextPage).toBe(false);
    expect((await list(coordinator, occurrenceId, ', after: "x"')).failure?.code).toBe('INVALID_INPUT');
  });

  it('takes as many statements for one row as for many', async () => {
    const few = await hub.countStatements(() => list(coordinator, occurrenceId, ', first: 1'));
    const many = await hub.countStatements(() => list(coordinator));
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(8);
  });

  it('follows the hosts: a new co-host sees it, a former one no longer', async () => {
    const partner = await anOrganisation(hub);
    const partnersCoordinator = aViewerIn(partner, 'COORDINATOR');
    const service = hub.hub.get(OfferingService);
    const setCoHosts = async (coHostIds: string[]): Promise<void> => {
      const { version } = await service.get(systemViewer('test'), offeringId);
      await service.update(coordinator, { offeringId, version, coHostIds });
    };
    const inTable = (): Promise<unknown[]> =>
      hub.hub.db.read(
        partnersCoordinator,
        sql`select id from sign_ups where occurrence_id = ${occurrenceId}`,
      );
    expect((await list(partnersCoordinator)).failure?.code).toBe('NOT_FOUND');
    await setCoHosts([partner.id]);
    expect((await list(partnersCoordinator)).data.signUps.nodes).toHaveLength(2);
    expect(await inTable()).toHaveLength(2);
    await setCoHosts([]);
    expect((await list(partnersCoordinator)).failure?.code).toBe('NOT_FOUND');
    expect(await inTable()).toEqual([]);
  });
});

describe('the table', () => {
  it('holds no name, contact or code that anyone could read', async () => {
    const { code } = await aSignUp(hub, { occurrenceId, firstName: 'Mohammadreza', email: 'mr@example.org' });
    const rows = await hub.hub.db.read(systemViewer('test'), sql`select s::text as row from sign_ups s`);
    const text = JSON.stringify(rows);
    for (const secret of ['Samira', 'Mohammadreza', 'mr@example.org', '401234567', code])
      expect(text).not.toContain(secret);
  });

  it('is empty for the anonymous and for other organisations', async () => {
    const other = await anOrganisation(hub);
    await expect(hub.hub.db.read(anonymousViewer(), sql`select id from sign_ups`)).rejects.toThrow(
      'permission denied',
    );
    expect(await hub.hub.db.read(aViewerIn(other, 'COORDINATOR'), sql`select id from sign_ups`)).toEqual([]);
  });
});

const cancelDate = (id: string, reasons: { language: string; value: string }[]) =>
  hub.ask<{ cancelOccurrence: { notifiedCount: number } }>(
    coordinator,
    `mutation ($input: CancelOccurrenceInput!) { cancelOccurrence(input: $input) { notifiedCount } }`,
    { input: { occurrenceId: id, reasons } },
  );

describe('a date that its host cancels', () => {
  it('takes its sign-ups with it and tells each by mail, in their language, why', async () => {
    const occurrence = await anOccurrence(hub, { organisationId: host.id, capacity: 10 });
    const wish = { occurrenceId: occurrence.id };
    const { code } = await aSignUp(hub, { ...wish, languageTag: 'fi', email: 'fi@example.org' });
    await aSignUp(hub, { ...wish, languageTag: 'en', email: 'en@example.org' });
    await aSignUp(hub, { ...wish, phone: '040 765 4321' });
    const before = await aSignUp(hub, { ...wish, email: 'gone@example.org' });
    await hub.hub.get(SignUpService).cancel(anonymousViewer(), before.code);
    await deliverMails(hub);
    const { data, failure } = await cancelDate(occurrence.id, [
      { language: 'fi', value: 'Ohjaaja on sairas.' },
      { language: 'en', value: 'The leader is ill.' },
    ]);
    expect(failure).toBeNull();
    expect(data.cancelOccurrence.notifiedCount).toBe(3);
    expect(await deliverMails(hub)).toEqual([]);
    await minuteLater(hub);
    const mails = await deliverMails(hub);
    expect(mails.map(({ to }) => to).sort()).toEqual(['en@example.org', 'fi@example.org']);
    expect(mails.find(({ to }) => to === 'fi@example.org')?.text).toContain('Ohjaaja on sairas.');
    expect(mails.find(({ to }) => to === 'en@example.org')?.text).toContain('The leader is ill.');
    const own = await hub.hub.get(SignUpService).find(anonymousViewer(), code);
    expect(own?.status).toBe('CANCELLED');
    const { data: after } = await hub.ask(
      null,
      `query ($code: String!) { signUp(code: $code) { occurrence { placesTaken status } } }`,
      { code },
    );
    expect(after).toMatchObject({ signUp: { occurrence: { placesTaken: 0, status: 'CANCELLED' } } });
  });

  it('tells nobody why when the offering is sensitive', async () => {
    const occurrence = await anOccurrence(hub, { organisationId: host.id, isSensitive: true });
    await aSignUp(hub, { occurrenceId: occurrence.id });
    await deliverMails(hub);
    await cancelDate(occurrence.id, [{ language: 'en', value: 'The therapist is ill.' }]);
    await minuteLater(hub);
    const [mail] = await deliverMails(hub);
    expect(mail?.subject).toBe('The meeting is cancelled');
    expect(mail?.text).not.toContain('therapist');
  });
});

describe('30 days after a date', () => {
  it('names and contacts are erased, numbers stay', async () => {
    const service = hub.hub.get(SignUpService);
    const occurrence = await anOccurrence(hub, { organisationId: host.id });
    const { code } = await aSignUp(hub, { occurrenceId: occurrence.id, partySize: 4 });
    const now = hub.clock.now();
    hub.clock.set(new Date('2026-12-26T16:00:00+02:00'));
    await service.forget();
    expect(await service.find(anonymousViewer(), code)).toMatchObject({ firstName: 'Samira' });
    hub.clock.set(new Date('2026-12-26T20:00:00+02:00'));
    expect(await service.forget()).toBeGreaterThan(0);
    expect(await service.forget()).toBe(0);
    hub.clock.set(now);
    expect(await service.find(anonymousViewer(), code)).toMatchObject({
      firstName: null,
      contact: null,
      contactKind: 'MAIL',
      partySize: 4,
      status: 'CONFIRMED',
    });
  });
});
