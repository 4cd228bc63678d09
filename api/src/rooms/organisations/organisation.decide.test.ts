import { beforeAll, describe, expect, it } from 'vitest';
import sql from 'sql-template-tag';
import { useHub } from '../../../test/harness.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aMember } from '../../../test/makers/person.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import type { Message } from '../../platform/outbox/outbox.ts';

const hub = useHub();
let network: OrganisationMade;
let admin: Viewer;

beforeAll(async () => {
  network = await anOrganisation(hub, { kind: 'CITY', name: 'Joensuun kaupunki' });
  const member = await aMember(hub, {
    organisationId: network.id,
    role: 'ADMIN',
    email: 'network-admin@example.org',
    languageTag: 'sv',
  });
  admin = member.viewer;
});

const verify = `mutation ($input: VerifyOrganisationInput!) {
  verifyOrganisation(input: $input) { organisation { id status version invitations { email role } viewerCan { verify } } }
}`;
const decision = (organisationId: string, word = 'VERIFY') => ({ input: { organisationId, decision: word } });
const waiting = (): Promise<OrganisationMade> => anOrganisation(hub, { status: 'APPLIED' });

/** Messages that wait in the outbox or went out, newest work of this test file. */
const sentSince = async (work: () => Promise<unknown>): Promise<Message[]> => {
  const read = () =>
    hub.hub.db.read<{ id: string; payload: string | null }>(
      systemViewer('test'),
      sql`select id, payload from outbox_messages`,
    );
  const before = new Set((await read()).map(({ id }) => id));
  await work();
  return (await read())
    .filter(({ id }) => !before.has(id))
    .map(({ payload }) => JSON.parse(hub.hub.crypto.open('outbox', payload ?? '', 'mail')) as Message);
};

describe('the mails of an application', () => {
  it('tell the applicant that it came and the network that it waits, without personal data', async () => {
    const mails = await sentSince(() => anOrganisation(hub, { status: 'APPLIED', name: 'Uusi seura' }));
    expect(mails).toHaveLength(2);
    const [received, waits] = mails.sort((a, b) => a.template.localeCompare(b.template));
    expect(received).toMatchObject({ template: 'organisations.applied', values: {} });
    expect(waits).toEqual({
      kind: 'mail',
      to: 'network-admin@example.org',
      template: 'organisations.to-verify',
      languageTag: 'sv',
      values: { organisation: 'Uusi seura', link: 'http://hub.test/sv/admin' },
    });
  });
});

describe('deciding on an application', () => {
  it('is refused to all but the network’s admins', async () => {
    const { id } = await waiting();
    expect((await hub.ask(null, verify, decision(id))).failure?.code).toBe('NOT_FOUND');
    expect((await hub.ask(aViewerIn(network, 'MANAGER'), verify, decision(id))).failure?.code).toBe(
      'NOT_FOUND',
    );
    expect((await hub.ask(null, verify, decision(network.id))).failure?.code).toBe('UNAUTHENTICATED');
    expect((await hub.ask(aViewerIn(network, 'MANAGER'), verify, decision(network.id))).failure?.code).toBe(
      'FORBIDDEN',
    );
    expect((await hub.ask(admin, verify, decision(newId()))).failure?.code).toBe('NOT_FOUND');
  });

  it('verifies it, shows it to everyone, invites the applicant as coordinator and forgets who applied', async () => {
    const { id, name } = await waiting();
    let answer: unknown;
    const mails = await sentSince(async () => {
      answer = await hub.ask(admin, verify, decision(id));
    });
    expect(answer).toMatchObject({
      failure: null,
      data: {
        verifyOrganisation: {
          organisation: {
            status: 'VERIFIED',
            version: 2,
            invitations: [{ role: 'COORDINATOR' }],
            viewerCan: { verify: false },
          },
        },
      },
    });
    expect(mails.map(({ template }) => template).sort()).toEqual([
      'organisations.verified',
      'people.invitation',
    ]);
    expect(mails.find(({ template }) => template === 'organisations.verified')?.values).toEqual({
      organisation: name,
      link: `http://hub.test/fi/organisations/${id}`,
    });
    const row = await hub.hub.db.readOne(
      systemViewer('test'),
      sql`select applicant_name, applicant_email, applicant_language from organisations where id = ${id}`,
    );
    expect(row).toEqual({ applicant_name: null, applicant_email: null, applicant_language: null });
    const { data } = await hub.ask(null, 'query ($id: ID!) { organisation(id: $id) { name } }', { id });
    expect(data).toEqual({ organisation: { name } });
  });

  it('rejects it, tells the applicant and keeps it from everyone', async () => {
    const { id } = await waiting();
    const mails = await sentSince(() => hub.ask(admin, verify, decision(id, 'REJECT')));
    expect(mails.map(({ template }) => template)).toEqual(['organisations.rejected']);
    const { data } = await hub.ask(null, 'query ($id: ID!) { organisation(id: $id) { name } }', { id });
    expect(data).toEqual({ organisation: null });
  });

  it('happens once, whatever is asked after it or at the same time', async () => {
    const { id } = await waiting();
    const answers = await Promise.all([
      hub.ask(admin, verify, decision(id)),
      hub.ask(admin, verify, decision(id, 'REJECT')),
    ]);
    const failures = answers.flatMap(({ failure }) => (failure ? [failure] : []));
    expect(failures).toMatchObject([{ code: 'CONFLICT', reason: 'ALREADY_DECIDED' }]);
    const again = await hub.ask(admin, verify, decision(id));
    expect(again.failure?.facts?.['status']).toMatch(/VERIFIED|REJECTED/);
  });
});

describe('the members of an organisation', () => {
  const members = `query ($id: ID!) {
    organisation(id: $id) { invitations { email } members(first: 10) { totalCount nodes { role organisation { name } person { displayName } } } }
  }`;

  it('are shown to those who lead it and to the network', async () => {
    const organisation = await anOrganisation(hub, { name: 'Oma seura' });
    const { viewer } = await aMember(hub, {
      organisationId: organisation.id,
      role: 'COORDINATOR',
      displayName: 'Kaisa',
    });
    hub.clock.advance(1_000);
    await aMember(hub, { organisationId: organisation.id, role: 'VOLUNTEER', displayName: 'Ville' });
    for (const who of [viewer, admin]) {
      expect((await hub.ask(who, members, { id: organisation.id })).data).toEqual({
        organisation: {
          invitations: [],
          members: {
            totalCount: 2,
            nodes: [
              { role: 'COORDINATOR', organisation: { name: 'Oma seura' }, person: { displayName: 'Kaisa' } },
              { role: 'VOLUNTEER', organisation: { name: 'Oma seura' }, person: { displayName: 'Ville' } },
            ],
          },
        },
      });
    }
  });

  it('are null for volunteers, others and the anonymous', async () => {
    const organisation = await anOrganisation(hub);
    for (const who of [null, aViewerIn(organisation, 'VOLUNTEER'), aViewerIn(network, 'CASEWORKER')]) {
      expect(await hub.ask(who, members, { id: organisation.id })).toMatchObject({
        data: { organisation: { invitations: null, members: null } },
        failure: null,
      });
    }
  });
});
