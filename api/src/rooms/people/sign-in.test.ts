import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { deliverMails, tokenIn } from '../../../test/makers/mail.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, aPerson } from '../../../test/makers/person.ts';
import { sessionCookie } from './session.service.ts';
import { signInCookie } from './sign-in.service.ts';

const hub = useHub();

interface SignedIn {
  signIn: {
    viewer: {
      person: { displayName: string; email: string };
      assurance: string;
      memberships: { role: string }[];
    } | null;
    codeToType: string | null;
    next: string | null;
  };
}

const requestLink = `mutation ($input: RequestSignInLinkInput!) {
  requestSignInLink(input: $input) { sentTo expiresInMinutes } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) {
  viewer { person { displayName email } assurance memberships { role person { email } } } codeToType next } }`;

let addresses = 0;

/** A browser keeps its cookies. */
class Browser {
  cookies: Record<string, string | undefined> = {};
  readonly address = `192.0.2.${(addresses += 1)}`;

  async ask<Data>(source: string, input: Record<string, unknown>): Promise<Answer<Data>> {
    const answer = await hub.ask<Data>(
      null,
      source,
      { input },
      { cookies: this.cookies, address: this.address },
    );
    for (const { name, value, maxAgeSeconds } of answer.cookies)
      this.cookies[name] = maxAgeSeconds > 0 ? value : undefined;
    return answer;
  }

  request(
    email: string,
    more: Record<string, unknown> = {},
  ): Promise<Answer<{ requestSignInLink: unknown }>> {
    return this.ask(requestLink, { email, languageTag: 'en', ...more });
  }

  signIn(input: { token?: string; code?: string }): Promise<Answer<SignedIn>> {
    return this.ask(signIn, input);
  }
}

/** The token of the newest mail. */
const mailedToken = async (): Promise<string> => tokenIn((await deliverMails(hub)).at(-1));

describe('a sign-in link', () => {
  it('signs in the browser that asked for it, and leads back', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const { email } = await aMember(hub, {
      organisationId,
      role: 'COORDINATOR',
      languageTag: 'ar',
      displayName: 'Aino',
    });
    const browser = new Browser();
    const asked = await browser.request(email.toUpperCase(), { next: '/ar/desk' });
    expect(asked.data.requestSignInLink).toEqual({ sentTo: email.toUpperCase(), expiresInMinutes: 10 });
    const { data, cookies } = await browser.signIn({ token: await mailedToken() });
    expect(hub.mails.at(-1)).toMatchObject({ languageTag: 'ar' });
    expect(hub.mails.at(-1)?.text).toContain('http://hub.test/ar/sign-in/link?token=');
    expect(data.signIn).toEqual({
      viewer: {
        person: { displayName: 'Aino', email },
        assurance: 'LINK',
        memberships: [{ role: 'COORDINATOR', person: { email } }],
      },
      codeToType: null,
      next: '/ar/desk',
    });
    expect(cookies.map(({ name }) => name)).toEqual([sessionCookie, signInCookie]);
    expect(browser.cookies[signInCookie]).toBeUndefined();
  });

  it('works once', async () => {
    const browser = new Browser();
    await browser.request((await aPerson(hub)).email);
    const token = await mailedToken();
    expect((await browser.signIn({ token })).failure).toBeNull();
    const again = await browser.signIn({ token });
    expect(again.failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'LINK_NOT_VALID',
      fields: [{ path: 'input.token' }],
    });
  });

  it('opens one session of twenty tries at once', async () => {
    const browser = new Browser();
    await browser.request((await aPerson(hub)).email);
    const token = await mailedToken();
    const cookies = { ...browser.cookies };
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        hub.ask(null, signIn, { input: { token } }, { cookies, address: browser.address }),
      ),
    );
    expect(tries.filter(({ failure }) => failure === null)).toHaveLength(1);
  });

  it('is dead after ten minutes', async () => {
    const browser = new Browser();
    await browser.request((await aPerson(hub)).email);
    const token = await mailedToken();
    hub.clock.advance(10 * 60_000);
    expect((await browser.signIn({ token })).failure).toMatchObject({ reason: 'LINK_NOT_VALID' });
  });

  it('both stay good when asked for twice in one browser', async () => {
    const browser = new Browser();
    const { email } = await aPerson(hub);
    await browser.request(email);
    const first = await mailedToken();
    await browser.request(email);
    const second = await mailedToken();
    expect(second).not.toBe(first);
    expect((await browser.signIn({ token: first })).data.signIn.viewer).not.toBeNull();
  });

  it.each([{}, { token: 'x', code: '123456' }])('needs the token or the code: %j', async (input) => {
    expect((await new Browser().signIn(input)).failure).toMatchObject({ reason: 'TOKEN_OR_CODE_NEEDED' });
  });

  it('leads to no other site', async () => {
    const answer = await new Browser().request('someone@example.org', { next: '//example.org' });
    expect(answer.failure).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'input.next' }] });
  });
});

describe('a link that is opened in another browser', () => {
  const openElsewhere = async (): Promise<{
    first: Browser;
    other: Browser;
    token: string;
    code: string;
    name: string;
  }> => {
    const { email, displayName } = await aPerson(hub);
    const [first, other] = [new Browser(), new Browser()];
    await first.request(email, { next: '/en' });
    const token = await mailedToken();
    const { data, cookies } = await other.signIn({ token });
    expect(data.signIn).toEqual({ viewer: null, codeToType: expect.stringMatching(/^\d{6}$/), next: null });
    expect(cookies).toEqual([]);
    return { first, other, token, code: data.signIn.codeToType ?? '', name: displayName };
  };

  it('shows a code that the first browser signs in with, once', async () => {
    const { first, other, token, code, name } = await openElsewhere();
    expect((await other.signIn({ code })).failure).toMatchObject({ reason: 'CODE_NOT_VALID' });
    expect((await first.signIn({ token })).failure).toMatchObject({ reason: 'LINK_NOT_VALID' });
    const cookies = { ...first.cookies };
    const { data, failure } = await first.signIn({ code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(failure).toBeNull();
    expect(data.signIn).toMatchObject({ viewer: { person: { displayName: name } }, next: '/en' });
    first.cookies = cookies;
    expect((await first.signIn({ code })).failure).toMatchObject({ reason: 'CODE_NOT_VALID' });
  });

  it('takes five wrong codes and then none', async () => {
    const { first, code } = await openElsewhere();
    const wrong = code === '000000' ? '000001' : '000000';
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      const { failure } = await first.signIn({ code: wrong });
      expect(failure).toMatchObject({
        reason: 'WRONG_CODE',
        fields: [{ path: 'input.code' }],
        facts: { triesLeft },
      });
    }
    expect((await first.signIn({ code })).failure).toMatchObject({ reason: 'CODE_NOT_VALID' });
  });

  it('counts wrong codes that come at once', async () => {
    const { first, code } = await openElsewhere();
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = await Promise.all(Array.from({ length: 12 }, () => first.signIn({ code: wrong })));
    expect(tries.filter(({ failure }) => failure?.reason === 'WRONG_CODE')).toHaveLength(5);
  });

  it('ends with the link', async () => {
    const { first, code } = await openElsewhere();
    hub.clock.advance(10 * 60_000);
    expect((await first.signIn({ code })).failure).toMatchObject({ reason: 'CODE_NOT_VALID' });
  });
});

describe('an address without account', () => {
  it('gets the same answer by the same statements, and no mail', async () => {
    const { email } = await aPerson(hub);
    const record = async (to: string): Promise<{ answer: unknown; statements: string[] }> => {
      const from = hub.statements.length;
      const { data, failure, cookies } = await new Browser().request(to);
      const shape = cookies.map(({ name, value, maxAgeSeconds }) => [name, value.length, maxAgeSeconds]);
      return {
        answer: JSON.stringify([data, failure, shape]).replaceAll(to, 'address'),
        statements: hub.statements.slice(from).map((text) => text.split(/\n| \[took/)[0] ?? ''),
      };
    };
    const unknown = await record('nobody@example.org');
    expect(await deliverMails(hub)).toEqual([]);
    const known = await record(email);
    expect(unknown).toEqual(known);
    expect((await deliverMails(hub)).map(({ to }) => to)).toEqual([email]);
  });
});

describe('too many requests', () => {
  it('are refused per e-mail address, known or not, for an hour at most', async () => {
    for (const email of [(await aPerson(hub)).email, 'no-one@example.org']) {
      for (let count = 0; count < 10; count += 1)
        expect((await new Browser().request(email)).failure).toBeNull();
      const { failure } = await new Browser().request(email);
      expect(failure).toMatchObject({ code: 'RATE_LIMITED', facts: { retryAfterSeconds: 360 } });
    }
  });

  it('are refused per visitor’s address', async () => {
    const browser = new Browser();
    for (let count = 0; count < 10; count += 1)
      expect((await browser.request(`a${count}@example.org`)).failure).toBeNull();
    expect((await browser.request('b@example.org')).failure).toMatchObject({ code: 'RATE_LIMITED' });
    hub.clock.advance(360_000);
    expect((await browser.request('b@example.org')).failure).toBeNull();
  });
});
