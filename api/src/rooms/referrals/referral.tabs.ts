import sql, { join, type Sql } from 'sql-template-tag';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { liveStates, unsentStates } from './referral.machine.ts';
import { receivedBy, sentBy } from './referral.visibility.ts';

/** The piles into which a desk sorts what is under way. */
export const referralTabs = ['UNASSIGNED', 'MINE', 'WAITING_FOR_US', 'OVERDUE'] as const;
export type ReferralTab = (typeof referralTabs)[number];

export const noneInTabs: Readonly<Record<ReferralTab, number>> = {
  UNASSIGNED: 0,
  MINE: 0,
  WAITING_FOR_US: 0,
  OVERDUE: 0,
};

/** The receiver's turn: to answer, to make contact, or to look again. */
const isReceiversTurn = (now: Date): Sql =>
  sql`(r.state in ('SENT', 'ACCEPTED') or (r.state in ('WAITLISTED', 'ON_HOLD') and r.review_at <= ${now}))`;

/** The referrer's turn: the receiver asked something. */
const isReferrersTurn = sql`r.state = 'NEEDS_INFO'`;

/** A tab as a condition on rows of `referrals r`; all of them hold only what has not ended. */
export const tabCondition = (viewer: Viewer, tab: ReferralTab, now: Date): Sql => {
  const isLive = sql`r.state in (${join([...liveStates])})`;
  const isSent = sql`r.state not in (${join([...unsentStates])})`;
  const inTab: Record<ReferralTab, Sql> = {
    UNASSIGNED: sql`${isSent} and r.assignee_id is null and ${receivedBy(viewer)}`,
    MINE: sql`r.assignee_id = ${viewer.personId}::uuid`,
    WAITING_FOR_US: sql`((${isReferrersTurn} and ${sentBy(viewer)}) or (${isReceiversTurn(now)} and ${receivedBy(viewer)}))`,
    OVERDUE: sql`((r.state = 'SENT' and r.answer_due_at < ${now}) or (r.state = 'ACCEPTED' and r.first_contact_due_at < ${now}))`,
  };
  return sql`(${isLive} and ${inTab[tab]})`;
};
