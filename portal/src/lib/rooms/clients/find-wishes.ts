import type { FragmentOf, VariablesOf } from '#lib/api/graphql.ts';
import { chosen } from '../referrals/choices.ts';
import type { ClientCore } from './client.queries.ts';
import { finnishLevelWords, type FinnishLevel } from './client.words.ts';
import type { FindOfferings } from './find.queries.ts';

/** What an offering for a client should be. Each wish has the name of its part of the address. */
export interface Wishes {
  language: string[];
  municipality: string[];
  theme: string[];
  finnish: FinnishLevel | undefined;
  children: boolean;
  free: boolean;
  text: string;
}

export const wishNames = [
  'text',
  'theme',
  'language',
  'municipality',
  'finnish',
  'children',
  'free',
] as const;
export type WishName = (typeof wishNames)[number];
export type OfferingFilter = NonNullable<VariablesOf<typeof FindOfferings>['filter']>;

/** Said in the address when the wishes stand in it; without it they come from the client. */
export const changedMark = 'changed';

/** The wishes of the address, or the client's own as long as nobody changed them. */
export function wishesOf(parameters: URLSearchParams, client: FragmentOf<typeof ClientCore>): Wishes {
  if (!parameters.has(changedMark)) {
    return {
      language: [...client.languages],
      municipality: [client.municipality.code],
      theme: client.wishes.map(({ id }) => id),
      finnish: client.finnishLevel,
      children: client.accessNeeds.includes('CHILD_CARE'),
      free: false,
      text: '',
    };
  }
  return {
    language: parameters.getAll('language'),
    municipality: parameters.getAll('municipality'),
    theme: parameters.getAll('theme'),
    finnish: chosen(finnishLevelWords, parameters.get('finnish')),
    children: parameters.has('children'),
    free: parameters.has('free'),
    text: parameters.get('text')?.trim() ?? '',
  };
}

/** The wishes without one of them. */
export function without(wishes: Wishes, name: WishName): Wishes {
  const none: Wishes = {
    language: [],
    municipality: [],
    theme: [],
    finnish: undefined,
    children: false,
    free: false,
    text: '',
  };
  return { ...wishes, [name]: none[name] };
}

export function isSet(wishes: Wishes, name: WishName): boolean {
  const wish = wishes[name];
  return Array.isArray(wish) ? wish.length > 0 : Boolean(wish);
}

/** The wishes as the API filters; a wish not made filters nothing. */
export function filterOf(wishes: Wishes): OfferingFilter {
  return {
    takesReferrals: true,
    ...(wishes.language.length > 0 ? { languages: wishes.language } : {}),
    ...(wishes.municipality.length > 0 ? { municipalityCodes: wishes.municipality } : {}),
    ...(wishes.theme.length > 0 ? { themeIds: wishes.theme } : {}),
    ...(wishes.finnish ? { finnishLevelAtMost: wishes.finnish } : {}),
    ...(wishes.children ? { childrenWelcome: true } : {}),
    ...(wishes.free ? { free: true } : {}),
    ...(wishes.text ? { text: wishes.text } : {}),
  };
}

/** The wishes as the query part of an address. */
export function addressOf(wishes: Wishes): string {
  const parameters = new URLSearchParams({ [changedMark]: '1' });
  for (const name of ['language', 'municipality', 'theme'] as const) {
    for (const value of wishes[name]) parameters.append(name, value);
  }
  if (wishes.finnish) parameters.set('finnish', wishes.finnish);
  if (wishes.children) parameters.set('children', '1');
  if (wishes.free) parameters.set('free', '1');
  if (wishes.text) parameters.set('text', wishes.text);
  return `?${parameters}`;
}
