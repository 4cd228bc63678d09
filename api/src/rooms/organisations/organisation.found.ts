import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { wordingTakenBusinessId } from './organisation.errors.ts';
import { insertOrganisation } from './organisation.insert.ts';
import { organisationPolicy } from './organisation.policy.ts';
import { Problems } from './organisation.problems.ts';
import { checkProfile, type ProfileInput } from './organisation.profile.ts';
import type { OrganisationKind } from './organisation.words.ts';

export interface FoundingInput extends ProfileInput {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly municipalityCode: string;
  readonly isExample?: boolean;
}

/** Organisations that the network begins with: the municipalities, and the seeds' examples. */
export class OrganisationFounding {
  constructor(private readonly hub: Hub) {}

  /**
   * Founds a verified organisation without application; for system viewers alone. Returns its id.
   * Errors: FORBIDDEN; INVALID_INPUT; CONFLICT BUSINESS_ID_TAKEN.
   */
  async found(viewer: Viewer, input: FoundingInput): Promise<string> {
    const { kind, isExample = false } = input;
    organisationPolicy.authorize(viewer, 'found', kind);
    const problems = new Problems();
    const profile = await checkProfile(this.hub, input, problems);
    problems.throwIfAny();
    const { id: regionId } = await this.hub.get(RegionService).region();
    return wordingTakenBusinessId(() =>
      this.hub.db.write(viewer, async (tx) => {
        const now = this.hub.clock.now();
        const id = await insertOrganisation(tx, now, {
          regionId,
          kind,
          status: 'VERIFIED',
          isExample,
          profile,
        });
        await tx.audit({ action: 'organisation.found', subjectId: id, organisationId: id, facts: { kind } });
        return id;
      }),
    );
  }
}
