import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type MemberRole } from '../../platform/policy/viewer.ts';

export interface DemoPersonRow {
  readonly key: string;
  readonly displayName: string;
  readonly role: MemberRole;
  readonly organisationName: string;
}

/** The people whom the demo's sign-in page offers, by key, each with the oldest role. Ask in demo mode alone. */
export const demoPeople = (hub: Hub): Promise<DemoPersonRow[]> =>
  hub.db.read(
    systemViewer('people.demo'),
    sql`select distinct on (person.demo_key) person.demo_key as key, person.display_name as "displayName", membership.role,
          organisation.name as "organisationName"
        from persons person
        join memberships membership on membership.person_id = person.id and membership.ended_at is null
        join organisations organisation on organisation.id = membership.organisation_id
        where person.demo_key is not null and person.closed_at is null
        order by person.demo_key, membership.created_at, membership.id`,
  );
