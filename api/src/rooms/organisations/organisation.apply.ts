import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { sealApplicant, type Applicant } from './organisation.applicant.ts';
import { wordingTakenBusinessId } from './organisation.errors.ts';
import { insertOrganisation } from './organisation.insert.ts';
import { tellApplicantReceived, tellNetworkAdmins } from './organisation.mails.ts';
import { organisationPolicy } from './organisation.policy.ts';
import { Problems } from './organisation.problems.ts';
import { checkProfile, type Profile, type ProfileInput } from './organisation.profile.ts';
import { kindsThatApply, type OrganisationKind } from './organisation.words.ts';

export interface ApplicationInput extends ProfileInput {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly municipalityCode: string;
  readonly email: string;
  readonly applicantName: string;
  readonly applicantEmail: string;
  readonly idempotencyKey?: string | null;
}

/** Applications to join the network; anyone may send one. */
export class OrganisationApplications {
  constructor(private readonly hub: Hub) {}

  /**
   * Applies: the organisation waits for the network's decision, the applicant and the network get mail.
   * Returns its id. Errors: INVALID_INPUT with every wrong field (KIND_NOT_OPEN, BUSINESS_ID_INVALID, …);
   * CONFLICT BUSINESS_ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
   */
  async apply(viewer: Viewer, input: ApplicationInput): Promise<string> {
    organisationPolicy.authorize(viewer, 'apply', input.kind);
    const { profile, applicant } = await this.check(viewer, input);
    const { id: regionId } = await this.hub.get(RegionService).region();
    // The anonymous have no rights on the table: the system writes what was checked, in the applicant's name.
    const writer: Viewer = { ...systemViewer('organisations.apply'), personId: viewer.personId };
    return wordingTakenBusinessId(() =>
      this.hub.db.write(writer, (tx) =>
        tx.once('applyForOrganisation', input.idempotencyKey, input, () =>
          this.record(tx, applicant, {
            regionId,
            kind: input.kind,
            status: 'APPLIED',
            isExample: false,
            profile,
          }),
        ),
      ),
    );
  }

  private async check(
    viewer: Viewer,
    input: ApplicationInput,
  ): Promise<{ profile: Partial<Profile>; applicant: Applicant }> {
    const problems = new Problems();
    if (!kindsThatApply.includes(input.kind)) {
      problems.add(
        'kind',
        'KIND_NOT_OPEN',
        'Cities and municipalities join with the network. Choose another kind.',
      );
    }
    const profile = await checkProfile(this.hub, input, problems);
    const applicant = {
      name: problems.text('applicantName', input.applicantName, { maxLength: 100, multiline: false }),
      email: problems.text('applicantEmail', input.applicantEmail, { maxLength: 254, multiline: false }),
      languageTag: viewer.languageTag,
    };
    problems.throwIfAny();
    return { profile, applicant };
  }

  private async record(
    tx: Transaction,
    applicant: Applicant,
    organisation: Parameters<typeof insertOrganisation>[2],
  ): Promise<string> {
    const id = await insertOrganisation(tx, this.hub.clock.now(), organisation);
    const sealed = sealApplicant(this.hub.crypto, id, applicant);
    await tx.query(
      sql`update organisations set applicant_name = ${sealed.name}, applicant_email = ${sealed.email},
            applicant_language = ${applicant.languageTag} where id = ${id}`,
    );
    await tx.audit({ action: 'organisation.apply', subjectId: id, facts: { kind: organisation.kind } });
    await tellApplicantReceived(tx, applicant);
    await tellNetworkAdmins(this.hub, tx, organisation.profile.name ?? '');
    return id;
  }
}
