import type { ResultOf } from '#lib/api/graphql.ts';
import * as words from '#lib/paraglide/messages.js';
import type { ManagerDesk } from './managed.queries.ts';
import { lineOf } from './referral-line.ts';

export type ReassignReason = 'ABSENCE' | 'WORKLOAD' | 'LANGUAGE' | 'CONFLICT_OF_INTEREST' | 'OTHER';

export const reassignWords: Readonly<Record<ReassignReason, () => string>> = {
  ABSENCE: words.caseload_reassign_absence,
  WORKLOAD: words.caseload_reassign_workload,
  LANGUAGE: words.caseload_reassign_language,
  CONFLICT_OF_INTEREST: words.caseload_reassign_conflict,
  OTHER: words.caseload_reassign_other,
};

type Row = ResultOf<typeof ManagerDesk>['open']['nodes'][number];

/** A referral as whoever leads the municipality sees it: no client, but whose it is and what may be done. */
export function managedOf(row: Row) {
  return {
    line: { ...lineOf(row), client: undefined },
    version: row.version,
    clientId: row.client?.id,
    by: row.referrerName ?? '',
    can: row.viewerCan,
  };
}

export type Managed = ReturnType<typeof managedOf>;
