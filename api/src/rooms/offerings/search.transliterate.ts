const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'z',
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
  х: 'h',
  ц: 'ts',
  ч: 'ts',
  ш: 's',
  щ: 's',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};
/** Consonants alone: Arabic script writes few vowels. */
const arabic: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'z',
  چ: 'ts',
  ح: 'h',
  ه: 'h',
  خ: 'h',
  د: 'd',
  ض: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  ظ: 'z',
  ژ: 'z',
  س: 's',
  ص: 's',
  ش: 's',
  ع: '',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
};
const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word);
const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);

const letters = (word: string, table: Readonly<Record<string, string>>): string =>
  [...word].map((letter) => table[letter] ?? '').join('');

/** How a folded Latin word sounds, roughly: the ways of spelling one sound in one. */
const soundOf = (word: string): string =>
  word
    .replaceAll(/sch|sh|sj/g, 's')
    .replaceAll(/tch|ch|c(?=[eiy])/g, 'ts')
    .replaceAll(/zh|dj|dzh/g, 'z')
    .replaceAll(/kh|x/g, 'h')
    .replaceAll(/[jy]/g, 'i')
    .replaceAll('w', 'v')
    .replaceAll('q', 'k')
    .replaceAll('c', 'k')
    .replaceAll(/ou|oo/g, 'u')
    .replaceAll(/(.)\1+/g, '$1');

/** The sound of a word without its vowels, by which Arabic script is compared. */
const bonesOf = (sound: string): string =>
  sound
    .replaceAll(/[aeiouv]/g, '')
    .replaceAll('p', 'b')
    .replaceAll(/(.)\1+/g, '$1');

const shortestSound = 4;
const shortestBones = 3;

interface Sounds {
  /** What the word is found by. */
  readonly own: readonly string[];
  /** What it finds. */
  readonly sought: readonly string[];
}

/** The sounds of a folded word, so that a name is found in whatever script it is written; none of a short one. */
export const soundsOf = (word: string): Sounds => {
  if (isArabic(word)) {
    const bones = bonesOf(letters(word.replace(/^ال/u, ''), arabic));
    return bones.length < shortestBones
      ? { own: [], sought: [] }
      : { own: [`#${bones}`], sought: [`%${bones}`] };
  }
  const sound = soundOf(isCyrillic(word) ? letters(word, cyrillic) : word);
  const bones = bonesOf(sound);
  const heard = sound.length < shortestSound ? [] : [`=${sound}`];
  const hasBones = bones.length >= shortestBones;
  return {
    own: [...heard, ...(hasBones ? [`%${bones}`] : [])],
    sought: [...heard, ...(hasBones ? [`#${bones}`] : [])],
  };
};
