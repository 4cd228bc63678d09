import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Employer } from '../../../test/makers/employer.ts';
import { TestHub, type Answer } from '../../../test/harness.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, type MemberMade } from '../../../test/makers/person.ts';
import { testEnv } from '../../../test/test-env.ts';
import type { EmployerProvider } from '../../platform/env.employers.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { sessionCookie, SessionService } from './session.service.ts';

const hub = new TestHub();
const joensuu = new Employer();
const liperi = new Employer();
const returnOf = (id: string): string => `http://hub.test/sign-in/employer/${id}/return`;
const domains = { 'joensuu.test': '167' };

const providerOf = (employer: Employer, wish: Partial<EmployerProvider>): EmployerProvider => ({
  id: 'joensuu',
  name: 'City',
  issuer: employer.issuer,
  clientId: employer.clientId,
  clientSecret: employer.clientSecret,
  domains,
  acr: null,
  ...wish,
});

let organisationId = '';

beforeAll(async () => {
  const returns = ['joensuu', 'strict', 'elsewhere'].map(returnOf);
  await joensuu.start(returns);
  await liperi.start([returnOf('liperi'), returnOf('joensuu')]);
  const employers = [
    providerOf(joensuu, {}),
    providerOf(joensuu, { id: 'strict', acr: 'strong' }),
    providerOf(joensuu, { id: 'elsewhere' }),
    providerOf(liperi, { id: 'liperi', domains: { 'liperi.test': '426' } }),
    providerOf(joensuu, { id: 'gone', issuer: 'http://localhost:9' }),
  ];
  await hub.start({ ...testEnv, employers });
  const city = await anOrganisation(hub, { kind: 'CITY', municipalityCode: '167' });
  organisationId = city.id;
});
afterAll(async () => {
  await hub.stop();
  await joensuu.stop();
  await liperi.stop();
});

let made = 0;

/** A caseworker whose employer knows them, by whom the provider's next sign-in is. */
const staff = async (wish: { email?: string; emailVerified?: boolean } = {}): Promise<MemberMade> => {
  made += 1;
  const email = wish.email ?? `worker-${made}@joensuu.test`;
  const member = await aMember(hub, { organisationId, role: 'CASEWORKER', municipalityCode: '167', email });
  joensuu.account = { id: `subject-${made}`, email, emailVerified: wish.emailVerified ?? true };
  return member;
};

/** A browser keeps its cookies. */
class Browser {
  cookies: Record<string, string | undefined> = {};

  async ask<Data>(type: string, name: string, fields: string, input: object): Promise<Answer<Data>> {
    const answer = await hub.ask<Record<string, Data> | null>(
      null,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
      { input },
      { cookies: this.cookies },
    );
    for (const cookie of answer.cookies)
      this.cookies[cookie.name] = cookie.maxAgeSeconds > 0 ? cookie.value : undefined;
    return { ...answer, data: answer.data?.[name] as Data };
  }

  async leave(employerId = 'joensuu', next?: string): Promise<string> {
    const { data, failure } = await this.ask<{ url: string } | undefined>(
      'StartEmployerSignInInput',
      'startEmployerSignIn',
      'url',
      { employerId, next },
    );
    return data?.url ?? failure?.reason ?? '';
  }

  /** The reason of the refusal, or the assurance reached and who it is. */
  async return(query: string, employerId = 'joensuu'): Promise<unknown> {
    const { data, failure } = await this.ask<
      { viewer: { assurance: string; person: { id: string } }; next: string | null } | undefined
    >('FinishEmployerSignInInput', 'finishEmployerSignIn', 'viewer { assurance person { id } } next', {
      employerId,
      query,
    });
    return failure?.reason ?? [data?.viewer.assurance, data?.viewer.person.id, data?.next];
  }

  /** The whole way, with the employer's honest answer. */
  async signIn(employerId = 'joensuu', next?: string): Promise<unknown> {
    const back = await joensuu.visit(await this.leave(employerId, next));
    return this.return(back.searchParams.toString(), employerId);
  }

  get isSignedIn(): boolean {
    return this.cookies[sessionCookie] !== undefined;
  }
}

describe('the employer’s sign-in', () => {
  it('opens a strong session to whoever has the address that it verified, and leads back', async () => {
    const { id } = await staff();
    const browser = new Browser();
    expect(await browser.signIn('joensuu', '/fi/municipality')).toEqual(['STRONG', id, '/fi/municipality']);
    const { viewer } = await hub.hub.get(SessionService).viewerOf(browser.cookies[sessionCookie], 'fi');
    expect(viewer).toMatchObject({ assurance: 'STRONG', personId: id });
  });

  it('asks by code and PKCE, with state and nonce, and always to come back here', async () => {
    const url = new URL(await new Browser().leave());
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: returnOf('joensuu'),
      scope: 'openid email',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
  });

  it('knows someone again by the employer’s own name for them, whatever their address is now', async () => {
    const { id } = await staff();
    await new Browser().signIn();
    joensuu.account = { ...joensuu.account, email: 'married@joensuu.test', emailVerified: false };
    expect(await new Browser().signIn()).toEqual(['STRONG', id, null]);
  });

  it('does not take a newcomer with a leaver’s address for the leaver', async () => {
    await staff();
    await new Browser().signIn();
    joensuu.account = { ...joensuu.account, id: 'newcomer' };
    expect(await new Browser().signIn()).toBe('EMPLOYER_UNKNOWN_PERSON');
  });

  it('makes no account, and vouches for none whose work is elsewhere or over', async () => {
    joensuu.account = { id: 'nobody', email: 'nobody@joensuu.test', emailVerified: true };
    expect(await new Browser().signIn()).toBe('EMPLOYER_UNKNOWN_PERSON');
    const { membershipId } = await staff();
    await hub.hub.db.write(systemViewer('test'), (tx) =>
      tx.query(sql`update memberships set ended_at = now() where id = ${membershipId}`),
    );
    expect(await new Browser().signIn()).toBe('EMPLOYER_UNKNOWN_PERSON');
  });

  it('with an authentication context asked for insists on it', async () => {
    const { id } = await staff();
    expect(await new Browser().signIn('strict')).toBe('EMPLOYER_SIGN_IN_FAILED');
    joensuu.account = { ...joensuu.account, acr: 'strong' };
    expect(await new Browser().signIn('strict')).toEqual(['STRONG', id, null]);
  });

  it('that does not answer, or is not set up, is said so', async () => {
    expect(await new Browser().leave('gone')).toBe('EMPLOYER_UNREACHABLE');
    expect(await new Browser().leave('unknown')).toBe('NOT_FOUND');
  });

  it('is given up when it takes more than ten minutes', async () => {
    await staff();
    const browser = new Browser();
    const back = await joensuu.visit(await browser.leave());
    hub.clock.advance(10 * 60_000);
    expect(await browser.return(back.searchParams.toString())).toBe('EMPLOYER_SIGN_IN_FAILED');
  });
});

describe('a forged sign-in of an employer', () => {
  /** The honest way, but for the ID token. */
  const withToken = async (forge: Employer['forge']): Promise<unknown> => {
    await staff();
    const browser = new Browser();
    joensuu.forge = forge;
    try {
      const result = await browser.signIn();
      expect(browser.isSignedIn).toBe(false);
      return result;
    } finally {
      joensuu.forge = null;
    }
  };
  const failed = 'EMPLOYER_SIGN_IN_FAILED';

  it('is told from an honest token that passed through other hands', async () => {
    const { id } = await staff();
    joensuu.forge = (claims, header) => joensuu.token(claims, header);
    expect(await new Browser().signIn()).toEqual(['STRONG', id, null]);
    joensuu.forge = null;
  });

  it('by a token of another issuer is refused', async () => {
    const forge: Employer['forge'] = (claims, header) =>
      joensuu.token({ ...claims, iss: 'https://evil.example' }, header);
    expect(await withToken(forge)).toBe(failed);
  });

  it('by a token for another audience is refused', async () => {
    expect(await withToken((claims, header) => joensuu.token({ ...claims, aud: 'other' }, header))).toBe(
      failed,
    );
  });

  it('by a token with another nonce, or none, is refused', async () => {
    expect(await withToken((claims, header) => joensuu.token({ ...claims, nonce: 'other' }, header))).toBe(
      failed,
    );
    const without = ({ nonce: _nonce, ...claims }: Record<string, unknown>) => claims;
    expect(await withToken((claims, header) => joensuu.token(without(claims), header))).toBe(failed);
  });

  it('with another state, none, or in another browser is refused', async () => {
    await staff();
    const browser = new Browser();
    const back = await joensuu.visit(await browser.leave());
    const query = new URLSearchParams(back.searchParams);
    query.set('state', 'A'.repeat(43));
    expect(await browser.return(query.toString())).toBe(failed);
    query.delete('state');
    expect(await browser.return(query.toString())).toBe(failed);
    expect(await new Browser().return(back.searchParams.toString())).toBe(failed);
    expect(browser.isSignedIn).toBe(false);
  });

  it('by a token that nobody signed (alg none) is refused', async () => {
    expect(await withToken((claims) => joensuu.unsigned(claims))).toBe(failed);
  });

  it('by a swapped key, brought along or taken for a shared secret, is refused', async () => {
    expect(await withToken((claims, header) => joensuu.selfKeyed(claims, header))).toBe(failed);
    expect(await withToken((claims, header) => joensuu.confused(claims, header))).toBe(failed);
  });

  it('by a token that has expired is refused', async () => {
    const past = Math.floor(Date.now() / 1000) - 3600;
    expect(
      await withToken((claims, header) => joensuu.token({ ...claims, iat: past, exp: past + 60 }, header)),
    ).toBe(failed);
  });

  it('by a key that is not the employer’s is refused', async () => {
    expect(await withToken((claims, header) => joensuu.strangerKeyed(claims, header))).toBe(failed);
  });

  it('that mixes two employers up is refused', async () => {
    await staff();
    const browser = new Browser();
    // One service sends the browser back with the other's state: to that one's address, or to its own.
    const left = new URL(await browser.leave('joensuu'));
    liperi.account = { ...joensuu.account };
    const atLiperi = new URL(await new Browser().leave('liperi'));
    for (const name of ['state', 'nonce', 'code_challenge'])
      atLiperi.searchParams.set(name, left.searchParams.get(name) ?? '');
    atLiperi.searchParams.set('redirect_uri', returnOf('joensuu'));
    const back = await liperi.visit(atLiperi.href);
    expect(await browser.return(back.searchParams.toString(), 'joensuu')).toBe(failed);
    const again = new Browser();
    const honest = await joensuu.visit(await again.leave('joensuu'));
    expect(await again.return(honest.searchParams.toString(), 'liperi')).toBe(failed);
    expect([browser.isSignedIn, again.isSignedIn]).toEqual([false, false]);
  });

  it('with a code that was used is refused, in the same sign-in and in a new one', async () => {
    await staff();
    const browser = new Browser();
    const back = await joensuu.visit(await browser.leave());
    expect(await browser.return(back.searchParams.toString())).toEqual(['STRONG', expect.any(String), null]);
    expect(await browser.return(back.searchParams.toString())).toBe(failed);
    const other = new Browser();
    const fresh = await joensuu.visit(await other.leave());
    fresh.searchParams.set('code', back.searchParams.get('code') ?? '');
    expect(await other.return(fresh.searchParams.toString())).toBe(failed);
    expect(other.isSignedIn).toBe(false);
  });

  it('with an address that the employer did not verify, or that is not its own, is refused', async () => {
    await staff({ emailVerified: false });
    expect(await new Browser().signIn()).toBe(failed);
    await staff({ email: 'worker@elsewhere.test' });
    expect(await new Browser().signIn()).toBe(failed);
  });

  it('with a code that was sent to a foreign address, or leading to one, is refused', async () => {
    await staff();
    const browser = new Browser();
    const asked = new URL(await browser.leave());
    asked.searchParams.set('redirect_uri', 'https://evil.example/return');
    await expect(joensuu.visit(asked.href)).rejects.toThrow('400');
    // Another registered address of ours: its code is worth nothing at the first.
    const elsewhere = new URL(await browser.leave());
    elsewhere.searchParams.set('redirect_uri', returnOf('elsewhere'));
    const back = await joensuu.visit(elsewhere.href);
    expect(await browser.return(back.searchParams.toString())).toBe(failed);
    expect(await browser.leave('joensuu', 'https://evil.example')).toBe('NEXT_NOT_IN_SITE');
    expect(browser.isSignedIn).toBe(false);
  });
});
