import sql from 'sql-template-tag';
import type { CookieChange } from '../../context.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { accountFactsOf, type AccountFacts } from './account.facts.ts';
import { endMembership, inNameOf } from './member.end.ts';
import { openEmail } from './person.email.ts';
import { lastOne } from './person.errors.ts';
import { accountPolicy } from './person.policy.ts';
import { personsByIds } from './person.read.ts';
import { portalLink } from './portal-links.ts';
import { sessionCookie } from './session.service.ts';

/** What others do to an account on its owner's word, and its end. */
export class AccountService {
  constructor(private readonly hub: Hub) {}

  /**
   * Takes every way to sign in strongly from someone who lost theirs, and ends their sessions; they are told by mail.
   * Afterwards the mailbox alone opens a session by link, which shows T0, until something new is set up.
   * Errors: NOT_FOUND; FORBIDDEN (NOT_ALLOWED, STRONG_SESSION_NEEDED).
   */
  async resetSignIn(viewer: Viewer, personId: string): Promise<void> {
    const account = await this.visible(viewer, personId);
    accountPolicy.authorize(viewer, 'resetSignIn', account);
    await this.hub.db.write(inNameOf(viewer, 'people.resetSignIn'), async (tx) => {
      await this.dropFactors(tx, personId);
      await tx.audit({ action: 'people.resetSignIn', subjectId: personId });
      await this.tell(tx, personId, 'people.sign-in-reset', '/sign-in');
    });
  }

  /**
   * Closes an account: its roles and sessions end in the same transaction, and no link or key opens it again. The name
   * stays where it stands in what was done. One's own, or for the network admin anyone's else; they are told by mail.
   * Errors: NOT_FOUND; FORBIDDEN (NOT_ALLOWED, STRONG_SESSION_NEEDED); CONFLICT LAST_COORDINATOR, LAST_ADMIN.
   */
  async close(viewer: Viewer, personId: string): Promise<readonly CookieChange[]> {
    const account = await this.visible(viewer, personId);
    accountPolicy.authorize(viewer, 'closeAccount', account);
    const now = this.hub.clock.now();
    await this.hub.db.write(inNameOf(viewer, 'people.closeAccount'), async (tx) => {
      await this.refuseIfLast(tx, account);
      await this.tell(tx, personId, 'people.account-closed', '/');
      for (const membership of account.memberships)
        await endMembership(this.hub, tx, { ...membership, personId });
      await tx.query(sql`update persons set closed_at = ${now}, demo_key = null where id = ${personId}`);
      await this.dropFactors(tx, personId);
      await tx.audit({ action: 'people.closeAccount', subjectId: personId });
    });
    return viewer.personId === personId ? [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }] : [];
  }

  private async visible(viewer: Viewer, personId: string): Promise<AccountFacts> {
    if (!isId(personId)) throw notFound();
    const [seen] = await personsByIds(this.hub, viewer, [personId]);
    const [account] = seen ? await accountFactsOf(this.hub, [personId]) : [];
    if (!account) throw notFound();
    return account;
  }

  private async dropFactors(tx: Transaction, personId: string): Promise<void> {
    for (const table of [
      sql`recovery_codes`,
      sql`authenticators`,
      sql`passkeys`,
      sql`passkey_challenges`,
      sql`employer_identities`,
      sql`sessions`,
    ])
      await tx.query(sql`delete from ${table} where person_id = ${personId}`);
    await tx.query(sql`delete from sign_in_links where person_id = ${personId}`);
  }

  /** Two who go at the same time wait for each other, so that one of them stays. */
  private async refuseIfLast(tx: Transaction, { id, memberships }: AccountFacts): Promise<void> {
    for (const { organisationId, role } of memberships) {
      if (role !== 'COORDINATOR' && role !== 'ADMIN') continue;
      await tx.query(
        sql`select pg_advisory_xact_lock(hashtextextended(${`people.leave ${organisationId}`}, 0))`,
      );
      const others = await tx.query(
        sql`select 1 from memberships where organisation_id = ${organisationId} and role = ${role}
              and ended_at is null and person_id <> ${id} limit 1`,
      );
      if (others.length === 0) throw lastOne(role);
    }
  }

  private async tell(tx: Transaction, personId: string, template: string, path: string): Promise<void> {
    const [person] = await tx.query<{ email: string; languageTag: string }>(
      sql`select email, language_tag as "languageTag" from persons where id = ${personId}`,
    );
    if (!person) throw notFound();
    const { crypto, env } = this.hub;
    const { languageTag } = person;
    const to = openEmail(crypto, 'persons', personId, person.email);
    const values = { link: portalLink(env, languageTag, path) };
    await tx.send({ kind: 'mail', to, template, languageTag, values });
  }
}
