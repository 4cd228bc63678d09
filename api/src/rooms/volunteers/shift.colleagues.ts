import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { volunteerPolicy } from './volunteer.policy.ts';
import type { ShiftRow } from './shift.read.ts';

/** A colleague by name: no address, no phone. */
export interface ColleagueRow {
  readonly personId: string;
  readonly displayName: string;
}

/**
 * Whom one may ask to take over a shift: the organisation's volunteers and coordinators who are not on it. Empty for
 * whoever could not take it themselves. Read by the system, since volunteers do not see each other's accounts.
 */
export const readColleagues = async (hub: Hub, viewer: Viewer, shift: ShiftRow): Promise<ColleagueRow[]> => {
  if (!volunteerPolicy.can(viewer, 'takeShift', { ...shift, now: hub.clock.now() })) return [];
  return hub.db.read<ColleagueRow>(
    systemViewer('volunteers.colleagues'),
    sql`select distinct person.id as "personId", person.display_name as "displayName"
        from memberships m join persons person on person.id = m.person_id
        where m.organisation_id = ${shift.organisationId} and m.role in ('VOLUNTEER', 'COORDINATOR') and m.ended_at is null
          and person.closed_at is null and person.id <> ${viewer.personId}::uuid
          and not exists (select 1 from shift_places p where p.shift_id = ${shift.id} and p.person_id = person.id
            and p.status in ('TAKEN', 'WORKED', 'MISSED'))
        order by person.display_name, person.id limit 500`,
  );
};
