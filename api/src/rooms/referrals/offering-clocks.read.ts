import sql, { raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { byId, defineLoader } from '../../platform/loader.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { defaultClocks, type OfferingClocks } from './offering-clocks.words.ts';

export interface OfferingClocksRow extends OfferingClocks {
  readonly offeringId: string;
}

export const clocksColumns: Sql = raw(
  `k.offering_id as "offeringId", k.answer_working_days as "answerWorkingDays",
   k.urgent_answer_working_days as "urgentAnswerWorkingDays",
   k.first_contact_working_days as "firstContactWorkingDays", k.waiting_review_days as "waitingReviewDays",
   k.first_outcome_days as "firstOutcomeDays"`,
);

/** The clocks of an offering; whoever sees the offering may know them. */
export const clocksLoader = defineLoader(async (hub, _viewer, ids) => {
  const rows = await hub.db.read<OfferingClocksRow>(
    systemViewer('referral'),
    sql`select ${clocksColumns} from offering_clocks k where k.offering_id = any(${[...ids]}::uuid[])`,
  );
  return byId(ids, rows, ({ offeringId }) => offeringId).map(
    (row, index) => row ?? { ...defaultClocks, offeringId: ids[index] ?? '' },
  );
});

/** The clocks that a move starts by. */
export const clocksOf = async (tx: Transaction, offeringId: string): Promise<OfferingClocks> => {
  const [row] = await tx.query<OfferingClocksRow>(
    sql`select ${clocksColumns} from offering_clocks k where k.offering_id = ${offeringId}`,
  );
  return row ?? defaultClocks;
};
