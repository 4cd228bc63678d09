import { fallbackLanguage, isLanguage, type Language } from './languages.ts';

interface Preference {
  tag: string;
  weight: number;
}

/** Reads an `Accept-Language` header into tags, the most wanted first; what is malformed is left out. */
function preferencesOf(header: string): Preference[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
      return { tag: tag.trim(), weight: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0 && weight <= 1)
    .sort((left, right) => right.weight - left.weight);
}

/** Languages close enough to one of ours that their readers are better served by it than by Finnish. */
const neighbours: Record<string, Language> = {
  nb: 'sv',
  nn: 'sv',
  no: 'sv',
  da: 'sv',
  be: 'ru',
  prs: 'fa',
};

/**
 * The language for a visitor whose address names none: the remembered one, else the browser's first that
 * the portal speaks, else Finnish.
 */
export function negotiateLanguage(remembered: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(remembered)) return remembered;
  for (const { tag } of preferencesOf(acceptLanguage ?? '')) {
    const primary = tag.split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
    const neighbour = neighbours[primary];
    if (neighbour) return neighbour;
  }
  return fallbackLanguage;
}

/** Splits `/ar/offerings/7` into its language and the rest; the language is missing on other addresses. */
export function splitPath(pathname: string): { language: Language | undefined; rest: string } {
  const [, first = '', ...others] = pathname.split('/');
  if (!isLanguage(first)) return { language: undefined, rest: pathname };
  return { language: first, rest: `/${others.join('/')}` };
}

/** The same page in another language, with its query: `('/fi/offerings', 'ar')` → `/ar/offerings`. */
export function inLanguage(pathname: string, language: Language): string {
  const { rest } = splitPath(pathname);
  return rest === '/' ? `/${language}` : `/${language}${rest}`;
}
