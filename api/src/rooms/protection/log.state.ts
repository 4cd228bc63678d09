import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { protectionPolicy } from './protection.policy.ts';

/** How the log of reads and writes is kept; times are null where it never happened. */
export interface LogState {
  readonly sealedAt: Date | null;
  readonly anchoredAt: Date | null;
  readonly verifiedAt: Date | null;
  /** Of the last verification. */
  readonly findings: number | null;
}

/** For network admins and data-protection officers. Errors: UNAUTHENTICATED; FORBIDDEN. */
export const logState = async ({ db }: Hub, viewer: Viewer): Promise<LogState> => {
  protectionPolicy.authorize(viewer, 'readLogState', null);
  const state = await db.readOne<LogState>(
    viewer,
    sql`select (select max(sealed_at) from audit_seals) as "sealedAt",
          (select max(at) from audit_marks where kind = 'ANCHOR') as "anchoredAt",
          last.at as "verifiedAt", last.findings
        from (values (1)) one left join lateral
          (select at, findings from audit_marks where kind = 'VERIFICATION' order by at desc limit 1) last on true`,
  );
  return state ?? { sealedAt: null, anchoredAt: null, verifiedAt: null, findings: null };
};
