import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { noteEnding } from './access-review.ending.ts';
import { systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** Someone has a role less. What they held by it is let go in the same transaction, which is the hub's own. */
    'people.roleEnded': { personId: string; organisationId: string; role: MemberRole };
  }
}

export interface RunningMembership {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: MemberRole;
}

/** The system's rights, which letting go of others' work asks for, with the name of who decided in the log. */
export const inNameOf = (viewer: Viewer, purpose: string): Viewer => ({
  ...systemViewer(purpose),
  personId: viewer.personId,
});

/** Ends a membership and lets go of what was held by it. False when somebody else was quicker. */
export const endMembership = async (
  hub: Hub,
  tx: Transaction,
  { id, personId, organisationId, role }: RunningMembership,
): Promise<boolean> => {
  const ended = await tx.query(
    sql`update memberships set ended_at = ${hub.clock.now()} where id = ${id} and ended_at is null returning id`,
  );
  if (ended.length === 0) return false;
  await noteEnding(tx, { id, organisationId }, hub.clock.now());
  await tx.emit('people.roleEnded', { personId, organisationId, role });
  return true;
};
