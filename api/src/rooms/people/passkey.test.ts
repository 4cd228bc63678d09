import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { aPerson } from '../../../test/makers/person.ts';
import { SoftKey, type Forgery } from '../../../test/makers/soft-key.ts';
import { anonymousViewer, systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { sessionCookie, SessionService } from './session.service.ts';

const hub = useHub();

/** Someone with one browser. */
class Visitor {
  token: string | undefined;

  private constructor(
    readonly id: string,
    readonly email: string,
  ) {}

  static async come(): Promise<Visitor> {
    const { id, email } = await aPerson(hub, { languageTag: 'en' });
    const visitor = new Visitor(id, email);
    await visitor.comeByLink();
    return visitor;
  }

  async comeByLink(): Promise<void> {
    const { value } = await hub.hub.db.write(systemViewer('test'), (tx) =>
      hub.hub.get(SessionService).open(tx, this.id, 'LINK'),
    );
    this.token = value;
  }

  signOut(): void {
    this.token = undefined;
  }

  async viewer(token = this.token): Promise<Viewer> {
    return (await hub.hub.get(SessionService).viewerOf(token, 'en')).viewer;
  }

  async ask<Data>(type: string, name: string, fields: string, input: object): Promise<Answer<Data>> {
    const answer = await hub.ask<Record<string, unknown> | null>(
      await this.viewer(),
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
      { input },
    );
    this.token = answer.cookies.find(({ name: cookie }) => cookie === sessionCookie)?.value ?? this.token;
    return { ...answer, data: answer.data?.[name] as Data };
  }

  async start(purpose: 'ENROL' | 'SIGN_IN'): Promise<string> {
    const { data, failure } = await this.ask<{ options: string } | undefined>(
      'StartPasskeyInput',
      'startPasskey',
      'options',
      { purpose },
    );
    return data?.options ?? failure?.reason ?? '';
  }

  /** The reason of the refusal, or the assurance reached. */
  async answerEnrolment(response: string, name = 'Phone'): Promise<string | undefined> {
    const { data, failure } = await this.ask<{ viewer: { assurance: string } } | undefined>(
      'EnrolPasskeyInput',
      'enrolPasskey',
      'viewer { assurance } passkey { id name }',
      { response, name },
    );
    return failure?.reason ?? data?.viewer.assurance;
  }

  async enrol(key = new SoftKey(), name?: string): Promise<SoftKey> {
    expect(await this.answerEnrolment(key.create(await this.start('ENROL')), name)).toBe('STRONG');
    return key;
  }

  /** The reason of the refusal, or who is signed in how. */
  async answerSignIn(response: string): Promise<unknown> {
    const { data, failure } = await this.ask<
      { viewer: { assurance: string; person: { id: string } } } | undefined
    >('SignInWithPasskeyInput', 'signInWithPasskey', 'viewer { assurance person { id } }', { response });
    return failure?.reason ?? [data?.viewer.assurance, data?.viewer.person.id];
  }

  async signIn(key: SoftKey, forgery?: Forgery): Promise<unknown> {
    return this.answerSignIn(key.get(await this.start('SIGN_IN'), forgery));
  }

  async passkeys(): Promise<{ id: string; name: string; lastUsedAt: string | null }[]> {
    const { data } = await hub.ask<{
      viewer: { signInSecurity: { passkeys: { id: string; name: string; lastUsedAt: string | null }[] } };
    }>(await this.viewer(), '{ viewer { signInSecurity { passkeys { id name createdAt lastUsedAt } } } }');
    return data.viewer.signInSecurity.passkeys;
  }

  remove(passkeyId: string | undefined): Promise<Answer<unknown>> {
    return this.ask('RemovePasskeyInput', 'removePasskey', 'passkeyId', { passkeyId });
  }
}

describe('a passkey', () => {
  it('is set up after a mail link, makes the session strong, and its owner hears of it', async () => {
    const visitor = await Visitor.come();
    const before = visitor.token;
    await visitor.enrol();
    expect((await visitor.viewer()).assurance).toBe('STRONG');
    expect((await visitor.viewer(before)).kind).toBe('anonymous');
    expect(await visitor.passkeys()).toMatchObject([{ name: 'Phone', lastUsedAt: null }]);
    const mail = (await deliverMails(hub)).at(-1);
    expect(mail).toMatchObject({ to: visitor.email, subject: 'Your strong sign-in changed' });
  });

  it('signs in strongly whoever holds it, without a name or an address', async () => {
    const visitor = await Visitor.come();
    const key = await visitor.enrol();
    visitor.signOut();
    expect(await visitor.signIn(key)).toEqual(['STRONG', visitor.id]);
    expect((await visitor.passkeys())[0]?.lastUsedAt).not.toBeNull();
  });

  it('makes a session by link strong, which ends it', async () => {
    const visitor = await Visitor.come();
    const key = await visitor.enrol();
    await visitor.comeByLink();
    const byLink = visitor.token;
    expect(await visitor.signIn(key)).toEqual(['STRONG', visitor.id]);
    expect((await visitor.viewer(byLink)).kind).toBe('anonymous');
  });

  it('of another person does not turn someone into that person', async () => {
    const [one, other] = [await Visitor.come(), await Visitor.come()];
    const key = await other.enrol();
    expect(await one.signIn(key)).toBe('PASSKEY_NOT_VALID');
    expect((await one.viewer()).assurance).toBe('LINK');
  });

  it('is one of several, each with a name, renamed and removed alone', async () => {
    const visitor = await Visitor.come();
    const phone = await visitor.enrol();
    const stick = await visitor.enrol(new SoftKey(), 'Stick');
    const [first] = await visitor.passkeys();
    await visitor.ask('RenamePasskeyInput', 'renamePasskey', 'passkey { name }', {
      passkeyId: first?.id,
      name: ' My phone ',
    });
    expect((await visitor.passkeys()).map(({ name }) => name)).toEqual(['My phone', 'Stick']);
    expect((await visitor.remove(first?.id)).failure).toBeNull();
    visitor.signOut();
    expect(await visitor.signIn(phone)).toBe('PASSKEY_NOT_VALID');
    expect(await visitor.signIn(stick)).toEqual(['STRONG', visitor.id]);
  });

  it('is not set up twice, nor by another person', async () => {
    const [one, other] = [await Visitor.come(), await Visitor.come()];
    const key = await one.enrol();
    expect(await one.answerEnrolment(key.create(await one.start('ENROL')))).toBe('PASSKEY_KNOWN');
    expect(await other.answerEnrolment(key.create(await other.start('ENROL')))).toBe('PASSKEY_KNOWN');
    expect(await other.passkeys()).toEqual([]);
  });

  it('is not added, nor removed, by whoever has the mailbox alone', async () => {
    const visitor = await Visitor.come();
    await visitor.enrol();
    const [first] = await visitor.passkeys();
    await visitor.comeByLink();
    expect(await visitor.start('ENROL')).toBe('STRONG_SESSION_NEEDED');
    expect((await visitor.remove(first?.id)).failure?.reason).toBe('STRONG_SESSION_NEEDED');
    const { failure } = await hub.ask(
      await visitor.viewer(),
      'mutation { startAuthenticator(input: {}) { secret } }',
    );
    expect(failure).toMatchObject({ code: 'FORBIDDEN', reason: 'STRONG_SESSION_NEEDED' });
  });

  it('that someone else began before the first one stood is not finished after it', async () => {
    const owner = await Visitor.come();
    const thief = Object.assign(Object.create(Visitor.prototype) as Visitor, { id: owner.id });
    await thief.comeByLink();
    const begun = await thief.start('ENROL');
    await owner.enrol();
    await thief.comeByLink();
    expect(await thief.answerEnrolment(new SoftKey().create(begun))).toBe('PASSKEY_NOT_VALID');
    expect(await owner.passkeys()).toHaveLength(1);
  });

  it('of a person whose account is closed opens nothing', async () => {
    const visitor = await Visitor.come();
    const key = await visitor.enrol();
    visitor.signOut();
    const answer = key.get(await visitor.start('SIGN_IN'));
    await hub.hub.db.write(systemViewer('test'), async (tx) => {
      await tx.query(sql`update persons set closed_at = now() where id = ${visitor.id}`);
    });
    expect(await visitor.answerSignIn(answer)).toBe('PASSKEY_NOT_VALID');
  });

  it('asks whoever is not signed in to do so before one is set up', async () => {
    const { failure } = await hub.ask(
      anonymousViewer(),
      'mutation { startPasskey(input: { purpose: ENROL }) { options } }',
    );
    expect(failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a forged enrolment', () => {
  it.each<[string, Forgery]>([
    ['from a foreign origin', { origin: 'http://hub.test.example' }],
    ['for another site’s id', { rpId: 'example.org' }],
    ['that its owner did not unlock', { isVerified: false }],
    ['of the other ceremony', { type: 'webauthn.get' }],
  ])('%s is refused', async (_what, forgery) => {
    const visitor = await Visitor.come();
    const answer = new SoftKey().create(await visitor.start('ENROL'), forgery);
    expect(await visitor.answerEnrolment(answer)).toBe('PASSKEY_NOT_VALID');
    expect(await visitor.passkeys()).toEqual([]);
  });

  it('with a question asked of another person, or to sign in, is refused', async () => {
    const [one, other] = [await Visitor.come(), await Visitor.come()];
    const ofOther = new SoftKey().create(await other.start('ENROL'));
    expect(await one.answerEnrolment(ofOther)).toBe('PASSKEY_NOT_VALID');
    const { challenge } = JSON.parse(await one.start('SIGN_IN')) as { challenge: string };
    const answer = new SoftKey().create(await one.start('ENROL'), { challenge });
    expect(await one.answerEnrolment(answer)).toBe('PASSKEY_NOT_VALID');
  });

  it('sent a second time is refused', async () => {
    const visitor = await Visitor.come();
    const answer = new SoftKey().create(await visitor.start('ENROL'));
    expect(await visitor.answerEnrolment(answer)).toBe('STRONG');
    expect(await visitor.answerEnrolment(answer)).toBe('PASSKEY_NOT_VALID');
  });

  it('that is no answer at all is refused', async () => {
    const visitor = await Visitor.come();
    for (const answer of [
      '',
      'x',
      'null',
      '[]',
      '{"id":"a"}',
      '{"id":"a","response":{"clientDataJSON":"AA"}}',
    ])
      expect([answer, await visitor.answerEnrolment(answer)]).toEqual([answer, 'PASSKEY_NOT_VALID']);
  });
});

describe('a forged sign-in', () => {
  const aKey = async (): Promise<{ visitor: Visitor; key: SoftKey }> => {
    const visitor = await Visitor.come();
    const key = await visitor.enrol();
    visitor.signOut();
    return { visitor, key };
  };

  it.each<[string, Forgery]>([
    ['from a foreign origin', { origin: 'https://evil.example' }],
    ['for another site’s id', { rpId: 'evil.example' }],
    ['that its owner did not unlock', { isVerified: false }],
    ['of the other ceremony', { type: 'webauthn.create' }],
    ['to a question that was never asked', { challenge: 'AAAA' }],
  ])('%s is refused', async (_what, forgery) => {
    const { visitor, key } = await aKey();
    expect(await visitor.signIn(key, forgery)).toBe('PASSKEY_NOT_VALID');
    expect((await visitor.viewer()).kind).toBe('anonymous');
  });

  it('that replays an answer is refused, in this browser and in another', async () => {
    const { visitor, key } = await aKey();
    const answer = key.get(await visitor.start('SIGN_IN'));
    expect(await visitor.answerSignIn(answer)).toEqual(['STRONG', visitor.id]);
    expect(await visitor.answerSignIn(answer)).toBe('PASSKEY_NOT_VALID');
    visitor.signOut();
    expect(await visitor.answerSignIn(answer)).toBe('PASSKEY_NOT_VALID');
  });

  it('of two at once with the same answer lets one pass', async () => {
    const { visitor, key } = await aKey();
    const answer = key.get(await visitor.start('SIGN_IN'));
    const document =
      'mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { viewer { assurance } } }';
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => hub.ask(null, document, { input: { response: answer } })),
    );
    expect(answers.filter(({ failure }) => failure === null)).toHaveLength(1);
  });

  it('by a wrong answer uses the question up', async () => {
    const { visitor, key } = await aKey();
    const question = await visitor.start('SIGN_IN');
    expect(await visitor.answerSignIn(key.get(question, { isVerified: false }))).toBe('PASSKEY_NOT_VALID');
    expect(await visitor.answerSignIn(key.get(question))).toBe('PASSKEY_NOT_VALID');
  });

  it('later than five minutes is refused', async () => {
    const { visitor, key } = await aKey();
    const answer = key.get(await visitor.start('SIGN_IN'));
    hub.clock.advance(5 * 60_000);
    expect(await visitor.answerSignIn(answer)).toBe('PASSKEY_NOT_VALID');
  });

  it('by a copy of the key that counts behind is refused', async () => {
    const { visitor, key } = await aKey();
    key.counter = 10;
    expect(await visitor.signIn(key)).toEqual(['STRONG', visitor.id]);
    visitor.signOut();
    expect(await visitor.signIn(key, { counter: 11 })).toBe('PASSKEY_NOT_VALID');
    expect(await visitor.signIn(key, { counter: 12 })).toEqual(['STRONG', visitor.id]);
  });

  it('with the right name and another’s signature is refused', async () => {
    const { visitor, key } = await aKey();
    const forged = new SoftKey();
    key.id.copy(forged.id);
    expect(await visitor.signIn(forged)).toBe('PASSKEY_NOT_VALID');
  });
});
