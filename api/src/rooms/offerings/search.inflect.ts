/** Endings of Finnish words, by which cases, numbers and possession are told; the longest first. */
const endings = [
  'isissa',
  'eissa',
  'oissa',
  'issa',
  'ista',
  'illa',
  'ilta',
  'ille',
  'iksi',
  'iden',
  'ojen',
  'ujen',
  'ien',
  'jen',
  'ssa',
  'sta',
  'lla',
  'lta',
  'lle',
  'ksi',
  'nsa',
  'mme',
  'nne',
  'hin',
  'iin',
  'een',
  'aan',
  'uun',
  'oon',
  'yyn',
  'ita',
  'oja',
  'uja',
  'ten',
  'den',
  'tta',
  'na',
  'ta',
  'ia',
  'ja',
  'et',
  'en',
  'in',
  'an',
  'un',
  'on',
  'yn',
  'at',
  'it',
  'ot',
  'ut',
  'yt',
  'n',
  't',
  'a',
] as const;
const shortestStem = 3;
const mostStems = 12;

/** Consonants that change before an ending, in pairs: kauppa – kaupassa, ilta – illalla, lapset – lasten. */
const grades: readonly (readonly [string, string])[] = [
  ['pp', 'p'],
  ['tt', 't'],
  ['kk', 'k'],
  ['lt', 'll'],
  ['nt', 'nn'],
  ['rt', 'rr'],
  ['nk', 'ng'],
  ['mp', 'mm'],
  ['t', 'd'],
  ['p', 'v'],
  ['st', 's'],
  ['ks', 's'],
  ['ps', 's'],
  ['ps', 'st'],
  ['s', 'd'],
  ['s', 'tt'],
  ['k', ''],
];
const otherGrades = (stem: string): string[] =>
  grades.flatMap(([strong, weak]) => [
    ...(stem.endsWith(strong) ? [stem.slice(0, -strong.length) + weak] : []),
    ...(weak !== '' && stem.endsWith(weak) && !stem.endsWith(strong)
      ? [stem.slice(0, -weak.length) + strong]
      : []),
  ]);

const withoutVowel = (stem: string): string => stem.replace(/[aeiouy]{1,2}$/u, '');

const finnishStems = (word: string): string[] => {
  const bases = [
    word,
    word.replace(/nen$/u, 's'),
    ...endings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length)),
  ];
  const stems = bases.flatMap((base) => {
    const stem = withoutVowel(base);
    return [stem, ...otherGrades(stem)];
  });
  return [...new Set(stems)].filter((stem) => stem.length >= shortestStem);
};

const somaliEndings = /(yaasha|yada|taas|kii|tii|aha|aan|ka|ga|ta|da|ha|yo|o)$/u;
const persianEndings = /(هاي|ها|هايي|ان|ي)$/u;
const arabicBeginnings = /^(وال|بال|كال|فال|لل|ال|و)/u;

/** What is left of a word where PostgreSQL has no stemmer: Ukrainian, Somali, Persian, and Arabic with its article. */
const otherStems = (word: string): string[] => {
  if (/\p{Script=Cyrillic}/u.test(word)) {
    const cut = word.length > 7 ? 3 : 2;
    return [word.replace(/[аеєиіїоуюяйьы]+$/u, ''), word.length > 5 ? word.slice(0, -cut) : word];
  }
  if (/\p{Script=Arabic}/u.test(word)) {
    const bare = word.replace(arabicBeginnings, '');
    return [bare, word.replace(persianEndings, ''), bare.replace(/(ات|ون|ين|ه)$/u, '')];
  }
  return [word.replace(somaliEndings, '')];
};

/** Beginnings by which the forms of a folded word are found, whatever its language; the likeliest first. */
export const stemsOf = (word: string): string[] => {
  const isLatin = /\p{Script=Latin}/u.test(word);
  const stems = [...otherStems(word), ...(isLatin && word.length > shortestStem ? finnishStems(word) : [])];
  return [...new Set(stems)]
    .filter((stem) => stem.length >= shortestStem && stem !== word)
    .slice(0, mostStems);
};
