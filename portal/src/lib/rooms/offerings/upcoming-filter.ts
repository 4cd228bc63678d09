import { isOfferingKind, type OfferingKind } from './offering-words.ts';

export const whens = ['today', 'week', 'month', 'pick'] as const;
export type When = (typeof whens)[number];

/** What the list of coming dates is narrowed by, as the page's address says it. Empty texts narrow nothing. */
export interface UpcomingFilter {
  readonly text: string;
  /** Codes of municipalities; one of them is enough. */
  readonly municipalities: readonly string[];
  /** BCP 47 tag of a language spoken there. */
  readonly language: string;
  readonly kind: OfferingKind | '';
  readonly theme: string;
  readonly when: When | '';
  /** Calendar dates, both included; only with `when` `pick`. */
  readonly from: string;
  readonly to: string;
  readonly isFree: boolean;
  readonly childrenWelcome: boolean;
}

const maximumTextLength = 100;

export const emptyFilter: UpcomingFilter = {
  text: '',
  municipalities: [],
  language: '',
  kind: '',
  theme: '',
  when: '',
  from: '',
  to: '',
  isFree: false,
  childrenWelcome: false,
};

/** A date that exists, else `''`. */
function readDate(value: string | null): string {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return '';
  const instant = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value) ? value : '';
}

function readWhen(params: URLSearchParams, from: string, to: string): When | '' {
  const when = whens.find((candidate) => candidate === params.get('when')) ?? '';
  if (when === '' && (from !== '' || to !== '')) return 'pick';
  return when === 'pick' && from === '' && to === '' ? '' : when;
}

/** Reads an address; what it does not understand narrows nothing. */
export function readFilter(params: URLSearchParams): UpcomingFilter {
  const one = (name: string, form: RegExp): string => {
    const value = params.get(name) ?? '';
    return form.test(value) ? value : '';
  };
  const kind = params.get('kind') ?? '';
  const from = readDate(params.get('from'));
  const to = readDate(params.get('to'));
  const when = readWhen(params, from, to);
  return {
    text: (params.get('text') ?? '').trim().slice(0, maximumTextLength),
    municipalities: [...new Set(params.getAll('municipality'))].filter((code) => /^\d{3}$/.test(code)),
    language: one('language', /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    kind: isOfferingKind(kind) ? kind : '',
    theme: one('theme', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
    when,
    from: when === 'pick' ? from : '',
    to: when === 'pick' ? to : '',
    isFree: params.has('free'),
    childrenWelcome: params.has('children'),
  };
}

/** The address of a filter, `''` or `?…`, with the cursor of a later page where one is given. */
export function toQuery(filter: UpcomingFilter, after?: string): string {
  const params = new URLSearchParams();
  if (filter.text) params.set('text', filter.text);
  for (const code of filter.municipalities) params.append('municipality', code);
  for (const name of ['language', 'kind', 'theme', 'when', 'from', 'to'] as const) {
    if (filter[name]) params.set(name, filter[name]);
  }
  if (filter.isFree) params.set('free', 'true');
  if (filter.childrenWelcome) params.set('children', 'true');
  if (after) params.set('after', after);
  return params.size > 0 ? `?${params}` : '';
}
