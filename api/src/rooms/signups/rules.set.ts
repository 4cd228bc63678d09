import sql from 'sql-template-tag';
import { HubError, invalidFields, notFound, type FieldProblem } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { OfferingService, type OfferingRow } from '../offerings/index.ts';
import { rulesColumns, type SignUpRulesRow } from './rules.read.ts';
import type { SetSignUpRulesInput } from './rules.types.ts';
import { LARGEST_PARTY } from './sign-up.check.ts';
import { signUpPolicy } from './sign-up.policy.ts';
import { promoteOnDates } from './waiting-list.promote.ts';

const problemOf = (
  field: keyof SetSignUpRulesInput,
  value: number | null | undefined,
  least: number,
  most: number,
): FieldProblem[] =>
  value == null || (value >= least && value <= most)
    ? []
    : [{ path: `input.${field}`, reason: 'NUMBER_OUT_OF_RANGE', message: `Write ${least} to ${most}.` }];

const check = (input: SetSignUpRulesInput, { capacity }: OfferingRow): void => {
  const mostHeld = capacity === null ? 0 : capacity - 1;
  const [first, ...rest] = [
    ...problemOf('opensDaysBefore', input.opensDaysBefore, 1, 365),
    ...problemOf('closesHoursBefore', input.closesHoursBefore, 0, 336),
    ...problemOf('minimumPeople', input.minimumPeople, 1, capacity ?? 10_000),
    ...problemOf('largestParty', input.largestParty, 1, LARGEST_PARTY),
    ...problemOf('heldPlaces', input.heldPlaces, 0, mostHeld),
  ];
  if (first) throw invalidFields([first, ...rest]);
};

/**
 * Says when and for whom sign-up is; who waits gets the places that become free by it. Errors: UNAUTHENTICATED;
 * NOT_FOUND; FORBIDDEN; INVALID_INPUT NUMBER_OUT_OF_RANGE with every wrong field.
 */
export const setSignUpRules = async (
  hub: Hub,
  viewer: Viewer,
  input: SetSignUpRulesInput,
): Promise<SignUpRulesRow> => {
  if (viewer.kind === 'anonymous')
    throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
  const offering = await hub.get(OfferingService).get(viewer, input.offeringId);
  signUpPolicy.authorize(viewer, 'setRules', offering);
  check(input, offering);
  const now = hub.clock.now();
  const rules = await hub.db.write(viewer, async (tx) => {
    const [row] = await tx.query<SignUpRulesRow>(
      sql`insert into sign_up_rules as r (offering_id, host_ids, opens_days_before, closes_hours_before, minimum_people,
            largest_party, held_places, needs_asked, has_waiting_list, updated_at)
          select o.id, o.host_ids, ${input.opensDaysBefore ?? null}::int, ${input.closesHoursBefore}::int,
            ${input.minimumPeople ?? null}::int, ${input.largestParty}::int, ${input.heldPlaces}::int,
            ${[...new Set(input.needsAsked)]}::text[], ${input.hasWaitingList}::boolean, ${now}::timestamptz
          from offerings o where o.id = ${offering.id}
          on conflict (offering_id) do update set opens_days_before = excluded.opens_days_before,
            closes_hours_before = excluded.closes_hours_before, minimum_people = excluded.minimum_people,
            largest_party = excluded.largest_party, held_places = excluded.held_places,
            needs_asked = excluded.needs_asked, has_waiting_list = excluded.has_waiting_list,
            updated_at = excluded.updated_at
          returning ${rulesColumns}`,
    );
    await tx.query(
      sql`update occurrences set held = ${input.heldPlaces}
          where offering_id = ${offering.id} and starts_at > ${now}::timestamptz + interval '24 hours'`,
    );
    await promoteOnDates(hub, tx, offering.id);
    const organisationId = viewer.memberships.find((each) => offering.hostIds.includes(each.organisationId));
    await tx.audit({
      action: 'signUp.setRules',
      subjectId: offering.id,
      organisationId: organisationId?.organisationId ?? null,
    });
    return row;
  });
  if (!rules) throw notFound();
  return rules;
};
