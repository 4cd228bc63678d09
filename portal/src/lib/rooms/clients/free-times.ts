import { graphql } from '#lib/api/graphql.ts';
import { formatList } from '#lib/i18n/words.ts';
import {
  caseworker_time_afternoon,
  caseworker_time_evening,
  caseworker_time_morning,
  caseworker_weekday_afternoons,
  caseworker_weekday_evenings,
  caseworker_weekday_mornings,
  caseworker_weekends,
} from '#lib/paraglide/messages.js';
import { weekdayName } from '../offerings/desk-weekdays.ts';

type PartOfDay = ReturnType<typeof graphql.scalar<'PartOfDay'>>;

/** A part of a weekday, 1 = Monday … 7 = Sunday. */
export interface FreeTime {
  weekday: number;
  part: PartOfDay;
}

const partWords: Readonly<Record<PartOfDay, (facts: { weekday: string }) => string>> = {
  MORNING: caseworker_time_morning,
  AFTERNOON: caseworker_time_afternoon,
  EVENING: caseworker_time_evening,
};
const parts = Object.keys(partWords) as PartOfDay[];
const weekdays = [1, 2, 3, 4, 5];
const weekend = [6, 7];

/** A free time as it stands in an address: `4-EVENING`. */
export const codeOf = ({ weekday, part }: FreeTime): string => `${weekday}-${part}`;

const codesOf = (days: readonly number[], some: readonly PartOfDay[]): string[] =>
  days.flatMap((weekday) => some.map((part) => codeOf({ weekday, part })));

const allCodes = codesOf([...weekdays, ...weekend], parts);

/** The codes of an address that mean a time, each once, Monday morning first. */
export function knownTimes(codes: readonly string[]): string[] {
  return allCodes.filter((code) => codes.includes(code));
}

export function freeTimeOf(code: string): FreeTime {
  const [weekday, part] = code.split('-');
  return { weekday: Number(weekday), part: parts.find((known) => known === part) ?? 'MORNING' };
}

/** Times that are wished for together, in one tap. */
export const timeGroups: readonly { codes: readonly string[]; label: () => string }[] = [
  { codes: codesOf(weekdays, ['MORNING']), label: caseworker_weekday_mornings },
  { codes: codesOf(weekdays, ['AFTERNOON']), label: caseworker_weekday_afternoons },
  { codes: codesOf(weekdays, ['EVENING']), label: caseworker_weekday_evenings },
  { codes: codesOf(weekend, parts), label: caseworker_weekends },
];

export function timeWord(code: string): string {
  const { weekday, part } = freeTimeOf(code);
  return partWords[part]({ weekday: weekdayName(weekday) });
}

/** "Weekday evenings and Saturday, morning": whole groups by their name, the others one by one. */
export function timesInWords(codes: readonly string[]): string {
  const whole = timeGroups.filter((group) => group.codes.every((code) => codes.includes(code)));
  const named = new Set(whole.flatMap((group) => group.codes));
  const single = knownTimes(codes).filter((code) => !named.has(code));
  return formatList([...whole.map(({ label }) => label()), ...single.map(timeWord)]);
}

/** Every time of the week to choose from. */
export const timeChoices = () => allCodes.map((value) => ({ value, label: timeWord(value) }));
