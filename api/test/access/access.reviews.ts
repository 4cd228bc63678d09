import { newId } from '../../src/platform/ids.ts';
import { queryAs } from '../query-as.ts';
import type { TestHub } from '../harness.ts';
import type { AccessOrganisations } from './access.organisations.ts';
import type { AccessPeople } from './access.people.ts';

/** The open access reviews of the association and the municipality, by their ids. */
export interface AccessReviews {
  readonly reviewIds: Readonly<Record<'association' | 'municipality', string>>;
}

/**
 * Reviews as the job would have opened them a quarter ago: two wait, with one decision in the association's; the
 * sister's was confirmed, and that of elsewhere is overdue.
 */
export const accessReviews = async (
  hub: TestHub,
  { association, sister, elsewhere, municipality }: AccessOrganisations,
  { members }: AccessPeople,
): Promise<AccessReviews> => {
  const open = async (organisationId: string, days: number, reviewerId: string | null = null) => {
    const id = newId(hub.clock.now());
    await queryAs(
      hub,
      'hub_owner',
      `insert into access_reviews (id, region_id, organisation_id, quarter, opened_at, due_at, completed_at, reviewer_id)
       select $1, region_id, id, '2026-Q4', $3, $3::timestamptz + make_interval(days => $4),
         case when $5::uuid is not null then $3::timestamptz end, $5 from organisations where id = $2`,
      [id, organisationId, hub.clock.now(), days, reviewerId],
    );
    return id;
  };
  const reviewIds = {
    association: await open(association.id, 30),
    municipality: await open(municipality.id, 30),
  };
  await open(sister.id, 30, members.coordinator.id);
  await open(elsewhere.id, -1);
  await queryAs(
    hub,
    'hub_owner',
    `insert into access_review_answers (review_id, membership_id, region_id, organisation_id, decision, decided_at, decider_id)
     select r.id, $2, r.region_id, r.organisation_id, 'KEEP', r.opened_at, $3 from access_reviews r where r.id = $1`,
    [reviewIds.association, members.coordinator.membershipId, members.coordinator.id],
  );
  await queryAs(hub, 'hub_owner', 'update persons set last_used_at = created_at');
  return { reviewIds };
};
