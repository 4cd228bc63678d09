import { shadowOf } from '../../platform/text/personal-data.shadow.ts';
import { knownNames } from './note.names.list.ts';

/** Letters without accents and case; й stays itself. */
const plain = (word: string): string =>
  shadowOf(word)
    .text.normalize('NFKD')
    .replaceAll(/[\u0300-\u0305\u0307-\u036F]/gu, '')
    .normalize('NFC')
    .toLowerCase();

/** What languages hang on names: Meri, Merin, Merille; Meri’s; Анны, Анне. */
const ending =
  /^(?:|n|a|t|s|in|en|on|ia|aa|lla|lle|lta|ssa|sta|na|ksi|tta|han|hin|hon|kin|kaan|ko|ni|si|nsa|ta|ны|не|ой|у|ы|и|е|а)$/;
const longestEnding = 4;

const isKnownName = (word: string): boolean =>
  Array.from({ length: longestEnding + 1 }, (_, length) => length).some(
    (length) =>
      knownNames.has(word.slice(0, word.length - length)) && ending.test(word.slice(word.length - length)),
  );

/** Arabic writes "and", "for", "with" on to the word. */
const isKnownArabicName = (word: string): boolean =>
  knownNames.has(word) || (/^[وفلبك]/u.test(word) && knownNames.has(word.slice(1)));

const portalLanguages = ['en', 'fi', 'sv'];

const namesOf = (type: 'language' | 'region', codes: string): string[] =>
  portalLanguages.flatMap((language) => {
    const display = new Intl.DisplayNames(language, { type, fallback: 'none' });
    return codes.split(' ').flatMap((code) => display.of(code)?.split(/[^\p{L}]+/u) ?? []);
  });

const calendarWords = portalLanguages.flatMap((language) =>
  Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2026, index, 5 + index))).flatMap((day) => [
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day),
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(day),
  ]),
);

/** Beginnings of words that are written large and name nobody: languages, countries, days, the region’s places. */
const commonBeginnings: ReadonlySet<string> = new Set(
  [
    ...namesOf(
      'language',
      'fi sv en ru uk ar fa so ku tr sq et vi th zh fr es pt de ti am ur ps ne bn my sw ckb prs uz kk',
    ),
    ...namesOf(
      'region',
      'FI SE EE RU UA SY IQ IR AF SO ET ER TR XK VN TH CN NG CM CD KE IN PK BD NP MM PH GH EG MA US GB',
    ),
    ...calendarWords,
    ...'joensuu liperi kontiolahti ilomantsi outokumpu karelia karjala kela migri teams zoom whatsapp kurd dari easter'.split(
      ' ',
    ),
    ...'lehmo ylämylly viinijärvi eno hammaslahti kiihtelys pyhäselkä tuupovaara uimaharju rantakylä noljakka'.split(
      ' ',
    ),
    ...'niinivaara utra karsikko hukanhauta reijola mulo marjala pohjois suomi itä'.split(' '),
    ...'christmas ramadan eid muslim christian orthodox europe africa asia teboil prisma citymarket lidl'.split(
      ' ',
    ),
  ]
    .map((word) => plain(word).slice(0, 5))
    .filter((word) => word.length >= 3),
);

const isCommon = (word: string): boolean =>
  [5, 4, 3].some((length) => word.length >= length && commonBeginnings.has(word.slice(0, length)));

const token = /\p{L}[\p{L}\p{M}]*/gu;

const beginsSentence = (before: string): boolean => /(?:^|[.!?:;\n•"“”«»(])[\s\-–—"“”«(]*$/u.test(before);

const isNameLike = (written: string, before: string): boolean => {
  const word = plain(written);
  if (!/\p{Lu}|\p{Ll}/u.test(written)) return isKnownArabicName(written.normalize('NFKC'));
  // TE, SPR and shouting name nobody; a name in small letters is a word.
  if (!/^\p{Lu}.*\p{Ll}/u.test(written)) return false;
  if (isKnownName(word)) return true;
  return word.length > 2 && !beginsSentence(before) && !isCommon(word);
};

/**
 * Words of a note that may be somebody’s name, as they are written, each once: known names, and words that are written
 * large within a sentence. Toivo and Meri are words too, so these warn and do not block.
 */
export const nameLikeWordsOf = (note: string): string[] => {
  const found = [...note.normalize('NFC').matchAll(token)].filter((match) =>
    isNameLike(match[0], note.normalize('NFC').slice(0, match.index)),
  );
  return [...new Set(found.map(([word]) => word))];
};
