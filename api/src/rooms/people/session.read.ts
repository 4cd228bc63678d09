import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import {
  systemViewer,
  type Assurance,
  type StandIn,
  type ViewerMembership,
} from '../../platform/policy/viewer.ts';
import { standInsSql } from './stand-in.sql.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The limits of a session, in milliseconds. */
export const sessionLimits = {
  idle: 12 * hour,
  absolute: { LINK: 30 * 24 * hour, STRONG: 12 * hour },
  rotateAfter: 24 * hour,
  /** How long the token before the last rotation is good, for requests under way. */
  previousToken: minute,
  /** How often a visit is written down. */
  seenEvery: minute,
} as const;

export interface SessionRow {
  readonly id: string;
  readonly personId: string;
  readonly assurance: Exclude<Assurance, 'NONE'>;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly rotatedAt: Date;
  readonly isCurrentToken: boolean;
  readonly memberships: readonly ViewerMembership[];
  readonly standsInFor: readonly StandIn[];
}

const sessionWhere = async (
  hub: Hub,
  condition: Sql,
  isCurrentToken: Sql,
): Promise<SessionRow | undefined> => {
  const before = (milliseconds: number): Date => new Date(hub.clock.now().getTime() - milliseconds);
  const { idle, absolute } = sessionLimits;
  return hub.db.readOne<SessionRow>(
    systemViewer('people.session'),
    sql`select session.id, session.person_id as "personId", session.assurance, session.created_at as "createdAt",
          session.last_seen_at as "lastSeenAt", session.rotated_at as "rotatedAt",
          ${isCurrentToken} as "isCurrentToken",
          coalesce((
            select jsonb_agg(jsonb_build_object('organisationId', membership.organisation_id, 'role', membership.role,
              'municipalityCode', case when organisation.kind in ('CITY', 'MUNICIPALITY') then organisation.municipality_code end)
              order by membership.id)
            from memberships membership join organisations organisation on organisation.id = membership.organisation_id
            where membership.person_id = session.person_id and membership.ended_at is null
          ), '[]') as memberships,
          ${standInsSql(sql`session.person_id`, hub.clock.now())} as "standsInFor"
        from sessions session join persons person on person.id = session.person_id
        where ${condition}
          and session.last_seen_at > ${before(idle)}
          and session.created_at > case session.assurance when 'STRONG' then ${before(absolute.STRONG)}::timestamptz
            else ${before(absolute.LINK)}::timestamptz end
          and person.closed_at is null`,
  );
};

/** The session of a token with its person's running memberships, in one statement; undefined when it has ended. */
export const findSession = (hub: Hub, tokenHash: string): Promise<SessionRow | undefined> => {
  const since = new Date(hub.clock.now().getTime() - sessionLimits.previousToken);
  const isCurrent = sql`session.token_hash = ${tokenHash}`;
  const isPrevious = sql`session.previous_token_hash = ${tokenHash} and session.rotated_at > ${since}`;
  return sessionWhere(hub, sql`(${isCurrent} or ${isPrevious})`, isCurrent);
};

/** The same by the session's id, for what outlives a request. */
export const findSessionById = (hub: Hub, id: string): Promise<SessionRow | undefined> =>
  sessionWhere(hub, sql`session.id = ${id}::uuid`, sql`true`);
