import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { escalationPolicy } from './escalation.policy.ts';
import type { ReferralState } from './referral.words.ts';

/** An answer or a first contact that is late: between whom and for how long. No id leads from it to the referral. */
export interface EscalationRow {
  readonly receivingOrganisationId: string;
  readonly referringOrganisationId: string;
  readonly state: ReferralState;
  readonly daysLate: number;
}

/** More than these nobody calls about in a day. */
const most = 200;

// No policy of the database shows a referral to the network admin, and none should: the hub counts for them.
const hubItself = systemViewer('referrals.escalations');

/**
 * What is late in the whole network, the longest first, without anything about clients, for whoever looks after the
 * organisations. Errors: UNAUTHENTICATED; FORBIDDEN.
 */
export const readEscalations = async (hub: Hub, viewer: Viewer): Promise<EscalationRow[]> => {
  escalationPolicy.authorize(viewer, 'listEscalations', null);
  const now = hub.clock.now();
  return hub.db.read<EscalationRow>(
    hubItself,
    sql`select receiving_organisation_id as "receivingOrganisationId",
               referring_organisation_id as "referringOrganisationId", state,
               floor(extract(epoch from ${now}::timestamptz - due_at) / 86400)::int as "daysLate"
        from (select receiving_organisation_id, referring_organisation_id, state,
                     case state when 'SENT' then answer_due_at else first_contact_due_at end as due_at
              from referrals where state in ('SENT', 'ACCEPTED')) late
        where due_at < ${now}
        order by due_at, receiving_organisation_id, referring_organisation_id limit ${most}`,
  );
};
