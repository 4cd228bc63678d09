import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { freeSlug, slugOf } from './organisation.names.ts';
import type { Profile } from './organisation.profile.ts';
import type { OrganisationKind, OrganisationStatus } from './organisation.words.ts';

export interface NewOrganisation {
  readonly regionId: string;
  readonly kind: OrganisationKind;
  readonly status: OrganisationStatus;
  readonly isExample: boolean;
  readonly profile: Partial<Profile>;
}

/** A slug that no one has. The lock makes two equal names at once wait for each other. */
const chooseSlug = async (tx: Transaction, name: string): Promise<string> => {
  const slug = slugOf(name);
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended('organisations.slug', 0))`);
  const taken = await tx.query<{ slug: string }>(
    sql`select slug from organisations where slug = ${slug} or starts_with(slug, ${`${slug}-`})`,
  );
  return freeSlug(
    slug,
    taken.map((row) => row.slug),
  );
};

/** Writes a new organisation; the transaction must be the system's. Returns its id. */
export const insertOrganisation = async (
  tx: Transaction,
  at: Date,
  organisation: NewOrganisation,
): Promise<string> => {
  const { regionId, kind, status, isExample, profile } = organisation;
  const id = newId(at);
  const slug = await chooseSlug(tx, profile.name ?? '');
  await tx.query(
    sql`insert into organisations (id, region_id, municipality_code, kind, status, is_public, is_example, slug, name,
          sort_name, business_id, email, phone, website, language_tags, descriptions, version, created_at, updated_at)
        values (${id}, ${regionId}, ${profile.municipality_code}, ${kind}, ${status}, ${status === 'VERIFIED'},
          ${isExample}, ${slug}, ${profile.name}, ${profile.sort_name}, ${profile.business_id ?? null},
          ${profile.email ?? null}, ${profile.phone ?? null}, ${profile.website ?? null},
          ${profile.language_tags ?? []}::text[], ${JSON.stringify(profile.descriptions ?? [])}::jsonb, 1, ${at}, ${at})`,
  );
  return id;
};
