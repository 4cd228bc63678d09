import sql, { join } from 'sql-template-tag';
import type { Context } from '../../context.ts';
import { byId, defineLoader } from '../../platform/loader.ts';
import type { MemberRole, Viewer } from '../../platform/policy/viewer.ts';
import { clientPolicy } from '../clients/index.ts';
import { memberFacts, memberPolicy, type MembershipRow } from '../people/index.ts';
import { liveStates } from './referral.machine.ts';
import { referralPolicy } from './referral.policy.ts';
import { receivedBy } from './referral.visibility.ts';

interface Counted {
  readonly key: string;
  readonly count: number;
}

const keyOf = ({ organisationId, personId }: Pick<MembershipRow, 'organisationId' | 'personId'>): string =>
  `${organisationId} ${personId}`;

const halves = (keys: readonly string[], half: 0 | 1): string[] =>
  keys.map((key) => key.split(' ')[half] ?? '');

/** Received referrals under way that someone has, as far as the viewer sees them; by `organisation person`. */
export const assignedCountLoader = defineLoader(async (hub, viewer, keys) => {
  const rows = await hub.db.read<Counted>(
    viewer,
    sql`select r.receiving_organisation_id || ' ' || r.assignee_id as key, count(*)::int as count
        from referrals r
        where r.assignee_id = any(${halves(keys, 1)}::uuid[])
          and r.receiving_organisation_id = any(${halves(keys, 0)}::uuid[])
          and r.state in (${join([...liveStates])}) and ${receivedBy(viewer)}
        group by r.receiving_organisation_id, r.assignee_id`,
  );
  return byId(keys, rows, ({ key }) => key).map((row) => row?.count ?? 0);
});

/** Clients whom someone serves, where the viewer may know; by `organisation person`. */
export const servedCountLoader = defineLoader(async (hub, viewer, keys) => {
  const shown = keys.filter((key) => {
    const [organisationId = '', caseworkerId = ''] = key.split(' ');
    return clientPolicy.can(viewer, 'readCaseload', { organisationId, caseworkerId });
  });
  const rows = await hub.db.read<Counted>(
    viewer,
    sql`select organisation_id || ' ' || caseworker_id as key, count(*)::int as count from clients
        where caseworker_id = any(${halves(shown, 1)}::uuid[]) and organisation_id = any(${halves(shown, 0)}::uuid[])
        group by organisation_id, caseworker_id`,
  );
  return byId(keys, rows, ({ key }) => key).map((row) => row?.count ?? 0);
});

/** What somebody holds by a membership. */
export interface Holdings {
  readonly membership: MembershipRow;
  readonly referralCount: number;
  readonly clientCount: number;
}

const receivers: readonly MemberRole[] = ['COORDINATOR', 'VOLUNTEER'];

/** What one of the viewer's own memberships, or one in an organisation that they lead, holds; null for others. */
export const holdingsOf = async (
  { viewer, loaders }: Context,
  membership: MembershipRow,
): Promise<Holdings | null> => {
  if (!memberPolicy.can(viewer, 'readHoldings', memberFacts(viewer, membership))) return null;
  const key = keyOf(membership);
  const isReceiver = receivers.includes(membership.role);
  return {
    membership,
    referralCount: isReceiver ? await loaders.load(assignedCountLoader, key) : 0,
    clientCount: membership.role === 'CASEWORKER' ? await loaders.load(servedCountLoader, key) : 0,
  };
};

export const nextHoldersKey = (membership: MembershipRow): string =>
  `${keyOf(membership)} ${membership.role}`;

interface HolderRow {
  readonly key: string;
  readonly personId: string;
  readonly displayName: string;
}

const isOpenTo = (viewer: Viewer, key: string): boolean => {
  const [organisationId = '', caseworkerId = '', role = ''] = key.split(' ');
  if (role === 'CASEWORKER') return clientPolicy.can(viewer, 'handOver', { organisationId, caseworkerId });
  return receivers.some((each) => each === role) && referralPolicy.can(viewer, 'handOver', organisationId);
};

/**
 * To whom the viewer can hand over what is held by a membership, by `organisation person role`: other coordinators and
 * volunteers, or other caseworkers. Nobody where handing over is not theirs.
 */
export const nextHoldersLoader = defineLoader(async (hub, viewer, keys) => {
  const open = keys.filter((key) => isOpenTo(viewer, key));
  if (open.length === 0) return keys.map(() => []);
  // Colleagues of one's own organisation: its people may read these memberships and names.
  const rows = await hub.db.read<HolderRow>(
    viewer,
    sql`select distinct asked.key, person.id as "personId", person.display_name as "displayName"
        from unnest(${open}::text[]) as asked(key)
          join memberships colleague on colleague.organisation_id = split_part(asked.key, ' ', 1)::uuid
            and colleague.person_id <> split_part(asked.key, ' ', 2)::uuid and colleague.ended_at is null
            and (colleague.role = 'CASEWORKER') = (split_part(asked.key, ' ', 3) = 'CASEWORKER')
            and colleague.role in ('CASEWORKER', 'COORDINATOR', 'VOLUNTEER')
          join persons person on person.id = colleague.person_id
        order by person.display_name, person.id`,
  );
  return keys.map((key) => rows.filter((row) => row.key === key));
});
