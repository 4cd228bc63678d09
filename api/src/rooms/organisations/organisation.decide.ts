import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { readApplicant } from './organisation.applicant.ts';
import { alreadyDecided } from './organisation.errors.ts';
import { findIn, type FoundOrganisation } from './organisation.find.ts';
import { organisationMachine } from './organisation.machine.ts';
import { tellApplicantDecision } from './organisation.mails.ts';
import { inviteFirstCoordinator } from './organisation.people.ts';
import { organisationPolicy } from './organisation.policy.ts';
import type { OrganisationStatus, VerificationDecision } from './organisation.words.ts';

export interface DecisionInput {
  readonly organisationId: string;
  readonly decision: VerificationDecision;
}

/** The network's decisions on applications. */
export class OrganisationDecisions {
  constructor(private readonly hub: Hub) {}

  /**
   * Verifies or rejects an application, tells the applicant, invites them as the first coordinator of a
   * verified one, and erases who applied. Errors: NOT_FOUND; FORBIDDEN; CONFLICT ALREADY_DECIDED (fact `status`).
   */
  decide(viewer: Viewer, { organisationId, decision }: DecisionInput): Promise<void> {
    return this.hub.db.write(viewer, async (tx) => {
      const organisation = await findIn(tx, organisationId);
      if (!organisation) throw notFound();
      organisationPolicy.authorize(viewer, 'verify', organisation);
      const move = organisationMachine.move(organisation.status, decision);
      if (!move) throw alreadyDecided(organisation.status);
      await this.settle(tx, organisation, move.to);
      await tx.audit({ action: 'organisation.verify', subjectId: organisation.id, facts: { decision } });
    });
  }

  private async settle(
    tx: Transaction,
    organisation: FoundOrganisation,
    status: OrganisationStatus,
  ): Promise<void> {
    const { id, name } = organisation;
    const isVerified = status === 'VERIFIED';
    const applicant = await readApplicant(tx, this.hub.crypto, id);
    const now = this.hub.clock.now();
    const settled = await tx.query(
      sql`update organisations set status = ${status}, is_public = ${isVerified}, decided_at = ${now}, updated_at = ${now},
            version = version + 1, applicant_name = null, applicant_email = null, applicant_language = null
          where id = ${id} and status = ${organisation.status} returning id`,
    );
    if (settled.length === 0) throw alreadyDecided((await findIn(tx, id))?.status ?? status);
    await tx.query(
      sql`update organisation_logos set is_public = ${isVerified} where organisation_id = ${id}`,
    );
    if (!applicant) return;
    await tellApplicantDecision(this.hub, tx, applicant, { id, name, isVerified });
    if (isVerified) await inviteFirstCoordinator(this.hub, tx, id, applicant);
  }
}
