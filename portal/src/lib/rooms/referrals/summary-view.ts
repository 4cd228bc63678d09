import type { FragmentOf } from '#lib/api/graphql.ts';
import { formatList, languageName } from '#lib/i18n/words.ts';
import { caseworker_not_told } from '#lib/paraglide/messages.js';
import { accessNeedWords, toldAgeBandWords } from '../clients/client.words.ts';
import type { SummaryFields } from './refer.queries.ts';
import { needWords, priorityWords, type SummaryField } from './referral.words.ts';

/** What a receiver sees before it accepts, in the reader's words. */
export function summaryOf(summary: FragmentOf<typeof SummaryFields>) {
  const isTold = (field: SummaryField): boolean => !summary.withheld.includes(field);
  return {
    need: needWords[summary.needCategory](),
    priority: priorityWords[summary.priority](),
    isUrgent: summary.priority === 'URGENT',
    note: summary.note ?? '',
    languages: isTold('LANGUAGES')
      ? formatList(summary.languages.map((tag) => languageName(tag)))
      : caseworker_not_told(),
    needsInterpreter: summary.needsInterpreter,
    age: toldAgeBandWords[summary.ageBand](),
    accessNeeds: isTold('ACCESS_NEEDS')
      ? formatList(summary.accessNeeds.map((need) => accessNeedWords[need]()))
      : caseworker_not_told(),
    municipality: summary.municipality.name.value,
  };
}

export type SummaryView = ReturnType<typeof summaryOf>;
