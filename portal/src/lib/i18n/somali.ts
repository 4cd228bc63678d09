/**
 * Somali words for dates and languages. Chromium ships no Somali data: asked for it, its `Intl` answers in
 * the browser's own language, so a page would change its words once its script has loaded.
 * Words after Unicode CLDR 48 (Unicode License v3), some languages by their usual Somali name.
 */

/** From Monday. */
export const somaliWeekdays = ['Isniin', 'Talaado', 'Arbaco', 'Khamiis', 'Jimco', 'Sabti', 'Axad'];

/** From January. */
export const somaliMonths = [
  'Jannaayo',
  'Febraayo',
  'Maarso',
  'Abriil',
  'Maayo',
  'Juun',
  'Luulyo',
  'Ogosto',
  'Sebteembar',
  'Oktoobar',
  'Noofeembar',
  'Diseembar',
];

export const somaliLanguageNames: Record<string, string> = {
  am: 'Axmaari',
  ar: 'Carabi',
  bg: 'Bulgeeriyaan',
  bn: 'Bangaali',
  bs: 'Bosniyaan',
  ckb: 'Kurdi Sorani',
  de: 'Jarmal',
  el: 'Giriik',
  en: 'Ingiriisi',
  es: 'Isbaanish',
  et: 'Istooniyaan',
  fa: 'Faarisi',
  fi: 'Finnish',
  fr: 'Faransiis',
  hi: 'Hindi',
  hr: 'Koro’eeshiyaan',
  hu: 'Hangariyaan',
  it: 'Talyaani',
  ku: 'Kurdi',
  kmr: 'Kurdi Kurmanji',
  ln: 'Lingala',
  lt: 'Lituwaanays',
  lv: 'Laatfiyaan',
  my: 'Burmese',
  ne: 'Nebaali',
  nl: 'Holandays',
  pl: 'Boolish',
  prs: 'Dari',
  ps: 'Bashtuu',
  pt: 'Boortaqiis',
  ro: 'Romanka',
  ru: 'Ruush',
  rw: 'Ruwaandha',
  so: 'Soomaali',
  sq: 'Albeeniyaan',
  sr: 'Seerbiyaan',
  sv: 'Iswiidhish',
  sw: 'Sawaaxili',
  th: 'Taaylandays',
  ti: 'Tigrinya',
  tl: 'Tagalog',
  tr: 'Turki',
  uk: 'Yukreeniyaan',
  ur: 'Urduu',
  vi: 'Fiitnaamays',
  zh: 'Shiinays',
};
