import sql, { raw, type Sql } from 'sql-template-tag';
import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import { clientPolicy } from './client.policy.ts';
import type { EmergencyVerdict } from './client.words.ts';
import { emergencySeal } from './emergency.open.ts';

/** A broken glass as its reviewers read it. */
export interface EmergencyRow {
  readonly id: string;
  readonly organisationId: string;
  readonly clientId: string;
  readonly personId: string;
  readonly reason: string | null;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly reviewedAt: Date | null;
  readonly reviewerId: string | null;
  readonly verdict: EmergencyVerdict | null;
}

const columns =
  raw(`id, organisation_id as "organisationId", client_id as "clientId", person_id as "personId", reason,
  started_at as "startedAt", ends_at as "endsAt", reviewed_at as "reviewedAt", reviewer_id as "reviewerId", verdict`);
const most = 100;

/** The policy's `readEmergencies`, as a condition on rows of `emergency_accesses`. */
const seenBy = (viewer: Viewer): Sql =>
  sql`organisation_id = any(${organisationsOf(viewer, 'MANAGER', 'DATA_PROTECTION_OFFICER')}::uuid[])`;

const opened = (hub: Hub, { reason, ...row }: EmergencyRow): EmergencyRow => ({
  ...row,
  reason: reason === null ? null : hub.crypto.open(emergencySeal, reason, row.id),
});

/** The broken glasses of a municipality, those without review first, then the newest. Errors: UNAUTHENTICATED; FORBIDDEN. */
export const listEmergencies = async (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
): Promise<EmergencyRow[]> => {
  clientPolicy.authorize(viewer, 'readEmergencies', organisationId);
  if (!isId(organisationId)) return [];
  const rows = await hub.db.read<EmergencyRow>(
    viewer,
    sql`select ${columns} from emergency_accesses where organisation_id = ${organisationId} and ${seenBy(viewer)}
        order by reviewed_at is not null, started_at desc, id limit ${most}`,
  );
  return rows.map((row) => opened(hub, row));
};

export interface ReviewInput {
  readonly emergencyId: string;
  readonly verdict: EmergencyVerdict;
}

/**
 * Writes down what somebody else than who broke it thinks of a broken glass. Errors: UNAUTHENTICATED; NOT_FOUND;
 * FORBIDDEN OWN_EMERGENCY; CONFLICT ALREADY_REVIEWED.
 */
export const reviewEmergency = (hub: Hub, viewer: Viewer, input: ReviewInput): Promise<EmergencyRow> => {
  clientPolicy.authorize(viewer, 'list', null);
  const { emergencyId, verdict } = input;
  return hub.db.write(viewer, async (tx) => {
    if (!isId(emergencyId)) throw notFound();
    const [row] = await tx.query<EmergencyRow>(
      sql`select ${columns} from emergency_accesses where id = ${emergencyId} and ${seenBy(viewer)} for update`,
    );
    if (!row) throw notFound();
    clientPolicy.authorize(viewer, 'reviewEmergency', row);
    if (row.reviewedAt !== null)
      throw new HubError('CONFLICT', 'ALREADY_REVIEWED', 'This was reviewed already. Reload the list.');
    const reviewedAt = hub.clock.now();
    await tx.query(
      sql`update emergency_accesses set reviewed_at = ${reviewedAt}, reviewer_id = ${viewer.personId}, verdict = ${verdict}
          where id = ${emergencyId}`,
    );
    await tx.audit({
      action: 'client.reviewEmergency',
      subjectId: row.clientId,
      clientIds: [row.clientId],
      organisationId: row.organisationId,
      facts: { emergencyId, verdict },
    });
    return opened(hub, { ...row, reviewedAt, reviewerId: viewer.personId, verdict });
  });
};
