import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { deliverMails, tokenIn } from '../../../test/makers/mail.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, aPerson } from '../../../test/makers/person.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { SessionService, sessionCookie } from './session.service.ts';
import { sweepPeople } from './people.sweep.ts';

const hub = useHub();
const day = 24 * 3_600_000;

interface Invited {
  inviteMember: {
    invitation: { id: string; email: string; role: MemberRole; createdAt: string; expiresAt: string };
  };
}
interface Accepted {
  acceptInvitation: {
    viewer: {
      assurance: string;
      person: { id: string; displayName: string; email: string; languageTag: string };
    };
    membership: { id: string; role: MemberRole };
  };
}

const inviteMember = `mutation ($input: InviteMemberInput!) {
  inviteMember(input: $input) { invitation { id email role createdAt expiresAt } } }`;
const acceptInvitation = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  viewer { assurance person { id displayName email languageTag } } membership { id role } } }`;
const revokeInvitation = `mutation ($id: ID!) { revokeInvitation(input: { invitationId: $id }) { invitation { id email } } }`;
const preview = 'query ($token: String!) { invitation(token: $token) { organisationName role } }';

let guests = 0;
const guest = (): string => `guest-${(guests += 1)}@example.org`;

const invite = (viewer: Viewer | null, input: Record<string, unknown>): Promise<Answer<Invited>> =>
  hub.ask(viewer, inviteMember, { input: { role: 'VOLUNTEER', email: guest(), ...input } });
const accept = (token: string, more: Record<string, unknown> = {}): Promise<Answer<Accepted>> =>
  hub.ask(null, acceptInvitation, { input: { token, displayName: 'Maija', ...more } });
const coordinator = async (name?: string): Promise<{ organisationId: string; viewer: Viewer }> => {
  const { id: organisationId } = await anOrganisation(hub, name ? { name } : {});
  return { organisationId, ...(await aMember(hub, { organisationId, role: 'COORDINATOR' })) };
};
/** An invitation that was mailed. */
const invited = async (
  input: Record<string, unknown> = {},
): Promise<{ token: string; id: string; viewer: Viewer; organisationId: string }> => {
  const { viewer, organisationId } = await coordinator();
  await deliverMails(hub);
  const { data } = await invite(viewer, { organisationId, ...input });
  const [mail] = await deliverMails(hub);
  return { token: tokenIn(mail), id: data.inviteMember.invitation.id, viewer, organisationId };
};

describe('inviting', () => {
  it('needs an account and the right role', async () => {
    const { organisationId } = await coordinator();
    expect((await invite(null, { organisationId })).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
    const volunteer = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    expect((await invite(volunteer.viewer, { organisationId })).failure).toMatchObject({ code: 'FORBIDDEN' });
    const stranger = await coordinator();
    expect((await invite(stranger.viewer, { organisationId })).failure).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('answers for an organisation that one may not see like for one that does not exist', async () => {
    const { viewer } = await coordinator();
    const { id: hidden } = await anOrganisation(hub, { status: 'APPLIED' });
    const answers = await Promise.all(
      [hidden, newId(), 'nonsense'].map((organisationId) => invite(viewer, { organisationId })),
    );
    expect(new Set(answers.map(({ failure }) => JSON.stringify(failure))).size).toBe(1);
    expect(answers[0]?.failure).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('mails a link in the invited person’s language that is good for 14 days', async () => {
    const { viewer, organisationId } = await coordinator('Ystävät & naapurit ry');
    const email = guest();
    await deliverMails(hub);
    const { data } = await invite(viewer, { organisationId, email, languageTag: 'fa' });
    const { invitation } = data.inviteMember;
    expect(invitation).toMatchObject({ email, role: 'VOLUNTEER' });
    expect(Date.parse(invitation.expiresAt) - Date.parse(invitation.createdAt)).toBe(14 * day);
    const [mail] = await deliverMails(hub);
    expect(mail).toMatchObject({ to: email, languageTag: 'fa' });
    expect(mail?.text).toContain('http://hub.test/fa/invitation?token=');
    expect(mail?.text).toContain('Ystävät & naapurit ry');
  });

  it('is refused for who is invited or has the role already', async () => {
    const { viewer, organisationId } = await coordinator();
    const email = guest();
    await invite(viewer, { organisationId, email });
    const again = await invite(viewer, { organisationId, email: email.toUpperCase() });
    expect(again.failure).toMatchObject({ code: 'CONFLICT', reason: 'ALREADY_INVITED' });
    const volunteer = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
    const member = await invite(viewer, { organisationId, email: volunteer.email });
    expect(member.failure).toMatchObject({ code: 'CONFLICT', reason: 'ALREADY_MEMBER' });
    expect((await invite(viewer, { organisationId, email, role: 'COORDINATOR' })).failure).toBeNull();
  });

  it('happens once for one key', async () => {
    const { viewer, organisationId } = await coordinator();
    const input = { organisationId, email: guest(), idempotencyKey: 'key-of-this-test' };
    await deliverMails(hub);
    const [first, second] = [await invite(viewer, input), await invite(viewer, input)];
    expect(second.data.inviteMember).toEqual(first.data.inviteMember);
    expect(await deliverMails(hub)).toHaveLength(1);
    const other = await invite(viewer, { ...input, email: guest() });
    expect(other.failure).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('keeps the address encrypted', async () => {
    const email = guest();
    const { id } = await invited({ email });
    const [row] = await hub.hub.db.read<{ text: string }>(
      systemViewer('test'),
      sql`select to_jsonb(invitation)::text as text from invitations invitation where id = ${id}`,
    );
    expect(row?.text).not.toContain(email);
  });

  it('lets a network admin invite anyone but themselves to where clients are seen', async () => {
    const { id: organisationId } = await anOrganisation(hub, { kind: 'CITY' });
    const admin = await aMember(hub, { organisationId, role: 'ADMIN' });
    const own = await invite(admin.viewer, { organisationId, email: admin.email, role: 'CASEWORKER' });
    expect(own.failure).toMatchObject({ code: 'FORBIDDEN', reason: 'NO_CLIENT_ACCESS' });
    expect((await invite(admin.viewer, { organisationId, role: 'CASEWORKER' })).failure).toBeNull();
  });
});

describe('an invitation', () => {
  it('makes the account, gives the role and signs in', async () => {
    const email = guest();
    const { token } = await invited({ email });
    expect((await hub.ask(null, preview, { token })).data).toMatchObject({
      invitation: { role: 'VOLUNTEER' },
    });
    const { data, cookies } = await accept(token, { languageTag: 'so' });
    const { viewer, membership } = data.acceptInvitation;
    expect(viewer).toMatchObject({
      assurance: 'LINK',
      person: { displayName: 'Maija', email, languageTag: 'so' },
    });
    expect(membership.role).toBe('VOLUNTEER');
    const session = cookies.find(({ name }) => name === sessionCookie)?.value;
    const found = await hub.hub.get(SessionService).viewerOf(session, 'so');
    expect(found.viewer.personId).toBe(viewer.person.id);
    expect((await hub.ask(null, preview, { token })).data).toEqual({ invitation: null });
  });

  it('gives a role to an account that exists, which keeps its name', async () => {
    const person = await aPerson(hub, { displayName: 'Aino' });
    const { token } = await invited({ email: person.email.toUpperCase() });
    const { data } = await accept(token);
    expect(data.acceptInvitation.viewer.person).toMatchObject({ id: person.id, displayName: 'Aino' });
  });

  it('is accepted once, also by ten at the same time', async () => {
    const { token } = await invited();
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)));
    expect(answers.filter(({ failure }) => failure === null)).toHaveLength(1);
    const refused = answers.find(({ failure }) => failure);
    expect(refused?.failure).toMatchObject({
      reason: 'INVITATION_NOT_VALID',
      fields: [{ path: 'input.token' }],
    });
  });

  it('ends after 14 days, and its address goes', async () => {
    const { token, id } = await invited();
    hub.clock.advance(14 * day);
    expect((await accept(token)).failure).toMatchObject({ reason: 'INVITATION_NOT_VALID' });
    hub.clock.advance(1);
    await sweepPeople(hub.hub);
    const [row] = await hub.hub.db.read(
      systemViewer('test'),
      sql`select email, email_hash from invitations where id = ${id}`,
    );
    expect(row).toEqual({ email: null, email_hash: null });
  });

  it('can be taken back by those who may invite', async () => {
    const { token, id, viewer } = await invited();
    const stranger = await coordinator();
    expect((await hub.ask(stranger.viewer, revokeInvitation, { id })).failure).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await hub.ask(null, revokeInvitation, { id })).failure).toMatchObject({ code: 'NOT_FOUND' });
    expect((await hub.ask(viewer, revokeInvitation, { id })).data).toMatchObject({
      revokeInvitation: { invitation: { id } },
    });
    expect((await accept(token)).failure).toMatchObject({ reason: 'INVITATION_NOT_VALID' });
    expect((await hub.ask(viewer, revokeInvitation, { id })).failure).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['', '  ', '\u202Eevil', 'a'.repeat(101), 'two\nlines', 'nul\u0000'])(
    'refuses the name %j',
    async (displayName) => {
      const { token } = await invited();
      const { failure } = await accept(token, { displayName });
      expect(failure).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'input.displayName' }] });
      expect(
        (await accept(token, { displayName: '😀 <b>Ä</b>' })).data.acceptInvitation.viewer.person.displayName,
      ).toBe('😀 <b>Ä</b>');
    },
  );

  it.each(['', 'short', 'x'.repeat(43)])('is not opened by %j', async (token) => {
    expect((await accept(token)).failure).toMatchObject({ reason: 'INVITATION_NOT_VALID' });
    expect((await hub.ask(null, preview, { token })).data).toEqual({ invitation: null });
  });
});
