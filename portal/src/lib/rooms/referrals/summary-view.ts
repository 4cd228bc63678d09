import type { FragmentOf } from '#lib/api/graphql.ts';
import { formatList, languageName } from '#lib/i18n/words.ts';
import { accessNeedWords, ageBandWords } from '../clients/client.words.ts';
import type { SummaryFields } from './refer.queries.ts';
import { needWords, priorityWords } from './referral.words.ts';

/** What a receiver sees before it accepts, in the reader's words. */
export function summaryOf(summary: FragmentOf<typeof SummaryFields>) {
  return {
    need: needWords[summary.needCategory](),
    priority: priorityWords[summary.priority](),
    isUrgent: summary.priority === 'URGENT',
    note: summary.note ?? '',
    languages: formatList(summary.languages.map((tag) => languageName(tag))),
    needsInterpreter: summary.needsInterpreter,
    age: ageBandWords[summary.ageBand](),
    accessNeeds: formatList(summary.accessNeeds.map((need) => accessNeedWords[need]())),
    municipality: summary.municipality.name.value,
  };
}

export type SummaryView = ReturnType<typeof summaryOf>;
