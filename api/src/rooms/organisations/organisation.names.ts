const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

const arabic: Readonly<Record<string, string>> = {
  ا: 'a',
  آ: 'a',
  أ: 'a',
  إ: 'i',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ک: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  و: 'w',
  ه: 'h',
  ة: 'a',
  ی: 'y',
  ي: 'y',
  ى: 'a',
  ئ: 'y',
  ء: '',
};

/** Letters that normalisation does not take apart. */
const latin: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

const letters: Readonly<Record<string, string>> = { ...cyrillic, ...arabic, ...latin };
const LONGEST_SLUG = 60;

/** A name in Latin letters for addresses: 'Клуб «Родник»' → 'klub-rodnik'. */
export const slugOf = (name: string): string => {
  const spelt = [...name.normalize('NFC').toLowerCase()].map((letter) => letters[letter] ?? letter).join('');
  const plain = spelt.normalize('NFKD').replace(/\p{M}/gu, '');
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return slug || 'organisation';
};

/** The first free one of `slug`, `slug-2`, `slug-3`… */
export const freeSlug = (slug: string, taken: readonly string[]): string => {
  const used = new Set(taken);
  let number = 2;
  if (!used.has(slug)) return slug;
  while (used.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
};

/** Å, ä and ö end the Finnish alphabet; these characters follow z byte for byte. */
const afterZ: Readonly<Record<string, string>> = { å: '{', ä: '|', ö: '}' };

/**
 * The name as lists sort it, byte by byte: Finnish order whatever collations a database has, so that a cursor
 * means the same place after the database moves.
 */
export const sortNameOf = (name: string): string =>
  [...name.normalize('NFC').toLowerCase()]
    .map((letter) => afterZ[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, ''))
    .join('');
