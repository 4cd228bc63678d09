import sql, { join, type Sql } from 'sql-template-tag';
import { isSystem, organisationsOf, standInsOf, type Viewer } from '../../platform/policy/viewer.ts';
import { stateFacts, unsentStates } from './referral.machine.ts';
import { referralStates } from './referral.words.ts';

/**
 * Referrals on whose sending side the viewer stands: their own, those of whom they stand in for, or their municipality's
 * as its manager.
 */
export const sentBy = (viewer: Viewer): Sql => {
  const own = sql`(r.state <> 'ERASED' and r.referrer_id = ${viewer.personId}::uuid
    and r.referring_organisation_id = any(${organisationsOf(viewer, 'CASEWORKER')}::uuid[]))`;
  const managed = organisationsOf(viewer, 'MANAGER');
  const ways = [
    own,
    ...standInsOf(viewer).map(
      ({ organisationId, caseworkerId }) => sql`(r.state <> 'ERASED' and r.referrer_id = ${caseworkerId}::uuid
        and r.referring_organisation_id = ${organisationId}::uuid)`,
    ),
    ...(managed.length > 0
      ? [sql`(r.state <> 'ERASED' and r.referring_organisation_id = any(${managed}::uuid[]))`]
      : []),
  ];
  return ways.length === 1 ? own : sql`(${join(ways, ' or ')})`;
};

/** On whose behalf the viewer reads a row of `referrals r`, as the log is told; null for the hub itself. */
export const readFor = (viewer: Viewer): Sql =>
  isSystem(viewer)
    ? sql`null::uuid as "readFor"`
    : sql`case when ${sentBy(viewer)} then r.referring_organisation_id else r.receiving_organisation_id end as "readFor"`;

/** Referrals given to the viewer as a volunteer, while there is somebody to meet: the policy's `serves`. */
const servedBy = (viewer: Viewer): Sql =>
  sql`(r.assignee_id = ${viewer.personId}::uuid and r.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')
    and r.receiving_organisation_id = any(${organisationsOf(viewer, 'VOLUNTEER')}::uuid[]))`;

/** Referrals that reached an organisation which the viewer coordinates, while it has a copy. */
const coordinatedBy = (viewer: Viewer): Sql =>
  sql`(r.receiving_organisation_id = any(${organisationsOf(viewer, 'COORDINATOR')}::uuid[])
    and r.receiver_erased_at is null and r.state not in (${join([...unsentStates])}))`;

/** The history is for the two sides, not for the volunteer who meets the client. */
export const historyVisibleTo = (viewer: Viewer): Sql =>
  isSystem(viewer) ? sql`true` : sql`(${sentBy(viewer)} or ${coordinatedBy(viewer)})`;

/** Referrals that reached an organisation which the viewer coordinates, and those given to them as a volunteer. */
export const receivedBy = (viewer: Viewer): Sql => {
  if (organisationsOf(viewer, 'VOLUNTEER').length === 0) return coordinatedBy(viewer);
  return sql`(${coordinatedBy(viewer)} or ${servedBy(viewer)})`;
};

/**
 * Rows of `referrals r`, joined with their consent `c`, whose tier is open to the receiver now: at least tier 0, or tier
 * 1; as `receiverTier` has it.
 */
export const isOpenToReceiver = (tier: 0 | 1, now: Date): Sql => {
  const states = referralStates.filter((state) => (stateFacts[state].receiverTier ?? -1) >= tier);
  return sql`(r.state in (${join(states)}) and c.withdrawn_at is null and c.expires_at > ${now})`;
};

/** The policy's `read` as a condition on rows of `referrals r`. */
export const visibleTo = (viewer: Viewer): Sql => {
  if (isSystem(viewer)) return sql`true`;
  const receives = organisationsOf(viewer, 'COORDINATOR', 'VOLUNTEER').length > 0;
  return receives ? sql`(${sentBy(viewer)} or ${receivedBy(viewer)})` : sentBy(viewer);
};

/**
 * A state as this viewer is told it: to the receiver a revoked consent is a withdrawn referral, without a reason
 * (DOMAIN.md §4.2). Filters compare with this too, or they would tell the difference.
 */
export const toldState = (viewer: Viewer, column: Sql): Sql =>
  isSystem(viewer)
    ? column
    : sql`case when ${column} = 'CONSENT_REVOKED' and not ${sentBy(viewer)} then 'WITHDRAWN' else ${column} end`;

/** Rows of `keys` (each with an `id`), and what of `referrals r` belongs to one of them, in an index's own form. */
interface ListSource {
  readonly keys: Sql;
  readonly owned: Sql;
}

/** The viewer, and whom they stand in for. */
const referrersOf = (viewer: Viewer): string[] => [
  ...new Set([
    ...(viewer.personId ? [viewer.personId] : []),
    ...standInsOf(viewer).map(({ caseworkerId }) => caseworkerId),
  ]),
];

/** Everything that `visibleTo` may let through, by the index along which it is read newest first. */
export const listSources = (viewer: Viewer): ListSource[] => {
  if (isSystem(viewer)) return [{ keys: sql`(select 1) as everything`, owned: sql`true` }];
  const unnested = (ids: readonly string[]): Sql => sql`unnest(${[...ids]}::uuid[]) as key(id)`;
  return [
    { keys: unnested(referrersOf(viewer)), owned: sql`r.referrer_id = key.id` },
    { keys: unnested(viewer.personId ? [viewer.personId] : []), owned: sql`r.assignee_id = key.id` },
    { keys: unnested(organisationsOf(viewer, 'MANAGER')), owned: sql`r.referring_organisation_id = key.id` },
    {
      keys: unnested(organisationsOf(viewer, 'COORDINATOR')),
      owned: sql`r.receiving_organisation_id = key.id`,
    },
  ];
};
