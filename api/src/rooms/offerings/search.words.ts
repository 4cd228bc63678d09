import { wordsOf } from './search.fold.ts';
import { stemsOf } from './search.inflect.ts';
import { soundsOf } from './search.transliterate.ts';

const shortestPart = 4;
const shortestCompound = 8;
const shortestSlip = 4;
const longestSlip = 20;
const shortestBeginning = 3;

/** The later parts a compound may have; which of them are words is nobody's to know: 'kielikahvila' has 'kahvila'. */
const partsOf = (word: string): string[] =>
  word.length < shortestCompound || !/\p{Script=Latin}/u.test(word)
    ? []
    : Array.from({ length: word.length - shortestPart - 2 }, (_, index) => word.slice(index + 3));

/** A word with each letter left out once: two words that are one slip apart have one of these in common. */
export const slipsOf = (word: string): string[] =>
  word.length < shortestSlip || word.length > longestSlip
    ? []
    : [
        ...new Set([word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))]),
      ].map((slip) => `~${slip}`);

/** What titles and names are found by, besides their stems. */
export const titleLexemesOf = (text: string): string[] => [
  ...new Set(
    wordsOf(text).flatMap((word) => [word, ...partsOf(word), ...slipsOf(word), ...soundsOf(word).own]),
  ),
];

/** What longer texts are found by, besides their stems. */
export const textLexemesOf = (text: string): string[] => wordsOf(text);

/** One way in which a word of a search may be met. */
export interface Alternative {
  /** Which word of the search, from 0. */
  readonly word: number;
  /** As a tsquery writes it. */
  readonly lexeme: string;
  /** Meets the word itself or a form of it; else what sounds or is spelt like it. */
  readonly isSure: boolean;
}

const quoted = (lexeme: string): string => `'${lexeme.replaceAll(/['\\]/g, '')}'`;
const mostWords = 6;

/** The words of a search; no more than six count. */
export const searchWordsOf = (text: string): string[] => wordsOf(text.slice(0, 100)).slice(0, mostWords);

/** Every way in which the words of a search may be met, besides the stems that PostgreSQL knows. */
export const alternativesOf = (words: readonly string[]): Alternative[] =>
  words.flatMap((text, word) => {
    const sure = [
      text.length < shortestBeginning ? quoted(text) : `${quoted(text)}:*`,
      ...stemsOf(text).map((stem) => `${quoted(stem)}:*`),
    ];
    const alike = [...slipsOf(text), ...soundsOf(text).sought].map(quoted);
    return [
      ...sure.map((lexeme) => ({ word, lexeme, isSure: true })),
      ...alike.map((lexeme) => ({ word, lexeme, isSure: false })),
    ];
  });
