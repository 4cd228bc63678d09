import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { OrganisationService } from '../organisations/index.ts';
import type { ObstacleReason } from './referral.errors.ts';

/** The offering to which someone is referred, and the organisation that would receive them. */
export interface ReferralTarget {
  readonly offeringId: string;
  readonly organisationId: string;
  readonly version: number;
  readonly isSensitive: boolean;
  readonly takesReferrals: boolean;
  /** The organisation is verified and its partner agreement holds today. */
  readonly hasAgreement: boolean;
  /** It had dates, and none is to come. */
  readonly hasEnded: boolean;
  /** Places left on its next date, else its capacity; null = no limit. */
  readonly roomLeft: number | null;
}

/** Null for an offering that does not exist or was never published. */
export const readTarget = async (
  hub: Hub,
  viewer: Viewer,
  offeringId: string,
): Promise<ReferralTarget | null> => {
  if (!isId(offeringId)) return null;
  const now = hub.clock.now();
  const target = await hub.db.readOne<Omit<ReferralTarget, 'hasAgreement'>>(
    viewer,
    sql`select o.id as "offeringId", o.organisation_id as "organisationId", o.version, o.is_sensitive as "isSensitive",
          o.takes_referrals and o.status = 'PUBLISHED' and o.hidden_at is null as "takesReferrals",
          next.id is null and exists (select 1 from occurrences d where d.offering_id = o.id) as "hasEnded",
          case when next.id is null then o.capacity else next.capacity - next.taken end as "roomLeft"
        from offerings o
        left join lateral (
          select id, capacity, taken from occurrences d
          where d.offering_id = o.id and d.status = 'SCHEDULED' and d.ends_at > ${now}
          order by d.starts_at limit 1) next on true
        where o.id = ${offeringId} and o.is_public`,
  );
  if (!target) return null;
  const able = await hub.get(OrganisationService).canReceiveReferrals(viewer, [target.organisationId]);
  return { ...target, hasAgreement: able.has(target.organisationId) };
};

/** What on the receiver's side stands in the way of a referral. */
export const targetObstacles = (target: ReferralTarget): ObstacleReason[] => [
  ...(target.hasAgreement ? [] : (['NO_AGREEMENT'] as const)),
  ...(target.takesReferrals ? [] : (['NOT_TAKING_REFERRALS'] as const)),
  ...(target.hasEnded ? (['OFFERING_ENDED'] as const) : []),
];
