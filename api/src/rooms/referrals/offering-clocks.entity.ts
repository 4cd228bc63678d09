import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, secured } from '../../platform/db/row-security.ts';
import { Offering } from '../offerings/index.ts';
import { clockBounds, type OfferingClocks as Clocks } from './offering-clocks.words.ts';

const columns: Readonly<Record<keyof Clocks, string>> = {
  answerWorkingDays: 'answer_working_days',
  urgentAnswerWorkingDays: 'urgent_answer_working_days',
  firstContactWorkingDays: 'first_contact_working_days',
  waitingReviewDays: 'waiting_review_days',
  firstOutcomeDays: 'first_outcome_days',
};

const checks = (Object.keys(columns) as (keyof Clocks)[]).map((name) => ({
  name: `offering_clocks_${columns[name]}`,
  expression: `${columns[name]} between ${clockBounds[name].join(' and ')}`,
}));

/** How fast an offering's host answers referrals and looks at them again; without a row `defaultClocks` hold. */
export const OfferingClocks = defineEntity({
  name: 'OfferingClocks',
  tableName: 'offering_clocks',
  properties: {
    offering: () => p.oneToOne(Offering).mapToPk().primary().deleteRule('cascade').owner(),
    answerWorkingDays: p.integer(),
    urgentAnswerWorkingDays: p.integer(),
    firstContactWorkingDays: p.integer(),
    waitingReviewDays: p.integer(),
    firstOutcomeDays: p.integer(),
    updatedAt: p.datetime(),
  },
  checks: [
    ...checks,
    { name: 'offering_clocks_urgent', expression: 'urgent_answer_working_days <= answer_working_days' },
  ],
  // Whoever refers plans by them. They say nothing of anybody; the offering's own row says whose they are.
  ...secured('offering_clocks', {
    read: 'true',
    write: `exists (select 1 from offerings o
      where o.id = offering_clocks.offering_id and ${inSession('o.organisation_id', 'app.coordinates')})`,
  }),
});
