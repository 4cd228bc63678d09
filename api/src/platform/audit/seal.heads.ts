import { raw } from 'sql-template-tag';
import type { Run } from './seal.sealer.ts';

/** The newest seal of a chain. */
export interface Head {
  readonly chain: string;
  readonly number: number;
  readonly lastPosition: number;
  readonly sealedAt: Date;
  readonly hash: Buffer;
}

/** The heads of all chains, found along the index whatever the number of seals. */
export const headsIn = (run: Run): Promise<Head[]> =>
  run<Head>(
    raw(`with recursive chains as (
      (select chain from audit_seals order by chain limit 1)
      union all
      select (select s.chain from audit_seals s where s.chain > chains.chain order by s.chain limit 1)
      from chains where chains.chain is not null)
    select head.* from chains cross join lateral (
      select chain, number, last_position as "lastPosition", sealed_at as "sealedAt", hash
      from audit_seals s where s.chain = chains.chain order by number desc limit 1) head
    order by head.chain`),
  );
