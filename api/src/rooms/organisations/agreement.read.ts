import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';

export interface AgreementRow {
  readonly id: string;
  readonly organisationId: string;
  readonly termsVersion: string;
  readonly acceptedAt: Date;
  /** ISO date, its last day. */
  readonly validUntil: string;
  readonly endedAt: Date | null;
}

/** The newest agreement of each organisation, as the viewer may see it. */
export const readAgreements = (hub: Hub, viewer: Viewer, ids: readonly string[]): Promise<AgreementRow[]> =>
  hub.db.read(
    viewer,
    sql`select distinct on (organisation_id) id, organisation_id as "organisationId", terms_version as "termsVersion",
               accepted_at as "acceptedAt", valid_until::text as "validUntil", ended_at as "endedAt"
        from partner_agreements where organisation_id = any(${[...ids]}::uuid[])
        order by organisation_id, accepted_at desc, id desc`,
  );
