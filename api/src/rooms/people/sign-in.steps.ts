import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isSecret, newCode, secretHash } from './secret.ts';

export const codeTries = 5;

/** What a try to sign in led to. */
export type SignInStep =
  | { readonly kind: 'signedIn'; readonly personId: string; readonly next: string | null }
  | { readonly kind: 'codeToType'; readonly code: string }
  | { readonly kind: 'linkNotValid' }
  | { readonly kind: 'wrongCode'; readonly triesLeft: number }
  | { readonly kind: 'noCodeExpected' };

interface OpenedLink {
  readonly id: string;
  readonly personId: string;
  readonly next: string | null;
  readonly isSameBrowser: boolean;
}

const codeHashOf = (hub: Hub, linkId: string, code: string): string =>
  hub.crypto.keyedHash('people.sign-in-code', `${linkId}:${code}`).toString('base64url');

/** Uses a link up: in the browser that asked it signs in, in another it gives a code for the first. */
export const openLink = async (
  hub: Hub,
  tx: Transaction,
  token: string,
  browserHash: string | null,
): Promise<SignInStep> => {
  const now = hub.clock.now();
  if (!isSecret(token)) return { kind: 'linkNotValid' };
  const [link] = await tx.query<OpenedLink>(
    sql`update sign_in_links set used_at = ${now}, signed_in_at = case when browser_hash = ${browserHash}::text then ${now}::timestamptz end
        from persons person
        where token_hash = ${secretHash(token)} and used_at is null and expires_at > ${now}
          and person.id = person_id and person.closed_at is null
        returning sign_in_links.id, person_id as "personId", next, signed_in_at is not null as "isSameBrowser"`,
  );
  if (!link) return { kind: 'linkNotValid' };
  if (link.isSameBrowser) return { kind: 'signedIn', personId: link.personId, next: link.next };
  const code = newCode();
  await tx.query(
    sql`update sign_in_links set code_hash = ${codeHashOf(hub, link.id, code)} where id = ${link.id}`,
  );
  return { kind: 'codeToType', code };
};

/** Tries the code of the newest link of this browser that waits for one; five tries. */
export const tryCode = async (
  hub: Hub,
  tx: Transaction,
  code: string,
  browserHash: string | null,
): Promise<SignInStep> => {
  const now = hub.clock.now();
  const [link] = await tx.query<{
    id: string;
    personId: string;
    next: string | null;
    codeHash: string;
    tries: number;
  }>(
    sql`update sign_in_links set code_tries = code_tries + 1
        where id = (
          select link.id from sign_in_links link join persons person on person.id = link.person_id
          where link.browser_hash = ${browserHash}::text and link.code_hash is not null and link.signed_in_at is null
            and link.code_tries < ${codeTries} and link.expires_at > ${now} and person.closed_at is null
          order by link.used_at desc, link.id desc limit 1 for update of link)
        returning id, person_id as "personId", next, code_hash as "codeHash", code_tries as tries`,
  );
  if (!link) return { kind: 'noCodeExpected' };
  if (codeHashOf(hub, link.id, code.replaceAll(/\s/g, '')) !== link.codeHash) {
    return { kind: 'wrongCode', triesLeft: codeTries - link.tries };
  }
  await tx.query(sql`update sign_in_links set signed_in_at = ${now} where id = ${link.id}`);
  return { kind: 'signedIn', personId: link.personId, next: link.next };
};
