import { Secret, TOTP } from 'otpauth';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { aPerson } from '../../../test/makers/person.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { sessionCookie, SessionService } from './session.service.ts';

const hub = useHub();
const step = 30_000;

const codeOf = (secret: string): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: hub.clock.now().getTime() });

/** Someone with one browser, who came by a mail link. */
class Visitor {
  token = '';
  secret = '';
  recoveryCodes: string[] = [];

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
    const cookie = await hub.hub.db.write(systemViewer('test'), (tx) =>
      hub.hub.get(SessionService).open(tx, this.id, 'LINK'),
    );
    this.token = cookie.value;
  }

  async viewer(token = this.token): Promise<Viewer> {
    return (await hub.hub.get(SessionService).viewerOf(token, 'en')).viewer;
  }

  async ask<Data>(name: string, fields: string, code: string | null): Promise<Answer<Record<string, Data>>> {
    const type = name === 'startAuthenticator' ? 'StartAuthenticatorInput' : 'OneTimeCodeInput';
    const answer = await hub.ask<Record<string, Data>>(
      await this.viewer(),
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
      { input: { code } },
    );
    this.token = answer.cookies.find(({ name: cookie }) => cookie === sessionCookie)?.value ?? this.token;
    return answer;
  }

  async enrol(code: string | null = null): Promise<void> {
    const started = await this.ask<{ secret: string }>('startAuthenticator', 'secret uri', code);
    this.secret = started.data['startAuthenticator']?.secret ?? '';
    const done = await this.ask<{ recoveryCodes: string[] }>(
      'confirmAuthenticator',
      'recoveryCodes viewer { assurance }',
      codeOf(this.secret),
    );
    this.recoveryCodes = done.data['confirmAuthenticator']?.recoveryCodes ?? [];
  }

  /** The reason of the refusal, or the assurance reached. */
  async stepUp(code: string): Promise<string | undefined> {
    const { data, failure } = await this.ask<{ viewer: { assurance: string } }>(
      'stepUp',
      'viewer { assurance }',
      code,
    );
    return failure?.reason ?? data['stepUp']?.viewer.assurance;
  }

  async security(): Promise<unknown> {
    const { data } = await hub.ask<{ viewer: { signInSecurity: unknown } }>(
      await this.viewer(),
      '{ viewer { signInSecurity { hasAuthenticator recoveryCodesLeft } } }',
    );
    return data.viewer.signInSecurity;
  }
}

describe('an authenticator app', () => {
  it('is set up after a mail link, makes the session strong, and its owner hears of it', async () => {
    const visitor = await Visitor.come();
    expect(await visitor.security()).toEqual({ hasAuthenticator: false, recoveryCodesLeft: 0 });
    const before = visitor.token;
    await visitor.enrol();
    expect((await visitor.viewer()).assurance).toBe('STRONG');
    expect((await visitor.viewer(before)).kind).toBe('anonymous');
    expect(await visitor.security()).toEqual({ hasAuthenticator: true, recoveryCodesLeft: 10 });
    const mail = (await deliverMails(hub)).at(-1);
    expect(mail).toMatchObject({ to: visitor.email, subject: 'Your strong sign-in changed' });
  });

  it('is not in use before a code of it was right, nor an hour later', async () => {
    const visitor = await Visitor.come();
    const { data } = await visitor.ask<{ secret: string; uri: string }>(
      'startAuthenticator',
      'secret uri',
      null,
    );
    const secret = data['startAuthenticator']?.secret ?? '';
    expect(data['startAuthenticator']?.uri).toContain(secret);
    expect(await visitor.stepUp(codeOf(secret))).toBe('AUTHENTICATOR_MISSING');
    const wrong = await visitor.ask('confirmAuthenticator', 'recoveryCodes', '12345');
    expect(wrong.failure).toMatchObject({ code: 'INVALID_INPUT', reason: 'ONE_TIME_CODE_WRONG' });
    hub.clock.advance(3_600_000);
    const late = await visitor.ask('confirmAuthenticator', 'recoveryCodes', codeOf(secret));
    expect(late.failure).toMatchObject({ code: 'CONFLICT', reason: 'SET_UP_NOT_BEGUN' });
  });

  it('makes a session by link strong, with a new token, once for each code', async () => {
    const visitor = await Visitor.come();
    await visitor.enrol();
    await visitor.comeByLink();
    const byLink = visitor.token;
    expect(await visitor.stepUp(codeOf(visitor.secret))).toBe('ONE_TIME_CODE_WRONG');
    hub.clock.advance(step);
    const code = codeOf(visitor.secret);
    expect(await visitor.stepUp(code)).toBe('STRONG');
    expect((await visitor.viewer(byLink)).kind).toBe('anonymous');
    await visitor.comeByLink();
    expect(await visitor.stepUp(code)).toBe('ONE_TIME_CODE_WRONG');
  });

  it('lets one of two tries at once with the same code pass', async () => {
    const visitor = await Visitor.come();
    await visitor.enrol();
    hub.clock.advance(step);
    const code = codeOf(visitor.secret);
    const viewer = await visitor.viewer();
    const answers = await Promise.all(
      [1, 2].map(() =>
        hub.ask(
          viewer,
          'mutation ($code: String!) { stepUp(input: { code: $code }) { viewer { assurance } } }',
          {
            code,
          },
        ),
      ),
    );
    expect(answers.filter(({ failure }) => failure === null)).toHaveLength(1);
  });

  it('is locked after five wrong codes, longer each time, also for the right one', async () => {
    const visitor = await Visitor.come();
    await visitor.enrol();
    await deliverMails(hub);
    const tryWrong = async (): Promise<(string | undefined)[]> => {
      const reasons: (string | undefined)[] = [];
      for (let tried = 0; tried < 5; tried += 1) reasons.push(await visitor.stepUp('wrong'));
      return reasons;
    };
    const expected = [...Array<string>(4).fill('ONE_TIME_CODE_WRONG'), 'ONE_TIME_CODES_LOCKED'];
    expect(await tryWrong()).toEqual(expected);
    expect(await deliverMails(hub)).toHaveLength(1);
    hub.clock.advance(14 * 60_000);
    expect(await visitor.stepUp(codeOf(visitor.secret))).toBe('ONE_TIME_CODES_LOCKED');
    hub.clock.advance(60_000);
    expect(await tryWrong()).toEqual(expected);
    hub.clock.advance(15 * 60_000);
    expect(await visitor.stepUp(codeOf(visitor.secret))).toBe('ONE_TIME_CODES_LOCKED');
    hub.clock.advance(15 * 60_000);
    expect(await visitor.stepUp(codeOf(visitor.secret))).toBe('STRONG');
  });

  it('is not replaced, nor removed, by whoever has the mailbox alone', async () => {
    const visitor = await Visitor.come();
    await visitor.enrol();
    await visitor.comeByLink();
    const refused = await visitor.ask('startAuthenticator', 'secret', null);
    expect(refused.failure).toMatchObject({ code: 'INVALID_INPUT', reason: 'ONE_TIME_CODE_NEEDED' });
    for (const name of ['startAuthenticator', 'removeAuthenticator', 'renewRecoveryCodes']) {
      const { failure } = await visitor.ask(name, '__typename', '000000x');
      expect([name, failure?.reason]).toEqual([name, 'ONE_TIME_CODE_WRONG']);
    }
    expect((await visitor.viewer()).assurance).toBe('LINK');
    expect(await visitor.security()).toEqual({ hasAuthenticator: true, recoveryCodesLeft: 10 });
  });

  it('is replaced and removed by its code', async () => {
    const visitor = await Visitor.come();
    await visitor.enrol();
    const first = visitor.secret;
    hub.clock.advance(step);
    await visitor.enrol(codeOf(first));
    expect(visitor.secret).not.toBe(first);
    hub.clock.advance(step);
    expect(await visitor.stepUp(codeOf(first))).toBe('ONE_TIME_CODE_WRONG');
    const removed = await visitor.ask('removeAuthenticator', 'viewer { assurance }', codeOf(visitor.secret));
    expect(removed.failure).toBeNull();
    expect(await visitor.security()).toEqual({ hasAuthenticator: false, recoveryCodesLeft: 0 });
  });

  it('asks whoever is not signed in to do so', async () => {
    const { failure } = await hub.ask(null, 'mutation { startAuthenticator(input: {}) { secret } }');
    expect(failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('recovery codes', () => {
  it('are ten, work once each however they are typed, and end when renewed', async () => {
    const visitor = await Visitor.come();
    await visitor.enrol();
    const [first = '', second = ''] = visitor.recoveryCodes;
    expect(new Set(visitor.recoveryCodes).size).toBe(10);
    await visitor.comeByLink();
    expect(await visitor.stepUp(` ${first.toUpperCase().replaceAll('-', ' ')} `)).toBe('STRONG');
    expect(await visitor.stepUp(first)).toBe('ONE_TIME_CODE_WRONG');
    expect(await visitor.security()).toEqual({ hasAuthenticator: true, recoveryCodesLeft: 9 });
    hub.clock.advance(step);
    const renewed = await visitor.ask('renewRecoveryCodes', 'recoveryCodes', codeOf(visitor.secret));
    expect(renewed.failure).toBeNull();
    expect(await visitor.stepUp(second)).toBe('ONE_TIME_CODE_WRONG');
    expect(await visitor.security()).toEqual({ hasAuthenticator: true, recoveryCodesLeft: 10 });
  });

  it('of another person prove nothing', async () => {
    const [one, other] = [await Visitor.come(), await Visitor.come()];
    await one.enrol();
    await other.enrol();
    expect(await one.stepUp(other.recoveryCodes[0] ?? '')).toBe('ONE_TIME_CODE_WRONG');
  });

  it('and the secret stand nowhere in the database', async () => {
    const visitor = await Visitor.come();
    await visitor.enrol();
    const rows = await hub.hub.db.read<{ row: string }>(
      systemViewer('test'),
      sql`select to_jsonb(kept)::text as row from recovery_codes kept
          union all select to_jsonb(kept)::text from authenticators kept
          union all select to_jsonb(kept)::text from audit_log kept`,
    );
    const texts = rows.map(({ row }) => row).join('\n');
    for (const secret of [visitor.secret, ...visitor.recoveryCodes]) expect(texts).not.toContain(secret);
  });
});
