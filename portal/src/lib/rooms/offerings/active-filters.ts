import { formatDay } from '#lib/i18n/dates.ts';
import { formatNumber, legibleName } from '#lib/i18n/words.ts';
import {
  public_day_from,
  public_day_until,
  public_near_chip,
  public_when_month,
  public_when_today,
  public_when_week,
} from '#lib/paraglide/messages.js';
import { flagWords, rhythmWords } from './filter-words.ts';
import { audienceWords, finnishLevelWords, kindWords, partWords } from './offering-words.ts';
import { flagNames, type UpcomingFilter } from './upcoming-filter.ts';
import type { FilterChoices } from './upcoming.queries.ts';

/** One thing the list is narrowed by: its words, and the filter without it. */
export interface ActiveFilter {
  readonly what: string;
  /** BCP 47 tag, where the words are in another language than the page. */
  readonly lang?: string;
  readonly without: UpcomingFilter;
}

function daysOf(filter: UpcomingFilter): string[] {
  if (filter.when === 'today') return [public_when_today()];
  if (filter.when === 'week') return [public_when_week()];
  if (filter.when === 'month') return [public_when_month()];
  return [
    ...(filter.from ? [public_day_from({ day: formatDay(filter.from) })] : []),
    ...(filter.to ? [public_day_until({ day: formatDay(filter.to) })] : []),
  ];
}

/** Everything the list is narrowed by, in words. */
export function activeFilters(filter: UpcomingFilter, choices: FilterChoices): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const add = (what: string, change: Partial<UpcomingFilter>, lang?: string): void => {
    active.push({ what, without: { ...filter, ...change }, ...(lang ? { lang } : {}) });
  };
  if (filter.text) add(`“${filter.text}”`, { text: '' });
  for (const code of filter.municipalities) {
    const name = choices.municipalities.find((municipality) => municipality.code === code)?.name.value;
    add(name ?? code, { municipalities: filter.municipalities.filter((other) => other !== code) });
  }
  if (filter.near) {
    const place = choices.municipalities.find(({ code }) => code === filter.near)?.name.value ?? filter.near;
    add(public_near_chip({ place, count: formatNumber(filter.kilometres) }), { near: '' });
  }
  if (filter.language) {
    const endonym = choices.languages.find(({ tag }) => tag === filter.language)?.endonym;
    add(endonym ? legibleName(filter.language, endonym) : filter.language, { language: '' }, filter.language);
  }
  if (filter.finnish) add(finnishLevelWords[filter.finnish](), { finnish: '' });
  if (filter.kind) add(kindWords[filter.kind](), { kind: '' });
  if (filter.theme) {
    const label = choices.themes.find(({ id }) => id === filter.theme)?.label;
    add(label?.value ?? filter.theme, { theme: '' }, label?.language);
  }
  const days = daysOf(filter);
  if (days.length > 0) add(days.join(' – '), { when: '', from: '', to: '' });
  if (filter.part) add(partWords[filter.part](), { part: '' });
  if (filter.rhythm) add(rhythmWords[filter.rhythm](), { rhythm: '' });
  if (filter.audience) add(audienceWords[filter.audience](), { audience: '' });
  for (const flag of flagNames) if (filter[flag]) add(flagWords[flag](), { [flag]: false });
  return active;
}
