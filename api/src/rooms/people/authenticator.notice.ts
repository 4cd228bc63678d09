import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { openEmail } from './person.email.ts';
import { portalLink } from './portal-links.ts';

interface Addressee {
  readonly sealedEmail: string;
  readonly languageTag: string;
}

/** Tells the owner by mail that their strong sign-in changed, was used by a paper code, or was locked. */
export const tellOfSecurity = async (hub: Hub, tx: Transaction, personId: string): Promise<void> => {
  const [person] = await tx.query<Addressee>(
    sql`select email as "sealedEmail", language_tag as "languageTag" from persons where id = ${personId}`,
  );
  if (!person) return;
  const { sealedEmail, languageTag } = person;
  await tx.send({
    kind: 'mail',
    to: openEmail(hub.crypto, 'persons', personId, sealedEmail),
    template: 'people.security-changed',
    languageTag,
    values: { link: portalLink(hub.env, languageTag, '/profile/security') },
  });
};
