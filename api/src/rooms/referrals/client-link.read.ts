import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { ConsentField } from '../clients/index.ts';
import { isSecret, secretHash } from '../people/index.ts';
import { loadReferral } from './referral.load.ts';
import type { ReferralRow } from './referral.row.ts';

export interface ClientLinkRow {
  readonly id: string;
  readonly referralId: string;
  readonly fields: ConsentField[];
  readonly textVersion: string;
  readonly consentExpiresAt: Date;
  readonly expiresAt: Date;
}

/** A link that opens something now, with its referral, locked. */
export interface OpenedLink {
  readonly link: ClientLinkRow;
  readonly referral: ReferralRow;
}

/** Errors: NOT_FOUND, the same for a secret that is malformed, unknown, replaced, used up or too old. */
export const openLink = async (hub: Hub, tx: Transaction, secret: string): Promise<OpenedLink> => {
  if (!isSecret(secret)) throw notFound();
  const [link] = await tx.query<ClientLinkRow>(
    sql`select id, referral_id as "referralId", fields, text_version as "textVersion",
               consent_expires_at as "consentExpiresAt", expires_at as "expiresAt"
        from client_links
        where secret_hash = ${secretHash(secret)} and closed_at is null and expires_at > ${hub.clock.now()}`,
  );
  if (!link) throw notFound();
  const referral = await loadReferral(tx, link.referralId);
  if (referral.state === 'ERASED') throw notFound();
  return { link, referral };
};

export const closeLinks = async (tx: Transaction, referralId: string, at: Date): Promise<void> => {
  await tx.query(
    sql`update client_links set closed_at = ${at} where referral_id = ${referralId} and closed_at is null`,
  );
};

export const prolongLink = async (tx: Transaction, id: string, expiresAt: Date): Promise<void> => {
  await tx.query(sql`update client_links set expires_at = ${expiresAt} where id = ${id}`);
};
