import sql from 'sql-template-tag';
import type { Crypto } from '../../platform/crypto/crypto.ts';
import type { Transaction } from '../../platform/db/transaction.ts';

/** Who applies for an organisation: its first coordinator, once it is verified. */
export interface Applicant {
  readonly name: string;
  readonly email: string;
  readonly languageTag: string;
}

const purpose = 'organisations.applicant';
const dataOf = (organisationId: string, field: 'name' | 'email'): string => `${organisationId}:${field}`;

export const sealApplicant = (crypto: Crypto, organisationId: string, applicant: Applicant) => ({
  name: crypto.seal(purpose, applicant.name, dataOf(organisationId, 'name')),
  email: crypto.seal(purpose, applicant.email, dataOf(organisationId, 'email')),
});

/** The applicant of an undecided application; null once decided, for then it is erased. */
export const readApplicant = async (
  tx: Transaction,
  crypto: Crypto,
  organisationId: string,
): Promise<Applicant | null> => {
  const [row] = await tx.query<{ name: string | null; email: string | null; languageTag: string | null }>(
    sql`select applicant_name as name, applicant_email as email, applicant_language as "languageTag"
        from organisations where id = ${organisationId}`,
  );
  if (!row?.name || !row.email) return null;
  return {
    name: crypto.open(purpose, row.name, dataOf(organisationId, 'name')),
    email: crypto.open(purpose, row.email, dataOf(organisationId, 'email')),
    languageTag: row.languageTag ?? 'fi',
  };
};
