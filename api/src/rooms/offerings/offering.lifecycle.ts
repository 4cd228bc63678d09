import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { OrganisationService } from '../organisations/index.ts';
import { cancelWhere } from './occurrence.cancel.ts';
import { materialiseOfferings } from './occurrence.materialise.ts';
import { signInNeeded } from './offering.errors.ts';
import { tellCancelled } from './offering.events.ts';
import { offeringPolicy } from './offering.policy.ts';
import { readOfferings } from './offering.read.ts';
import type { OfferingRow } from './offering.row.ts';
import { storeSearch } from './search.store.ts';
import { actsFor, lockOffering, spreadHosts } from './offering.store.ts';

export interface MoveInput {
  readonly offeringId: string;
  readonly version: number;
}

const visibleOffering = async (hub: Hub, viewer: Viewer, id: string): Promise<OfferingRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [offering] = isId(id) ? await readOfferings(hub, viewer, [id]) : [];
  if (!offering) throw notFound();
  return offering;
};

/**
 * Shows a draft to everyone. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN, NOT_VERIFIED; CONFLICT STALE_VERSION,
 * ILLEGAL_MOVE.
 */
export const publishOffering = async (hub: Hub, viewer: Viewer, input: MoveInput): Promise<string> => {
  const offering = await visibleOffering(hub, viewer, input.offeringId);
  const { id, organisationId, hostIds } = offering;
  const organisation = await hub.get(OrganisationService).get(viewer, organisationId);
  offeringPolicy.authorize(viewer, 'publish', {
    ...offering,
    isVerified: organisation.status === 'VERIFIED',
  });
  const now = hub.clock.now();
  await hub.db.write(viewer, async (tx) => {
    await lockOffering(tx, { ...input, offeringId: id }, 'publish');
    await tx.query(
      sql`update offerings set status = 'PUBLISHED', is_public = true, published_at = ${now}, updated_at = ${now},
            version = version + 1 where id = ${id}`,
    );
    await spreadHosts(tx, id);
    await storeSearch(tx, [id]);
    await materialiseOfferings(tx, now, [id]);
    await tx.emit('offering.published', { offeringId: id });
    await tx.audit({ action: 'offering.publish', subjectId: id, organisationId: actsFor(viewer, hostIds) });
  });
  return id;
};

/**
 * Ends an offering: it leaves the lists, its coming dates are cancelled and those who signed up are told; its
 * address still explains what it was. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT STALE_VERSION, ILLEGAL_MOVE.
 */
export const archiveOffering = async (hub: Hub, viewer: Viewer, input: MoveInput): Promise<string> => {
  const offering = await visibleOffering(hub, viewer, input.offeringId);
  const { id, hostIds } = offering;
  offeringPolicy.authorize(viewer, 'archive', offering);
  const now = hub.clock.now();
  await hub.db.write(viewer, async (tx) => {
    await lockOffering(tx, { ...input, offeringId: id }, 'archive');
    await tx.query(
      sql`update offerings set status = 'ARCHIVED', archived_at = ${now}, updated_at = ${now}, version = version + 1
          where id = ${id}`,
    );
    await spreadHosts(tx, id);
    await storeSearch(tx, [id]);
    await tellCancelled(tx, await cancelWhere(tx, now, sql`c.offering_id = ${id} and c.starts_at > ${now}`));
    await tx.emit('offering.archived', { offeringId: id });
    await tx.audit({ action: 'offering.archive', subjectId: id, organisationId: actsFor(viewer, hostIds) });
  });
  return id;
};
