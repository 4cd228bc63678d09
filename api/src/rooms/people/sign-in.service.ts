import sql from 'sql-template-tag';
import type { CookieChange } from '../../context.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer, type Assurance, type Viewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { checkedNext } from './next-path.ts';
import { emailHashOf } from './person.email.ts';
import { linkNotValid, noCodeExpected, tokenOrCode, wrongCode } from './person.errors.ts';
import { portalLink } from './portal-links.ts';
import { isSecret, newSecret, secretHash } from './secret.ts';
import { SessionService } from './session.service.ts';
import { SignInLimits } from './sign-in.limits.ts';
import { openLink, tryCode, type SignInStep } from './sign-in.steps.ts';

/** The cookie by which the browser that asked for a link is known again. */
export const signInCookie = '__Host-sign-in';
export const linkMinutes = 10;

const system = systemViewer('people.sign-in');

export interface LinkRequest {
  readonly email: string;
  readonly languageTag: string;
  readonly next?: string | null;
}

/** The visitor's side of a request: their address, and what their browser holds. */
export interface Visitor {
  readonly address: string;
  readonly browserSecret: string | undefined;
}

/** Someone signed in, or a code to type in the other browser. */
export interface SignInResult {
  readonly viewer: Viewer | null;
  readonly codeToType: string | null;
  readonly next: string | null;
  readonly cookieChanges: readonly CookieChange[];
}

/** Sign-in by a link that is mailed. */
export class SignInService {
  constructor(private readonly hub: Hub) {}

  /**
   * Mails a link, if the address has an account; the answer, and the work until it, are the same if not.
   * Errors: RATE_LIMITED; INVALID_INPUT NEXT_NOT_IN_SITE.
   */
  async requestLink(input: LinkRequest, visitor: Visitor): Promise<CookieChange> {
    const { clock, crypto, db, env } = this.hub;
    const next = checkedNext(input.next);
    const emailHash = emailHashOf(crypto, input.email);
    this.hub.get(SignInLimits).take(visitor.address, emailHash);
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + linkMinutes * 60_000);
    const token = newSecret();
    const browserSecret = isSecret(visitor.browserSecret) ? visitor.browserSecret : newSecret();
    const { id: regionId } = await this.hub.get(RegionService).region();
    await db.write(system, async (tx) => {
      const [person] = await tx.query<{ id: string; languageTag: string }>(
        sql`select id, language_tag as "languageTag" from persons
            where region_id = ${regionId} and email_hash = ${emailHash} and closed_at is null`,
      );
      await tx.query(
        sql`insert into sign_in_links (id, region_id, person_id, token_hash, browser_hash, next, created_at, expires_at)
            values (${newId(now)}, ${regionId}, ${person?.id ?? null}, ${secretHash(token)}, ${secretHash(browserSecret)},
              ${next}, ${now}, ${expiresAt})`,
      );
      const { languageTag } = person ?? input;
      const link = portalLink(env, languageTag, `/sign-in/link?token=${token}`);
      // A message to nobody: it takes the time of a mail and is dropped at delivery.
      const to = person ? input.email : '';
      await tx.send({
        kind: 'mail',
        to,
        template: 'people.sign-in',
        languageTag,
        values: { link, minutes: String(linkMinutes) },
      });
    });
    return { name: signInCookie, value: browserSecret, maxAgeSeconds: linkMinutes * 60 };
  }

  /**
   * Signs in with the token of a link, or, in the browser that asked, with the code that another browser showed.
   * Errors: INVALID_INPUT TOKEN_OR_CODE_NEEDED, LINK_NOT_VALID, WRONG_CODE (fact triesLeft), CODE_NOT_VALID.
   */
  async signIn(
    input: { token?: string | null; code?: string | null },
    visitor: Visitor,
  ): Promise<SignInResult> {
    const { token, code } = input;
    if (Boolean(token) === Boolean(code)) throw tokenOrCode();
    const browserHash = isSecret(visitor.browserSecret) ? secretHash(visitor.browserSecret) : null;
    const step = await this.hub.db.write(
      system,
      async (tx): Promise<SignInStep & { cookie?: CookieChange }> => {
        const done = token
          ? await openLink(this.hub, tx, token, browserHash)
          : await tryCode(this.hub, tx, code ?? '', browserHash);
        return done.kind === 'signedIn'
          ? { ...done, cookie: await this.sessions.open(tx, done.personId, 'LINK') }
          : done;
      },
    );
    // Refusals are thrown after the commit, so that a wrong try stays counted.
    if (step.kind === 'linkNotValid') throw linkNotValid();
    if (step.kind === 'noCodeExpected') throw noCodeExpected();
    if (step.kind === 'wrongCode') throw wrongCode(step.triesLeft);
    if (step.kind === 'codeToType')
      return { viewer: null, codeToType: step.code, next: null, cookieChanges: [] };
    return this.entered(step.cookie, step.next, [{ name: signInCookie, value: '', maxAgeSeconds: 0 }]);
  }

  /** Signs in as one of the demo's people, with strong assurance; NOT_FOUND outside the demo. */
  async demoSignIn(personKey: string): Promise<SignInResult> {
    if (!this.hub.env.demo) throw notFound();
    return this.signInAs(sql`demo_key = ${personKey}`, 'STRONG');
  }

  private async signInAs(
    condition: ReturnType<typeof sql>,
    assurance: Exclude<Assurance, 'NONE'>,
  ): Promise<SignInResult> {
    const cookie = await this.hub.db.write(system, async (tx) => {
      const [person] = await tx.query<{ id: string }>(
        sql`select id from persons where closed_at is null and ${condition}`,
      );
      if (!person) throw notFound();
      return this.sessions.open(tx, person.id, assurance);
    });
    return this.entered(cookie, null, []);
  }

  /** The viewer of a session that was just opened. */
  async entered(
    cookie: CookieChange | undefined,
    next: string | null,
    others: CookieChange[],
  ): Promise<SignInResult> {
    const { viewer } = await this.sessions.viewerOf(cookie?.value, 'fi');
    return { viewer, codeToType: null, next, cookieChanges: cookie ? [cookie, ...others] : others };
  }

  private get sessions(): SessionService {
    return this.hub.get(SessionService);
  }
}
