import { languageKeyOf, finnishLevels, type Audience } from '../offerings/index.ts';
import type { AgeBand } from '../clients/index.ts';
import type { MatchWish } from './matching.words.ts';
import type { Pair, WishRule } from './wish.rule.ts';

type Range = readonly [least: number, most: number];

const ages: Readonly<Record<AgeBand, Range>> = {
  UNDER_18: [0, 17],
  FROM_18_TO_29: [18, 29],
  FROM_30_TO_49: [30, 49],
  FROM_50_TO_64: [50, 64],
  FROM_65: [65, 120],
};
const everyAge: Range = [0, 120];
const audienceAges: Readonly<Record<Audience, Range>> = {
  EVERYONE: everyAge,
  FAMILIES: everyAge,
  CHILDREN: [0, 12],
  YOUNG_PEOPLE: [13, 29],
  ADULTS: [18, 120],
  SENIORS: [60, 120],
  WOMEN: everyAge,
  MEN: everyAge,
};

const shared = ({ wanted, offering }: Pair): string[] =>
  offering.spokenLanguages.filter((tag) => wanted.languages.includes(languageKeyOf(tag)));

/** The best language counts whole, each one after it a tenth less, down to six tenths. */
const gradeLanguage = ({ wanted, offering }: Pair): number => {
  const place = wanted.languages.findIndex((key) => offering.languageKeys.includes(key));
  return place < 0 ? 0 : Math.max(600, 1000 - 100 * place);
};

const gradeFinnish = ({ wanted, offering }: Pair): number => {
  const missing =
    finnishLevels.indexOf(offering.finnishLevel) - finnishLevels.indexOf(wanted.finnishLevel ?? 'NONE');
  if (missing <= 0) return 1000;
  return missing === 1 ? 300 : 0;
};

/** Whole when everybody of that age may come, less when some may. */
const gradeAge = ({ wanted, offering }: Pair): number => {
  const [youngest, oldest] = wanted.ageBand ? ages[wanted.ageBand] : everyAge;
  const [least, most] = audienceAges[offering.audience];
  const from = Math.max(least, offering.ageMinimum ?? 0);
  const to = Math.min(most, offering.ageMaximum ?? 120);
  if (to < youngest || from > oldest) return 0;
  return from <= youngest && to >= oldest ? 1000 : 700;
};

const isForWomen = ({ offering }: Pair): boolean => offering.womenOnly || offering.audience === 'WOMEN';

const gradeThemes = ({ wanted, offering }: Pair): number => {
  const count = offering.themeIds.filter((id) => wanted.themeIds.has(id)).length;
  return count === 0 ? 0 : 500 + Math.floor((500 * count) / wanted.themeIds.size);
};

/** Wishes about who is met there and in which words. */
export const peopleRules = {
  TEXT: {
    isMade: ({ text }) => text !== '',
    grade: ({ offering }) => (offering.hasWords ? 1000 : 0),
    explain: ({ offering }) => [offering.hasWords ? 'HAS_WORDS' : 'OTHER_WORDS'],
  },
  LANGUAGE: {
    isMade: ({ languages }) => languages.length > 0,
    grade: gradeLanguage,
    explain: (pair) => {
      const languages = shared(pair);
      return languages.length > 0
        ? ['IN_LANGUAGE', { languages }]
        : ['NOT_IN_LANGUAGE', { languages: pair.offering.spokenLanguages }];
    },
  },
  FINNISH: {
    isMade: ({ finnishLevel }) => finnishLevel !== null,
    grade: gradeFinnish,
    explain: (pair) => {
      if (pair.offering.finnishLevel === 'NONE') return ['NO_FINNISH_NEEDED'];
      return gradeFinnish(pair) === 1000 ? ['FINNISH_ENOUGH'] : ['MORE_FINNISH_NEEDED'];
    },
  },
  THEMES: {
    isMade: ({ themeIds }) => themeIds.size > 0,
    grade: gradeThemes,
    explain: ({ wanted, offering }) => {
      const themeIds = offering.themeIds.filter((id) => wanted.themeIds.has(id));
      return themeIds.length > 0
        ? ['HAS_THEME', { themeIds }]
        : ['OTHER_THEMES', { themeIds: offering.themeIds }];
    },
  },
  AGE: {
    isMade: ({ ageBand }) => ageBand !== null,
    grade: gradeAge,
    explain: (pair) => [gradeAge(pair) > 0 ? 'FOR_AGE' : 'OTHER_AGE'],
  },
  WOMEN_ONLY: {
    isMade: ({ accessNeeds }) => accessNeeds.has('WOMEN_ONLY'),
    grade: (pair) => (isForWomen(pair) ? 1000 : 0),
    explain: (pair) => [isForWomen(pair) ? 'FOR_WOMEN' : 'NOT_ONLY_WOMEN'],
  },
} satisfies Partial<Record<MatchWish, WishRule>>;
