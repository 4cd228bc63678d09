import { parse, subscribe } from 'graphql';
import sql from 'sql-template-tag';
import { describe, expect, it, vi } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { longRun } from '../../../test/long-run.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, type MemberMade } from '../../../test/makers/person.ts';
import { SoftKey } from '../../../test/makers/soft-key.ts';
import { createContext } from '../../context.ts';
import { systemViewer, type Assurance, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { createSchema } from '../../schema.ts';
import { PasskeyService } from './passkey.service.ts';
import { SessionService } from './session.service.ts';

const hub = useHub();
const schema = createSchema();
const sessions = (): SessionService => hub.hub.get(SessionService);

const change = (viewer: Viewer | null, name: 'resetSignIn' | 'closeAccount', id: string) =>
  hub.ask(viewer, `mutation ($id: ID!) { ${name}(input: { personId: $id }) { personId } }`, { id });
const leave = (viewer: Viewer | null, id: string) =>
  hub.ask(viewer, 'mutation ($id: ID!) { removeMember(input: { membershipId: $id }) { membershipId } }', {
    id,
  });

const signIn = async (personId: string, assurance: Exclude<Assurance, 'NONE'>): Promise<string> => {
  const cookie = await hub.hub.db.write(systemViewer('test'), (tx) =>
    sessions().open(tx, personId, assurance),
  );
  return cookie.value;
};
const viewerOf = async (token: string): Promise<Viewer> => (await sessions().viewerOf(token, 'fi')).viewer;

const anAssociation = async () => {
  const { id: organisationId } = await anOrganisation(hub);
  const join = (role: MemberRole): Promise<MemberMade> =>
    aMember(hub, { organisationId, role, languageTag: 'en' });
  return { organisationId, join, coordinator: await join('COORDINATOR') };
};
const anAdmin = async (): Promise<MemberMade> => {
  const { id: organisationId } = await anOrganisation(hub);
  return aMember(hub, { organisationId, role: 'ADMIN' });
};

/** Someone who lost a phone with a passkey in it. */
const withPasskey = async ({ id }: MemberMade): Promise<SoftKey> => {
  const viewer = await viewerOf(await signIn(id, 'LINK'));
  const key = new SoftKey();
  const keys = hub.hub.get(PasskeyService);
  await keys.enrol(viewer, key.create(await keys.start(viewer, 'ENROL')), 'Phone');
  return key;
};

describe('a lost way to sign in', () => {
  it('is reset by a coordinator on the person’s word, who is told; the mailbox alone shows no more than before', async () => {
    const { join, coordinator } = await anAssociation();
    const volunteer = await join('VOLUNTEER');
    const key = await withPasskey(volunteer);
    const before = await signIn(volunteer.id, 'STRONG');
    await deliverMails(hub);
    expect((await change(coordinator.viewer, 'resetSignIn', volunteer.id)).failure).toBeNull();
    expect((await viewerOf(before)).kind).toBe('anonymous');
    expect(await deliverMails(hub)).toMatchObject([
      { to: volunteer.email, subject: 'Your strong sign-in was reset' },
    ]);
    const keys = hub.hub.get(PasskeyService);
    const anonymous = await viewerOf('none');
    const answer = key.get(await keys.start(anonymous, 'SIGN_IN'));
    await expect(keys.signIn(anonymous, answer)).rejects.toMatchObject({ reason: 'PASSKEY_NOT_VALID' });
    const byLink = await viewerOf(await signIn(volunteer.id, 'LINK'));
    expect(byLink.assurance).toBe('LINK');
    await withPasskey(volunteer);
  });

  it('is reset by nobody for themselves, by a mail link alone, or from outside', async () => {
    const { join, coordinator } = await anAssociation();
    const volunteer = await join('VOLUNTEER');
    const other = await anAssociation();
    const reset = async (viewer: Viewer | null, id: string): Promise<string | undefined> => {
      const { failure } = await change(viewer, 'resetSignIn', id);
      return failure?.code === 'FORBIDDEN' ? failure.reason : failure?.code;
    };
    expect(await reset(null, volunteer.id)).toBe('NOT_FOUND');
    expect(await reset(volunteer.viewer, volunteer.id)).toBe('NOT_ALLOWED');
    expect(await reset(coordinator.viewer, coordinator.id)).toBe('NOT_ALLOWED');
    expect(await reset(other.coordinator.viewer, volunteer.id)).toBe('NOT_FOUND');
    const byLink: Viewer = { ...coordinator.viewer, assurance: 'LINK' };
    expect(await reset(byLink, volunteer.id)).toBe('STRONG_SESSION_NEEDED');
  });

  it('of someone with a role elsewhere too is the network admin’s to reset', async () => {
    const { join, coordinator } = await anAssociation();
    const volunteer = await join('VOLUNTEER');
    const { id: organisationId } = await anOrganisation(hub);
    await aMember(hub, { organisationId, role: 'CASEWORKER', personId: volunteer.id });
    expect((await change(coordinator.viewer, 'resetSignIn', volunteer.id)).failure?.reason).toBe(
      'NOT_ALLOWED',
    );
    expect((await change((await anAdmin()).viewer, 'resetSignIn', volunteer.id)).failure).toBeNull();
  });
});

describe('closing an account', () => {
  it('ends roles and sessions at once, by its owner or the admin; a link no longer finds it', async () => {
    const { join, organisationId } = await anAssociation();
    for (const by of ['owner', 'admin']) {
      const member = await join('VOLUNTEER');
      const token = await signIn(member.id, 'LINK');
      await deliverMails(hub);
      const viewer = by === 'owner' ? await viewerOf(token) : (await anAdmin()).viewer;
      const { failure, cookies } = await change(viewer, 'closeAccount', member.id);
      expect(failure).toBeNull();
      expect(cookies.map(({ maxAgeSeconds }) => maxAgeSeconds)).toEqual(by === 'owner' ? [0] : []);
      expect((await viewerOf(token)).kind).toBe('anonymous');
      expect(await deliverMails(hub)).toMatchObject([
        { to: member.email, subject: 'Your account was closed' },
      ]);
      const running = await hub.hub.db.read(
        systemViewer('test'),
        sql`select 1 from memberships where person_id = ${member.id} and organisation_id = ${organisationId} and ended_at is null`,
      );
      expect(running).toEqual([]);
      await hub.ask(
        null,
        'mutation ($email: EmailAddress!) { requestSignInLink(input: { email: $email, languageTag: "en" }) { sentTo } }',
        { email: member.email },
      );
      expect((await deliverMails(hub)).filter(({ to }) => to === member.email)).toEqual([]);
    }
  });

  it('is refused to the last coordinator, and to all others for someone else', async () => {
    const { join, coordinator } = await anAssociation();
    const volunteer = await join('VOLUNTEER');
    expect((await change(coordinator.viewer, 'closeAccount', coordinator.id)).failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'LAST_COORDINATOR',
    });
    expect((await change(coordinator.viewer, 'closeAccount', volunteer.id)).failure?.code).toBe('FORBIDDEN');
  });
});

describe('who was let go', () => {
  type End = (member: MemberMade, coordinator: MemberMade, token: string) => Promise<Answer<unknown>>;
  const ends: readonly (readonly [string, End])[] = [
    ['removed', ({ membershipId }, { viewer }) => leave(viewer, membershipId)],
    ['reset', ({ id }, { viewer }) => change(viewer, 'resetSignIn', id)],
    ['closed', async ({ id }, _coordinator, token) => change(await viewerOf(token), 'closeAccount', id)],
    [
      'signed out everywhere',
      async (_member, _coordinator, token) =>
        hub.ask(await viewerOf(token), 'mutation { signOut(input: { everywhere: true }) { signedOut } }'),
    ],
  ];

  it('gets no later answer, and open streams end, in 200 tries (40 in short) while requests are under way', async () => {
    const { organisationId, join, coordinator } = await anAssociation();
    const document = parse('subscription { inboxChanged { referralId } }');
    const question = 'query ($id: ID!) { organisation(id: $id) { members(first: 1) { totalCount } } }';
    let answeredLater = 0;
    let streamsLeft = 0;
    for (let round = 0; round < longRun(40, 200); round += 1) {
      const end = ends[round % ends.length]?.[1];
      const member = await join('COORDINATOR');
      const token = await signIn(member.id, 'STRONG');
      const contextValue = createContext(hub.hub, await viewerOf(token));
      const stream = await subscribe({ schema, document, contextValue });
      if ('errors' in stream) throw new Error('The stream did not open');
      let isOver = false;
      void (async () => {
        for await (const _event of stream as AsyncGenerator) continue;
        isOver = true;
      })();
      const request = async (): Promise<boolean> => {
        const { data } = await hub.ask<{
          organisation: { members: { totalCount: number } | null } | null;
        } | null>(await viewerOf(token), question, { id: organisationId });
        return data?.organisation?.members?.totalCount !== undefined;
      };
      const underWay = [request(), request()];
      const done = await end?.(member, coordinator, token);
      expect([round, done?.failure]).toEqual([round, null]);
      // Begun after the end was answered: none of them may succeed, whatever those under way do.
      const later = await Promise.all([request(), request(), request()]);
      await Promise.all(underWay);
      answeredLater += later.filter(Boolean).length;
      await vi
        .waitFor(() => expect(isOver).toBe(true), { timeout: 5000, interval: 5 })
        .catch(() => (streamsLeft += 1));
    }
    expect({ answeredLater, streamsLeft }).toEqual({ answeredLater: 0, streamsLeft: 0 });
  }, 240_000);
});
