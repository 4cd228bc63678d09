import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import type { MemberRole, Viewer } from '../../platform/policy/viewer.ts';
import { visibleInvitations, visibleMemberships, visiblePersons } from './person.visibility.ts';

/** A person as read; `sealedEmail` opens by `openEmail`. */
export interface PersonRow {
  readonly id: string;
  readonly displayName: string;
  readonly sealedEmail: string;
  readonly languageTag: string;
  readonly createdAt: Date;
  readonly organisationIds: readonly string[];
}

export interface MembershipRow {
  readonly id: string;
  readonly role: MemberRole;
  readonly since: Date;
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationKind: string;
  readonly isVerified: boolean;
}

export interface InvitationRow {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationKind: string;
  readonly isVerified: boolean;
  readonly sealedEmail: string;
  readonly role: MemberRole;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const personColumns = sql`person.id, person.display_name as "displayName", person.email as "sealedEmail",
  person.language_tag as "languageTag", person.created_at as "createdAt", person.organisation_ids as "organisationIds"`;

export const membershipColumns = sql`membership.id, membership.role, membership.created_at as since,
  membership.person_id as "personId", membership.organisation_id as "organisationId",
  organisation.kind as "organisationKind", organisation.status = 'VERIFIED' as "isVerified"`;

export const invitationColumns = sql`invitation.id, invitation.organisation_id as "organisationId",
  organisation.kind as "organisationKind", organisation.status = 'VERIFIED' as "isVerified",
  invitation.email as "sealedEmail", invitation.role, invitation.created_at as "createdAt", invitation.expires_at as "expiresAt"`;

/** The anonymous role has no right to these tables at all: nothing is what it sees. */
const rowsFor = async <Row>(hub: Hub, viewer: Viewer, statement: Sql): Promise<Row[]> =>
  viewer.kind === 'anonymous' ? [] : hub.db.read<Row>(viewer, statement);

export const personsByIds = (hub: Hub, viewer: Viewer, ids: readonly string[]): Promise<PersonRow[]> =>
  rowsFor(
    hub,
    viewer,
    sql`select ${personColumns} from persons person
    where person.id = any(${[...ids]}::uuid[]) and ${visiblePersons(viewer)}`,
  );

/** All accounts by age, oldest first; for the network admin. */
export const personsPage = (hub: Hub, viewer: Viewer, { after, fetchCount }: Page): Promise<PersonRow[]> =>
  rowsFor(
    hub,
    viewer,
    sql`select ${personColumns} from persons person
    where person.closed_at is null and ${visiblePersons(viewer)} and ${after ? sql`person.id > ${after[0]}::uuid` : sql`true`}
    order by person.id limit ${fetchCount}`,
  );

export const countPersons = async (hub: Hub, viewer: Viewer): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from persons person
    where person.closed_at is null and ${visiblePersons(viewer)}`,
  );
  return row?.count ?? 0;
};

const runningMemberships = (viewer: Viewer, condition: Sql): Sql => sql`select ${membershipColumns}
  from memberships membership join organisations organisation on organisation.id = membership.organisation_id
  where membership.ended_at is null and ${visibleMemberships(viewer)} and ${condition}
  order by membership.id`;

export const membershipsByIds = (
  hub: Hub,
  viewer: Viewer,
  ids: readonly string[],
): Promise<MembershipRow[]> =>
  rowsFor(hub, viewer, runningMemberships(viewer, sql`membership.id = any(${ids.filter(isId)}::uuid[])`));

export const membershipsOfPersons = (
  hub: Hub,
  viewer: Viewer,
  ids: readonly string[],
): Promise<MembershipRow[]> =>
  rowsFor(hub, viewer, runningMemberships(viewer, sql`membership.person_id = any(${[...ids]}::uuid[])`));

/** The running memberships of one organisation, oldest first. */
export const membersPage = (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
  page: Page,
): Promise<MembershipRow[]> => {
  const behind = page.after ? sql`membership.id > ${page.after[0]}::uuid` : sql`true`;
  const rows = runningMemberships(viewer, sql`membership.organisation_id = ${organisationId} and ${behind}`);
  return rowsFor(hub, viewer, sql`${rows} limit ${page.fetchCount}`);
};

export const countMembers = async (hub: Hub, viewer: Viewer, organisationId: string): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from memberships membership
    where membership.ended_at is null and membership.organisation_id = ${organisationId} and ${visibleMemberships(viewer)}`,
  );
  return row?.count ?? 0;
};

/** Invitations that wait for an answer, of several organisations, oldest first. */
export const openInvitations = (
  hub: Hub,
  viewer: Viewer,
  organisationIds: readonly string[],
): Promise<InvitationRow[]> =>
  rowsFor(
    hub,
    viewer,
    sql`select ${invitationColumns}
    from invitations invitation join organisations organisation on organisation.id = invitation.organisation_id
    where invitation.organisation_id = any(${[...organisationIds]}::uuid[]) and ${visibleInvitations(viewer)}
      and invitation.accepted_at is null and invitation.revoked_at is null and invitation.expires_at > ${hub.clock.now()}
    order by invitation.id`,
  );
