import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { isId } from '../../platform/ids.ts';
import type { OrganisationFacts } from './organisation.policy.ts';
import { visibleTo } from './organisation.visibility.ts';

/** What a change must know of an organisation before it. */
export interface FoundOrganisation extends OrganisationFacts {
  readonly regionId: string;
  readonly name: string;
  readonly version: number;
  readonly logoVersion: number | null;
}

/** The organisation as the viewer of the transaction sees it; null for one that is not there or not visible. */
export const findIn = async (tx: Transaction, id: string): Promise<FoundOrganisation | null> => {
  if (!isId(id)) return null;
  const [found] = await tx.query<FoundOrganisation>(
    sql`select id, region_id as "regionId", kind, status, name, version, logo_version as "logoVersion"
        from organisations where id = ${id} and ${visibleTo(tx.viewer)}`,
  );
  return found ?? null;
};
