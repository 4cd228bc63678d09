import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { byId, defineLoader } from '../../platform/loader.ts';
import { systemViewer, type MemberRole } from '../../platform/policy/viewer.ts';

/** What the rules must know of an account that somebody else wants to change: all of its roles, also hidden ones. */
export interface AccountFacts {
  readonly id: string;
  readonly memberships: readonly {
    readonly id: string;
    readonly organisationId: string;
    readonly organisationKind: string;
    readonly role: MemberRole;
  }[];
}

export const accountFactsOf = (hub: Hub, personIds: readonly string[]): Promise<AccountFacts[]> =>
  hub.db.read<AccountFacts>(
    systemViewer('people.account'),
    sql`select person.id, coalesce((
          select jsonb_agg(jsonb_build_object('id', membership.id, 'organisationId', membership.organisation_id, 'role', membership.role,
            'organisationKind', organisation.kind))
          from memberships membership join organisations organisation on organisation.id = membership.organisation_id
          where membership.person_id = person.id and membership.ended_at is null), '[]') as memberships
        from persons person where person.id = any(${[...personIds]}::uuid[]) and person.closed_at is null`,
  );

export const accountFactsLoader = defineLoader(async (hub, _viewer, ids) =>
  byId(ids, await accountFactsOf(hub, ids), ({ id }) => id),
);
