import { formatNumber, legibleName } from '#lib/i18n/words.ts';
import type { Choice } from '#lib/ui/types.ts';
import { flagWords, rhythmWords } from './filter-words.ts';
import { audienceWords, finnishLevelWords, kindWords, partWords } from './offering-words.ts';
import { flagNames, flags, type Flag, type UpcomingFilter } from './upcoming-filter.ts';
import type { Facets, FilterChoices } from './upcoming.queries.ts';

type Counts = readonly { readonly value: string; readonly count: number }[];

const isolated = (words: string): string => `\u2068${words}\u2069`;
const withCount = (words: string, count: number): string => `${isolated(words)} (${formatNumber(count)})`;

/** Choices with their counts; those that nothing fits only where they are chosen, or where few stand side by side. */
function counted(
  choices: readonly Choice[],
  counts: Counts,
  chosen: readonly string[],
  keepsAll = false,
): Choice[] {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  return choices
    .filter(({ value }) => keepsAll || countOf.has(value) || chosen.includes(value))
    .map((choice) => ({ ...choice, label: withCount(choice.label, countOf.get(choice.value) ?? 0) }));
}

const wordsOf = (words: Readonly<Record<string, () => string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label: label() }));

const flagCounts: Record<Flag, (facets: Facets) => number> = {
  isFree: ({ free }) => free,
  childrenWelcome: ({ childrenWelcome }) => childrenWelcome,
  womenOnly: ({ womenOnly }) => womenOnly,
  stepFree: ({ stepFree }) => stepFree,
  isOnline: ({ online }) => online,
  hasRoom: ({ hasRoom }) => hasRoom,
};

/** Everything the list can be narrowed by, each choice with how much it would leave. */
export function filterChoices(filter: UpcomingFilter, choices: FilterChoices, facets: Facets) {
  const municipalities = choices.municipalities.map(({ code, name }) => ({ value: code, label: name.value }));
  const languages = choices.languages.map(({ tag, endonym }) => ({
    value: tag,
    label: legibleName(tag, endonym),
    lang: tag,
  }));
  const themes = choices.themes.map(({ id, label }) => ({
    value: id,
    label: label.value,
    lang: label.language,
  }));
  return {
    centres: municipalities,
    municipalities: counted(municipalities, facets.municipalities, filter.municipalities, true),
    languages: counted(languages, facets.languages, [filter.language]),
    themes: counted(themes, facets.themes, [filter.theme]),
    kinds: counted(wordsOf(kindWords), facets.kinds, [filter.kind]),
    parts: counted(wordsOf(partWords), facets.partsOfDay, [filter.part]),
    rhythms: counted(wordsOf(rhythmWords), facets.rhythms, [filter.rhythm]),
    audiences: counted(wordsOf(audienceWords), facets.audiences, [filter.audience]),
    finnish: counted(wordsOf(finnishLevelWords), facets.finnishLevels, [filter.finnish]),
    flags: flagNames.map((flag) => ({
      flag,
      name: flags[flag],
      label: withCount(flagWords[flag](), flagCounts[flag](facets)),
    })),
  };
}

export type CountedChoices = ReturnType<typeof filterChoices>;
