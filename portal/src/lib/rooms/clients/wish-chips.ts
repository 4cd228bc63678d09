import { languageName } from '#lib/i18n/words.ts';
import { formatList, formatNumber } from '#lib/i18n/words.ts';
import {
  caseworker_fit_children,
  caseworker_fit_in_language,
  caseworker_fit_themes,
  caseworker_wish_age,
  caseworker_wish_distance,
  caseworker_wish_finnish,
  caseworker_wish_room,
  caseworker_wish_text,
  caseworker_wish_times,
  ui_free,
} from '#lib/paraglide/messages.js';
import type { Choice } from '#lib/ui/types.ts';
import { accessNeedWords, ageBandWords, finnishLevelWords, type AccessNeed } from './client.words.ts';
import { addressOf, without, type MatchWish, type Wishes } from './find-wishes.ts';
import { timeGroups, timesInWords } from './free-times.ts';

/** A wish in words, and the address of the search in which it is dropped or added. */
export interface WishChip {
  label: string;
  href: string;
}

/** The names of what wishes name by codes. */
export interface WishNames {
  municipalities: readonly Choice[];
  themes: readonly Choice[];
}

const nameOf = (choices: readonly Choice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;

/** Each wish in words; shown where it is made, and where its dropping would help. */
export function wishWords(wishes: Wishes, names: WishNames): Readonly<Record<MatchWish, string>> {
  const { text, language, municipality, km, time, theme, finnish, age } = wishes;
  return {
    TEXT: caseworker_wish_text({ text }),
    LANGUAGE: caseworker_fit_in_language({ languages: formatList(language.map((tag) => languageName(tag))) }),
    DISTANCE: caseworker_wish_distance({
      km: formatNumber(km ?? 0),
      municipality: nameOf(names.municipalities, municipality),
    }),
    TIMES: caseworker_wish_times({ times: timesInWords(time) }),
    THEMES: caseworker_fit_themes({ themes: formatList(theme.map((id) => nameOf(names.themes, id))) }),
    FINNISH: caseworker_wish_finnish({ level: finnish ? finnishLevelWords[finnish]() : '' }),
    AGE: caseworker_wish_age({ age: age ? ageBandWords[age]() : '' }),
    CHILDREN: caseworker_fit_children(),
    CHILD_CARE: accessNeedWords.CHILD_CARE(),
    STEP_FREE: accessNeedWords.STEP_FREE(),
    TRANSPORT: accessNeedWords.TRANSPORT(),
    WOMEN_ONLY: accessNeedWords.WOMEN_ONLY(),
    FREE: ui_free(),
    ROOM: caseworker_wish_room(),
  };
}

/** The wishes that are made, each with the search without it. */
export function madeChips(wishes: Wishes, made: readonly MatchWish[], names: WishNames): WishChip[] {
  const words = wishWords(wishes, names);
  return made.map((wish) => ({ label: words[wish], href: addressOf(without(wishes, [wish])) }));
}

const addable: readonly AccessNeed[] = ['CHILD_CARE', 'STEP_FREE', 'TRANSPORT', 'WOMEN_ONLY'];

/** Wishes that are not made yet, each with the search in which it is. */
export function moreChips(wishes: Wishes): WishChip[] {
  const times = timeGroups.filter(({ codes }) => !codes.every((code) => wishes.time.includes(code)));
  const changes: { label: string; change: Partial<Wishes> | undefined }[] = [
    ...times.map(({ codes, label }) => ({ label: label(), change: { time: [...wishes.time, ...codes] } })),
    ...addable
      .filter((need) => !wishes.need.includes(need))
      .map((need) => ({ label: accessNeedWords[need](), change: { need: [...wishes.need, need] } })),
    { label: caseworker_fit_children(), change: wishes.children ? undefined : { children: true } },
    { label: ui_free(), change: wishes.free ? undefined : { free: true } },
    { label: caseworker_wish_room(), change: wishes.waiting ? { waiting: false } : undefined },
  ];
  return changes.flatMap(({ label, change }) =>
    change ? [{ label, href: addressOf({ ...wishes, ...change }) }] : [],
  );
}
