import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { defineLoader, groupedById } from '../../platform/loader.ts';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';

/** A colleague stands in, or is going to. */
export interface DelegationRow {
  readonly id: string;
  readonly organisationId: string;
  readonly caseworkerId: string;
  readonly standInId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const columns = raw(`id, organisation_id as "organisationId", caseworker_id as "caseworkerId",
  stand_in_id as "standInId", starts_at as "startsAt", ends_at as "endsAt"`);

/** The policy's `readTeam`, as a condition on rows of `stand_ins`. */
const ofTeam = (viewer: Viewer) =>
  sql`organisation_id = any(${organisationsOf(viewer, 'CASEWORKER', 'MANAGER')}::uuid[])`;

export const loadDelegation = async (tx: Transaction, id: string): Promise<DelegationRow | undefined> => {
  const [row] = await tx.query<DelegationRow>(
    sql`select ${columns} from stand_ins where id = ${id} and ${ofTeam(tx.viewer)}`,
  );
  return row;
};

/** Who is and will be standing in, by `organisation caseworker`, the next first. */
export const delegationsLoader = defineLoader(async (hub, viewer, keys) => {
  const caseworkers = keys.map((key) => key.split(' ')[1] ?? '');
  const rows = await hub.db.read<DelegationRow>(
    viewer,
    sql`select ${columns} from stand_ins
        where caseworker_id = any(${caseworkers}::uuid[]) and ${ofTeam(viewer)} and ended_at is null
          and ends_at > ${hub.clock.now()}
        order by starts_at, id`,
  );
  return groupedById(keys, rows, ({ organisationId, caseworkerId }) => `${organisationId} ${caseworkerId}`);
});
