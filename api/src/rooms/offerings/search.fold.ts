/** Letters that no decomposition makes plain. */
const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ё: 'е',
  ґ: 'г',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ء: '',
  ـ: '',
};
const plainLetters = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu');

/**
 * A text as it is compared: lower case, Latin and Arabic letters without their marks (Cyrillic й and ї are letters of
 * their own), one form for each Arabic letter, no apostrophes and invisible marks inside words.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Arabic}])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ`´\u00ad\u200b-\u200f\u2066-\u2069]/gu, '')
    .replace(plainLetters, (letter) => plain[letter] ?? letter);

/** The words of a text, folded, each once. */
export const wordsOf = (text: string): string[] => [
  ...new Set(fold(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)),
];
