import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, aPerson } from '../../../test/makers/person.ts';
import { systemViewer, type Assurance, type Viewer } from '../../platform/policy/viewer.ts';
import { sweepPeople } from './people.sweep.ts';
import { SessionService, sessionCookie, type ViewerFound } from './session.service.ts';

const hub = useHub();
const minute = 60_000;
const hour = 60 * minute;

const sessions = (): SessionService => hub.hub.get(SessionService);
const find = (token: string | undefined): Promise<ViewerFound> => sessions().viewerOf(token, 'en');
const open = async (personId: string, assurance: Exclude<Assurance, 'NONE'> = 'LINK'): Promise<string> => {
  const cookie = await hub.hub.db.write(systemViewer('test'), (tx) =>
    sessions().open(tx, personId, assurance),
  );
  return cookie.value;
};
const kindOf = async (token: string): Promise<Viewer['kind']> => (await find(token)).viewer.kind;

describe('a session', () => {
  it('tells who asks, how surely, and in which roles, in one statement', async () => {
    const { id: city } = await anOrganisation(hub, { kind: 'CITY', municipalityCode: '167' });
    const { id: association } = await anOrganisation(hub);
    const person = await aMember(hub, { organisationId: city, role: 'CASEWORKER' });
    hub.clock.advance(1);
    await aMember(hub, { organisationId: association, role: 'VOLUNTEER', personId: person.id });
    const token = await open(person.id, 'STRONG');
    let viewer: Viewer | undefined;
    const statements = await hub.countStatements(async () => ({ viewer } = await find(token)));
    expect(statements).toBe(1);
    expect(viewer).toMatchObject({
      kind: 'person',
      personId: person.id,
      assurance: 'STRONG',
      languageTag: 'en',
      memberships: [
        { organisationId: city, role: 'CASEWORKER', municipalityCode: '167' },
        { organisationId: association, role: 'VOLUNTEER', municipalityCode: null },
      ],
    });
  });

  it.each([undefined, '', 'short', 'x'.repeat(43), `${'y'.repeat(42)}'`])(
    'is not opened by %j',
    async (token) => {
      const found = await find(token);
      expect(found).toMatchObject({ viewer: { kind: 'anonymous', languageTag: 'en' }, cookieChanges: [] });
    },
  );

  it('is kept as a hash: the token stands nowhere in the database', async () => {
    const token = await open((await aPerson(hub)).id);
    const rows = await hub.hub.db.read<{ row: string }>(
      systemViewer('test'),
      sql`select to_jsonb(session)::text as row from sessions session`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });

  it('ends when nobody has used it for 12 hours', async () => {
    const token = await open((await aPerson(hub)).id);
    hub.clock.advance(11 * hour);
    expect(await kindOf(token)).toBe('person');
    hub.clock.advance(11 * hour);
    expect(await kindOf(token)).toBe('person');
    hub.clock.advance(12 * hour);
    expect(await kindOf(token)).toBe('anonymous');
  });

  it('ends after 30 days though it is used; a strong one after 12 hours', async () => {
    const { id } = await aPerson(hub);
    let token = await open(id);
    let lived = 0;
    for (;;) {
      hub.clock.advance(6 * hour);
      const found = await find(token);
      if (found.viewer.kind === 'anonymous') break;
      lived += 6;
      token = found.cookieChanges[0]?.value ?? token;
    }
    expect(lived).toBe(30 * 24 - 6);
    const strong = await open(id, 'STRONG');
    hub.clock.advance(6 * hour);
    expect(await kindOf(strong)).toBe('person');
    hub.clock.advance(6 * hour);
    expect(await kindOf(strong)).toBe('anonymous');
  });

  it('gets a new token each day; the old one passes for a minute, and of requests at once one changes it', async () => {
    const token = await open((await aPerson(hub)).id);
    for (const hours of [8, 8]) {
      hub.clock.advance(hours * hour);
      expect((await find(token)).cookieChanges).toEqual([]);
    }
    hub.clock.advance(8 * hour);
    const answers = await Promise.all(Array.from({ length: 8 }, () => find(token)));
    expect(answers.every(({ viewer }) => viewer.kind === 'person')).toBe(true);
    const [change, ...others] = answers.flatMap(({ cookieChanges }) => cookieChanges);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ name: sessionCookie, maxAgeSeconds: 29 * 24 * 3600 });
    hub.clock.advance(59_000);
    expect(await kindOf(token)).toBe('person');
    hub.clock.advance(2_000);
    expect(await kindOf(token)).toBe('anonymous');
    expect(await kindOf(change?.value ?? '')).toBe('person');
  });

  it('writes a visit down at most once a minute', async () => {
    const token = await open((await aPerson(hub)).id);
    expect(await hub.countStatements(() => find(token))).toBe(1);
    hub.clock.advance(minute);
    expect(await hub.countStatements(() => find(token))).toBeGreaterThan(1);
    expect(await hub.countStatements(() => find(token))).toBe(1);
  });

  it('ends by signing out here, or everywhere', async () => {
    const { id } = await aPerson(hub);
    const [here, there, third] = [await open(id), await open(id), await open(id)];
    const signOut =
      'mutation ($everywhere: Boolean) { signOut(input: { everywhere: $everywhere }) { signedOut } }';
    const { viewer } = await find(here);
    const { data, cookies } = await hub.ask<{ signOut: { signedOut: boolean } }>(viewer, signOut, {
      everywhere: false,
    });
    expect(data.signOut.signedOut).toBe(true);
    expect(cookies).toEqual([{ name: sessionCookie, value: '', maxAgeSeconds: 0 }]);
    expect([await kindOf(here), await kindOf(there)]).toEqual(['anonymous', 'person']);
    await hub.ask((await find(there)).viewer, signOut, { everywhere: true });
    expect([await kindOf(there), await kindOf(third)]).toEqual(['anonymous', 'anonymous']);
    const again = await hub.ask(null, signOut, { everywhere: false });
    expect(again.failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('leaves no row once it has ended', async () => {
    const { id } = await aPerson(hub);
    await open(id);
    const rows = (): Promise<unknown[]> =>
      hub.hub.db.read(systemViewer('test'), sql`select id from sessions where person_id = ${id}`);
    await sweepPeople(hub.hub);
    expect(await rows()).toHaveLength(1);
    hub.clock.advance(12 * hour + 1);
    await sweepPeople(hub.hub);
    expect(await rows()).toHaveLength(0);
  });
});
