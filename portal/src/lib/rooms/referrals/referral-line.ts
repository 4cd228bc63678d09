import { formatDay } from '#lib/i18n/dates.ts';
import { languageName } from '#lib/i18n/words.ts';
import type { FragmentOf } from '#lib/api/graphql.ts';
import {
  caseworker_answer_due,
  caseworker_answer_overdue,
  caseworker_contact_due,
  caseworker_contact_overdue,
  caseworker_ended_on,
  caseworker_referral_to,
  caseworker_sent_on,
  caseworker_written_on,
  ui_text_language,
} from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/types.ts';
import type { ReferralRow } from './referral-row.queries.ts';
import {
  declineWords,
  needWords,
  outcomeWords,
  priorityWords,
  stateTones,
  stateWords,
} from './referral.words.ts';

export type ReferralRowData = FragmentOf<typeof ReferralRow>;

/** A line of a list of referrals, in the reader's words. */
export interface ReferralLine {
  id: string;
  /** What it leads to: the offering's title, or the receiver's name where the offering is gone. */
  title: string;
  titleLang: string | undefined;
  /** Which language the title is in, where that is not the reader's. */
  titleIn: string | undefined;
  /** The other side's organisation. */
  with: string;
  /** The pseudonym; on the referring side alone. */
  client: string | undefined;
  state: string;
  tone: Tone;
  need: string | undefined;
  urgent: string | undefined;
  /** Why it ended. */
  ending: string | undefined;
  isOverdue: boolean;
  /** What time says of it: "Answer due Tuesday 24 November". */
  when: string;
}

function whenOf(row: ReferralRowData): string {
  if (row.endedAt) return caseworker_ended_on({ day: formatDay(row.endedAt) });
  if (row.state === 'SENT' && row.answerDueAt) {
    const day = formatDay(row.answerDueAt);
    return row.isOverdue ? caseworker_answer_overdue({ day }) : caseworker_answer_due({ day });
  }
  if (row.state === 'ACCEPTED' && row.firstContactDueAt) {
    const day = formatDay(row.firstContactDueAt);
    return row.isOverdue ? caseworker_contact_overdue({ day }) : caseworker_contact_due({ day });
  }
  if (row.sentAt) return caseworker_sent_on({ day: formatDay(row.sentAt) });
  return caseworker_written_on({ day: formatDay(row.createdAt) });
}

/** A row of the API as a line in the reader's words. */
export function lineOf(row: ReferralRowData): ReferralLine {
  const isSender = row.side === 'SENT';
  const other = isSender ? row.receivingOrganisation.name : row.referringOrganisation.name;
  const reason = row.outcome
    ? outcomeWords[row.outcome]()
    : row.declineReason && declineWords[row.declineReason]();
  return {
    id: row.id,
    title:
      row.offering?.title.value ?? caseworker_referral_to({ organisation: row.receivingOrganisation.name }),
    titleLang: row.offering?.title.language,
    titleIn: row.offering?.title.isFallback
      ? ui_text_language({ language: languageName(row.offering.title.language) })
      : undefined,
    with: other,
    client: row.client?.pseudonym,
    state: stateWords[row.state](),
    tone: stateTones[row.state],
    need: row.summary ? needWords[row.summary.needCategory]() : undefined,
    urgent: row.summary?.priority === 'URGENT' ? priorityWords.URGENT() : undefined,
    ending: reason ?? undefined,
    isOverdue: row.isOverdue,
    when: whenOf(row),
  };
}

/** Overdue first, then the one whose time ends soonest, then the oldest. */
export function byUrgency(left: ReferralRowData, right: ReferralRowData): number {
  const rank = (row: ReferralRowData): number =>
    row.isOverdue ? 0 : row.summary?.priority === 'URGENT' && row.state === 'SENT' ? 1 : 2;
  const due = (row: ReferralRowData): string => row.answerDueAt ?? row.createdAt;
  return rank(left) - rank(right) || due(left).localeCompare(due(right));
}
