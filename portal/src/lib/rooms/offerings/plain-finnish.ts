/** What makes a Finnish text hard to read for who is learning the language. */
export interface PlainFinnish {
  /** Sentences of more than fifteen words, with their number of words. */
  longSentences: { text: string; words: number }[];
  /** Words of more than sixteen letters, each once. */
  longWords: string[];
  /** Words of offices, each with a plainer one. */
  avoid: { word: string; plainer: string }[];
}

const mostWords = 15;
const mostLetters = 16;
const mostNamed = 5;

/** Beginnings of words, since Finnish inflects their ends, each with what says the same. */
const plainer: readonly (readonly [beginning: string, plainer: string])[] = [
  ['mahdollista', 'auttaa, antaa'],
  ['toteutetaan', 'tehdään, on'],
  ['toteutuu', 'on'],
  ['järjestetään', 'on'],
  ['osallistu', 'tulla mukaan'],
  ['hyödyntä', 'käyttää'],
  ['tiedustelu', 'kysymys'],
  ['edellyttä', 'pitää olla'],
  ['kohderyhmä', 'kenelle'],
  ['mikäli', 'jos'],
  ['sekä', 'ja'],
  ['koskien', '-sta, -stä'],
  ['liittyen', '-sta, -stä'],
  ['ajankohta', 'aika'],
  ['toimesta', 'kuka tekee'],
  ['puitteissa', '-ssa, -ssä'],
  ['matalan kynnyksen', 'helppo tulla'],
  ['viranomais', 'kunta, Kela'],
  ['asiointi', 'asioiden hoitaminen'],
];

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];

/** Sentences and lines; an abbreviation's or number's point ends none. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+(?=\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** Hints for plain Finnish; `undefined` where there is too little text to judge. */
export function plainFinnishOf(text: string): PlainFinnish | undefined {
  const words = wordsOf(text);
  if (words.length < 4) return undefined;
  const sentences = sentencesOf(text).map((sentence) => ({
    text: sentence,
    words: wordsOf(sentence).length,
  }));
  return {
    longSentences: sentences.filter((sentence) => sentence.words > mostWords).slice(0, mostNamed),
    // The parts of "maahanmuutto-asiat" are read one by one.
    longWords: [...new Set(words)]
      .filter((word) => word.split('-').some((part) => [...part].length > mostLetters))
      .slice(0, mostNamed),
    avoid: plainer
      .flatMap(([beginning, better]) => {
        const word = new RegExp(`(?<!\\p{L})${beginning}[\\p{L}]*`, 'iu').exec(text)?.[0];
        return word === undefined ? [] : [{ word, plainer: better }];
      })
      .slice(0, mostNamed),
  };
}

export const isPlain = ({ longSentences, longWords, avoid }: PlainFinnish): boolean =>
  longSentences.length + longWords.length + avoid.length === 0;
