import sql from 'sql-template-tag';
import type { CookieChange } from '../../context.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { EmployerProvider } from '../../platform/env.employers.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { tellOfSecurity } from './authenticator.notice.ts';
import { employerSignInFailed, employerUnknownPerson } from './employer.errors.ts';
import { EmployerProtocol, type EmployerClaims } from './employer.protocol.ts';
import { checkedNext } from './next-path.ts';
import { emailHashOf } from './person.email.ts';
import { isSecret, newSecret, secretHash } from './secret.ts';
import { SessionService } from './session.service.ts';
import { linkMinutes, signInCookie, SignInService, type SignInResult } from './sign-in.service.ts';

const system = systemViewer('people.employer-sign-in');

/** Strong sign-in of municipal staff by their employer's OpenID provider (docs/decisions/0021). */
export class EmployerSignInService {
  private readonly protocol: EmployerProtocol;

  constructor(private readonly hub: Hub) {
    this.protocol = new EmployerProtocol(hub);
  }

  /** The services that the sign-in page offers. */
  providers(): { id: string; name: string }[] {
    return this.hub.env.employers.map(({ id, name }) => ({ id, name }));
  }

  /**
   * Where the browser goes to sign in, and the cookie by which it is known when it returns.
   * Errors: NOT_FOUND; INVALID_INPUT NEXT_NOT_IN_SITE; CONFLICT EMPLOYER_UNREACHABLE.
   */
  async start(
    providerId: string,
    next: string | null | undefined,
    browser: string | undefined,
  ): Promise<{ url: string; cookie: CookieChange }> {
    const provider = this.provider(providerId);
    const inSite = checkedNext(next);
    const state = newSecret();
    const url = await this.protocol.authorizationUrl(provider, state);
    const browserSecret = isSecret(browser) ? browser : newSecret();
    const { id: regionId } = await this.hub.get(RegionService).region();
    const expiresAt = new Date(this.hub.clock.now().getTime() + linkMinutes * 60_000);
    await this.hub.db.write(system, (tx) =>
      tx.query(
        sql`insert into employer_sign_ins (state_hash, region_id, provider, browser_hash, next, expires_at)
            values (${secretHash(state)}, ${regionId}, ${provider.id}, ${secretHash(browserSecret)}, ${inSite}, ${expiresAt})`,
      ),
    );
    return { url, cookie: { name: signInCookie, value: browserSecret, maxAgeSeconds: linkMinutes * 60 } };
  }

  /**
   * Signs in strongly with what the browser brought back: the query of the return address.
   * Errors: NOT_FOUND; CONFLICT EMPLOYER_SIGN_IN_FAILED, EMPLOYER_UNKNOWN_PERSON, EMPLOYER_UNREACHABLE.
   */
  async finish(providerId: string, query: string, browser: string | undefined): Promise<SignInResult> {
    const provider = this.provider(providerId);
    const state = new URLSearchParams(query).get('state') ?? '';
    const begun = await this.take(provider, state, browser);
    if (!begun) throw employerSignInFailed();
    const claims = await this.protocol.claimsOf(provider, state, query);
    const cookie = await this.hub.db.write(system, async (tx) => {
      const personId =
        (await this.known(tx, provider, claims)) ?? (await this.vouchedFor(tx, provider, claims));
      return this.hub.get(SessionService).open(tx, personId, 'STRONG');
    });
    const spent = { name: signInCookie, value: '', maxAgeSeconds: 0 };
    return this.hub.get(SignInService).entered(cookie, begun.next, [spent]);
  }

  private provider(id: string): EmployerProvider {
    const provider = this.hub.env.employers.find((each) => each.id === id);
    if (!provider) throw notFound();
    return provider;
  }

  /** Uses the state up: of this provider, in the browser that left with it, within ten minutes. */
  private async take(
    { id }: EmployerProvider,
    state: string,
    browser: string | undefined,
  ): Promise<{ next: string | null } | undefined> {
    const browserHash = isSecret(browser) ? secretHash(browser) : null;
    const [taken] = await this.hub.db.write(system, (tx) =>
      tx.query<{ next: string | null }>(
        sql`delete from employer_sign_ins
            where state_hash = ${secretHash(state)} and provider = ${id} and browser_hash = ${browserHash}::text
              and expires_at > ${this.hub.clock.now()}
            returning next`,
      ),
    );
    return taken;
  }

  /** Someone who came this way before, and still works in a municipality of this employer. */
  private async known(
    tx: Transaction,
    provider: EmployerProvider,
    claims: EmployerClaims,
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ personId: string }>(
      sql`update employer_identities identity set last_used_at = ${this.hub.clock.now()} from persons person
          where identity.issuer = ${claims.issuer} and identity.subject_hash = ${this.subjectHash(claims)}
            and person.id = identity.person_id and person.closed_at is null
            and ${this.worksIn(Object.values(provider.domains))}
          returning identity.person_id as "personId"`,
    );
    return row?.personId;
  }

  /**
   * Someone whose account has the address that the employer verified, and who works in the municipality of its domain.
   * One whom the employer named otherwise before is not that person: addresses are given to newcomers.
   */
  private async vouchedFor(
    tx: Transaction,
    provider: EmployerProvider,
    claims: EmployerClaims,
  ): Promise<string> {
    const { email, isEmailVerified, issuer } = claims;
    const municipality = email ? provider.domains[email.split('@').at(-1)?.toLowerCase() ?? ''] : undefined;
    if (!email || !isEmailVerified || !municipality) throw employerSignInFailed();
    const { id: regionId } = await this.hub.get(RegionService).region();
    const [person] = await tx.query<{ id: string }>(
      sql`select person.id from persons person
          where person.region_id = ${regionId} and person.email_hash = ${emailHashOf(this.hub.crypto, email)}
            and person.closed_at is null and ${this.worksIn([municipality])}
            and not exists (select from employer_identities known where known.person_id = person.id and known.issuer = ${issuer})
          for update of person`,
    );
    if (!person) throw employerUnknownPerson();
    const now = this.hub.clock.now();
    await tx.query(
      sql`insert into employer_identities (id, region_id, person_id, issuer, subject_hash, created_at, last_used_at)
          values (${newId(now)}, ${regionId}, ${person.id}, ${issuer}, ${this.subjectHash(claims)}, ${now}, ${now})`,
    );
    await tx.audit({ action: 'people.linkEmployer', subjectId: person.id, facts: { provider: provider.id } });
    await tellOfSecurity(this.hub, tx, person.id);
    return person.id;
  }

  private worksIn(municipalityCodes: readonly string[]) {
    return sql`exists (
      select from memberships membership join organisations organisation on organisation.id = membership.organisation_id
      where membership.person_id = person.id and membership.ended_at is null
        and organisation.kind in ('CITY', 'MUNICIPALITY')
        and organisation.municipality_code = any(${[...municipalityCodes]}::text[]))`;
  }

  private subjectHash({ issuer, subject }: EmployerClaims): string {
    return this.hub.crypto.keyedHash('people.employer-subject', `${issuer} ${subject}`).toString('base64url');
  }
}
