import {
  isAudience,
  isFinnishLevel,
  isOfferingKind,
  isPartOfDay,
  type Audience,
  type FinnishLevel,
  type OfferingKind,
  type PartOfDay,
} from './offering-words.ts';

export const whens = ['today', 'week', 'month', 'pick'] as const;
export type When = (typeof whens)[number];

/** Kilometres that can be chosen around a municipality's centre. */
export const distances = [10, 20, 50] as const;

/** The yes-or-no choices: what each is called in the address, and in the API. */
export const flags = {
  isFree: 'free',
  childrenWelcome: 'children',
  womenOnly: 'women',
  stepFree: 'step-free',
  isOnline: 'online',
  hasRoom: 'room',
} as const;
export type Flag = keyof typeof flags;
export const flagNames = Object.keys(flags) as Flag[];

/** What the list of coming dates is narrowed by, as the page's address says it. Empty texts narrow nothing. */
export interface UpcomingFilter extends Readonly<Record<Flag, boolean>> {
  readonly text: string;
  /** Codes of municipalities; one of them is enough. */
  readonly municipalities: readonly string[];
  /** Code of the municipality around whose centre one looks, and how many kilometres. */
  readonly near: string;
  readonly kilometres: number;
  /** BCP 47 tag of a language spoken there. */
  readonly language: string;
  /** Needing this much Finnish or less. */
  readonly finnish: FinnishLevel | '';
  readonly kind: OfferingKind | '';
  readonly theme: string;
  readonly audience: Audience | '';
  readonly part: PartOfDay | '';
  readonly rhythm: 'ONCE' | 'REGULAR' | '';
  readonly when: When | '';
  /** Calendar dates, both included; only with `when` `pick`. */
  readonly from: string;
  readonly to: string;
}

const maximumTextLength = 100;
const usualKilometres = 20;

export const emptyFilter: UpcomingFilter = {
  text: '',
  municipalities: [],
  near: '',
  kilometres: usualKilometres,
  language: '',
  finnish: '',
  kind: '',
  theme: '',
  audience: '',
  part: '',
  rhythm: '',
  when: '',
  from: '',
  to: '',
  isFree: false,
  childrenWelcome: false,
  womenOnly: false,
  stepFree: false,
  isOnline: false,
  hasRoom: false,
};

/** A date that exists, else `''`. */
export function readDate(value: string | null): string {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return '';
  const instant = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value) ? value : '';
}

function readWhen(params: URLSearchParams, from: string, to: string): When | '' {
  const when = whens.find((candidate) => candidate === params.get('when')) ?? '';
  if (when === '' && (from !== '' || to !== '')) return 'pick';
  return when === 'pick' && from === '' && to === '' ? '' : when;
}

function known<T extends string>(value: string | null, is: (value: string) => value is T): T | '' {
  return value !== null && is(value) ? value : '';
}

/** Reads an address; what it does not understand narrows nothing. */
export function readFilter(params: URLSearchParams): UpcomingFilter {
  const one = (name: string, form: RegExp): string => {
    const value = params.get(name) ?? '';
    return form.test(value) ? value : '';
  };
  const from = readDate(params.get('from'));
  const to = readDate(params.get('to'));
  const when = readWhen(params, from, to);
  const rhythm = params.get('rhythm');
  const kilometres = Number(params.get('km'));
  const chosen = flagNames.map((flag): [Flag, boolean] => [flag, params.has(flags[flag])]);
  return {
    ...emptyFilter,
    ...(Object.fromEntries(chosen) as Record<Flag, boolean>),
    text: (params.get('text') ?? '').trim().slice(0, maximumTextLength),
    municipalities: [...new Set(params.getAll('municipality'))].filter((code) => /^\d{3}$/.test(code)),
    near: one('near', /^\d{3}$/),
    kilometres: distances.find((distance) => distance === kilometres) ?? usualKilometres,
    language: one('language', /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    finnish: known(params.get('finnish'), isFinnishLevel),
    kind: known(params.get('kind'), isOfferingKind),
    theme: one('theme', /^[a-z]+:\w{1,40}$/),
    audience: known(params.get('audience'), isAudience),
    part: known(params.get('part'), isPartOfDay),
    rhythm: rhythm === 'ONCE' || rhythm === 'REGULAR' ? rhythm : '',
    when,
    from: when === 'pick' ? from : '',
    to: when === 'pick' ? to : '',
  };
}

/** The parameters of a filter's address. */
export function toParams(filter: UpcomingFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.text) params.set('text', filter.text);
  for (const code of filter.municipalities) params.append('municipality', code);
  if (filter.near) {
    params.set('near', filter.near);
    params.set('km', String(filter.kilometres));
  }
  for (const name of ['language', 'finnish', 'kind', 'theme', 'audience', 'part', 'rhythm'] as const) {
    if (filter[name]) params.set(name, filter[name]);
  }
  for (const name of ['when', 'from', 'to'] as const) if (filter[name]) params.set(name, filter[name]);
  for (const flag of flagNames) if (filter[flag]) params.set(flags[flag], 'true');
  return params;
}

/** The address of a filter, `''` or `?…`, with the cursor of a later page where one is given. */
export function toQuery(filter: UpcomingFilter, after?: string): string {
  const params = toParams(filter);
  if (after) params.set('after', after);
  return params.size > 0 ? `?${params}` : '';
}
