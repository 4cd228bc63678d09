import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { staleVersion, wordingTakenBusinessId } from './organisation.errors.ts';
import { findIn, type FoundOrganisation } from './organisation.find.ts';
import { readLogo, writeLogo, type Logo, type LogoInput } from './organisation.logo.ts';
import { organisationPolicy } from './organisation.policy.ts';
import { Problems } from './organisation.problems.ts';
import { checkProfile, type Profile, type ProfileInput } from './organisation.profile.ts';

export interface UpdateInput extends ProfileInput {
  readonly organisationId: string;
  readonly version: number;
  /** Null removes the logo. */
  readonly logo?: LogoInput | null;
}

/** One column and its new value; the names come from `Profile` alone. */
const assignment = ([column, value]: [string, Profile[keyof Profile]]): Sql => {
  const name = raw(column);
  if (column === 'descriptions') return sql`${name} = ${JSON.stringify(value)}::jsonb`;
  if (column === 'language_tags') return sql`${name} = ${value}::text[]`;
  return sql`${name} = ${value}`;
};

/** Changes of an organisation's public data. */
export class OrganisationProfiles {
  constructor(private readonly hub: Hub) {}

  /**
   * Changes what is given. Errors: NOT_FOUND; FORBIDDEN; INVALID_INPUT with every wrong field;
   * CONFLICT STALE_VERSION (fact `version`), BUSINESS_ID_TAKEN.
   */
  update(viewer: Viewer, input: UpdateInput): Promise<void> {
    return wordingTakenBusinessId(() =>
      this.hub.db.write(viewer, async (tx) => {
        const organisation = await findIn(tx, input.organisationId);
        if (!organisation) throw notFound();
        organisationPolicy.authorize(viewer, 'update', organisation);
        const problems = new Problems();
        const profile = await checkProfile(this.hub, input, problems);
        const logo = input.logo ? readLogo(input.logo, problems) : input.logo;
        problems.throwIfAny();
        await this.change(tx, organisation, input.version, profile, logo);
      }),
    );
  }

  private async change(
    tx: Transaction,
    organisation: FoundOrganisation,
    version: number,
    profile: Partial<Profile>,
    logo: Logo | null | undefined,
  ): Promise<void> {
    const { id } = organisation;
    const assignments = [
      ...Object.entries(profile).map(assignment),
      ...(logo === undefined ? [] : [sql`logo_version = ${logo ? version + 1 : null}::int`]),
      sql`updated_at = ${this.hub.clock.now()}`,
      sql`version = version + 1`,
    ];
    const changed = await tx.query(
      sql`update organisations set ${join(assignments, ', ')} where id = ${id} and version = ${version} returning id`,
    );
    if (changed.length === 0) throw staleVersion((await findIn(tx, id))?.version ?? organisation.version);
    if (logo !== undefined) await writeLogo(tx, id, logo);
    const columns = Object.keys(profile).filter((column) => column !== 'sort_name');
    const fields = [...columns, ...(logo === undefined ? [] : ['logo'])];
    await tx.audit({ action: 'organisation.update', subjectId: id, organisationId: id, facts: { fields } });
  }
}
