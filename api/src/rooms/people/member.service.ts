import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import { isSystem, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { endMembership, inNameOf } from './member.end.ts';
import { lastOne } from './person.errors.ts';
import { memberPolicy, type MemberFacts } from './person.policy.ts';
import { countMembers, membersPage, membershipsByIds, type MembershipRow } from './person.read.ts';

export interface NewMembership {
  readonly personId: string;
  readonly organisationId: string;
  readonly role: MemberRole;
}

export const memberFacts = (viewer: Viewer, membership: MembershipRow): MemberFacts => ({
  ...membership,
  isSelf: membership.personId === viewer.personId,
});

/** Who belongs to which organisation, in which role. */
export class MemberService {
  constructor(private readonly hub: Hub) {}

  /** A membership without invitation, for system viewers (seeds, commands). Returns its id; FORBIDDEN for others. */
  async add(viewer: Viewer, membership: NewMembership): Promise<string> {
    if (!isSystem(viewer)) throw new HubError('FORBIDDEN', 'NOT_ALLOWED', 'Members come by invitation.');
    return this.hub.db.write(viewer, (tx) => this.addIn(tx, membership));
  }

  /** Gives a role in a system's transaction; the id of the membership, also of one that runs already. */
  async addIn(tx: Transaction, { personId, organisationId, role }: NewMembership): Promise<string> {
    const now = this.hub.clock.now();
    const { id: regionId } = await this.hub.get(RegionService).region();
    const id = newId(now);
    const [row] = await tx.query<{ id: string }>(
      sql`insert into memberships (id, region_id, organisation_id, person_id, role, created_at)
          values (${id}, ${regionId}, ${organisationId}, ${personId}, ${role}, ${now})
          on conflict (person_id, organisation_id, role) where ended_at is null do update set role = excluded.role
          returning id`,
    );
    if (!row) throw notFound();
    const facts = { role, membershipId: row.id };
    if (row.id === id)
      await tx.audit({ action: 'people.addMember', subjectId: personId, organisationId, facts });
    return row.id;
  }

  /** The members of an organisation that the viewer may see, oldest first. */
  async members(
    viewer: Viewer,
    organisationId: string,
    args: ConnectionArgs,
  ): Promise<Connection<MembershipRow>> {
    const page = pageOf(args, 'members');
    const rows = await membersPage(this.hub, viewer, organisationId, page);
    return toConnection(
      rows,
      page,
      ({ id }) => [id],
      () => countMembers(this.hub, viewer, organisationId),
    );
  }

  /**
   * Ends a membership, also one's own; its rights are gone with the next request,
   * and what was held by it waits for somebody else.
   * Errors: NOT_FOUND; FORBIDDEN; CONFLICT LAST_COORDINATOR, LAST_ADMIN when the last one would leave.
   */
  async remove(viewer: Viewer, membershipId: string): Promise<string> {
    const [membership] = isId(membershipId) ? await membershipsByIds(this.hub, viewer, [membershipId]) : [];
    if (!membership) throw notFound();
    await this.hub.db.write(inNameOf(viewer, viewer.purpose), (tx) => this.removeIn(tx, viewer, membership));
    return membershipId;
  }

  /** The same in a system's transaction, for a membership that the viewer sees. */
  async removeIn(tx: Transaction, viewer: Viewer, membership: MembershipRow): Promise<void> {
    const facts = memberFacts(viewer, membership);
    memberPolicy.authorize(viewer, 'removeMember', facts);
    if (facts.isSelf) await this.refuseIfLast(tx, membership);
    if (!(await endMembership(this.hub, tx, membership))) throw notFound();
    const { id: membershipId, personId, organisationId, role } = membership;
    const action = facts.isSelf ? 'people.leave' : 'people.removeMember';
    await tx.audit({ action, subjectId: personId, organisationId, facts: { role, membershipId } });
  }

  /** Two who leave at the same time wait for each other, so that one of them stays. */
  private async refuseIfLast(tx: Transaction, { id, organisationId, role }: MembershipRow): Promise<void> {
    if (role !== 'COORDINATOR' && role !== 'ADMIN') return;
    await tx.query(
      sql`select pg_advisory_xact_lock(hashtextextended(${`people.leave ${organisationId}`}, 0))`,
    );
    const others = await tx.query(
      sql`select 1 from memberships
          where organisation_id = ${organisationId} and role = ${role} and ended_at is null and id <> ${id} limit 1`,
    );
    if (others.length === 0) throw lastOne(role);
  }
}
