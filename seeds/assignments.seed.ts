import sql from 'sql-template-tag';
import { assignReferral } from '../api/src/rooms/referrals/index.ts';
import type { Viewers } from './people.seed.ts';
import { workingInstantBefore } from './seed.calendar.ts';
import { idOf, seedViewer, viewerFor, type Ids, type SeedContext } from './seed.context.ts';

/** The demo's volunteer meets people whom the demo's coordinator gave her. */
const association = 'naisten-kanerva';
const coordinator = 'leila-haddad';
const volunteer = 'zahra-noori';
const MOST = 2;

/** Gives referrals under way to the volunteer, unless she has some. Returns how many. */
export const seedAssignments = async (
  { hub, clock, day }: SeedContext,
  organisationIds: Ids,
  viewers: Viewers,
): Promise<number> => {
  const assigneeId = viewerFor(viewers, volunteer).personId;
  const referrals = await hub.db.read<{ id: string; version: number }>(
    seedViewer,
    sql`select id, version from referrals
        where receiving_organisation_id = ${idOf(organisationIds, association)} and state in ('ACCEPTED', 'IN_PROGRESS')
          and assignee_id is null and not exists (select 1 from referrals given where given.assignee_id = ${assigneeId})
        order by created_at, id limit ${MOST}`,
  );
  clock.set(workingInstantBefore(day, 1, '15:10'));
  for (const { id, version } of referrals)
    await assignReferral(hub, viewerFor(viewers, coordinator), { referralId: id, version, assigneeId });
  return referrals.length;
};
