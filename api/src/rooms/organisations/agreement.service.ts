import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { dateOf, yearsAfter } from './organisation.calendar.ts';
import { findIn } from './organisation.find.ts';
import { organisationPolicy } from './organisation.policy.ts';
import { AGREEMENT_YEARS, partnerTerms } from './partner-terms.ts';

export interface AcceptanceInput {
  readonly organisationId: string;
  readonly termsVersion: string;
}

/** Partner agreements: without a valid one an organisation receives no referral. */
export class PartnerAgreements {
  constructor(private readonly hub: Hub) {}

  /**
   * Accepts the terms in force for two years; an earlier agreement ends. Accepted again on the same day,
   * nothing changes. Errors: NOT_FOUND; FORBIDDEN, also NOT_VERIFIED; INVALID_INPUT TERMS_OUTDATED.
   */
  accept(viewer: Viewer, input: AcceptanceInput): Promise<void> {
    return this.hub.db.write(viewer, async (tx) => {
      const organisation = await findIn(tx, input.organisationId);
      if (!organisation) throw notFound();
      organisationPolicy.authorize(viewer, 'acceptPartnerAgreement', organisation);
      requireCurrent(input.termsVersion);
      await this.conclude(tx, organisation.id, organisation.regionId);
    });
  }

  private async conclude(tx: Transaction, organisationId: string, regionId: string): Promise<void> {
    const now = this.hub.clock.now();
    const validUntil = yearsAfter(dateOf(now), AGREEMENT_YEARS);
    // The row lock lets two acceptances at once follow each other.
    await tx.query(sql`select 1 from organisations where id = ${organisationId} for update`);
    const [same] = await tx.query(
      sql`select 1 from partner_agreements where organisation_id = ${organisationId} and ended_at is null
          and terms_version = ${partnerTerms.version} and valid_until = ${validUntil}::date`,
    );
    if (same) return;
    const id = newId(now);
    await tx.query(
      sql`update partner_agreements set ended_at = ${now} where organisation_id = ${organisationId} and ended_at is null`,
    );
    await tx.query(
      sql`insert into partner_agreements (id, region_id, organisation_id, terms_version, accepted_by, accepted_at, valid_until)
          values (${id}, ${regionId}, ${organisationId}, ${partnerTerms.version}, ${tx.viewer.personId}, ${now}, ${validUntil})`,
    );
    await tx.query(
      sql`update organisations set agreement_valid_until = ${validUntil} where id = ${organisationId}`,
    );
    await tx.audit({
      action: 'organisation.acceptPartnerAgreement',
      subjectId: id,
      organisationId,
      facts: { termsVersion: partnerTerms.version, validUntil },
    });
  }
}

const requireCurrent = (version: string): void => {
  if (version === partnerTerms.version) return;
  throw invalidInput(
    'input.termsVersion',
    'TERMS_OUTDATED',
    `The terms in force are version ${partnerTerms.version}. Read them and accept that version.`,
    { current: partnerTerms.version },
  );
};
