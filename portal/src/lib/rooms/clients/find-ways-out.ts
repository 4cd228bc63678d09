import { formatNumber } from '#lib/i18n/words.ts';
import { orError } from '#lib/server/forms.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import {
  caseworker_drop_all,
  caseworker_drop_children,
  caseworker_drop_finnish,
  caseworker_drop_free,
  caseworker_drop_language,
  caseworker_drop_municipality,
  caseworker_drop_text,
  caseworker_drop_theme,
} from '#lib/paraglide/messages.js';
import { WithoutOneWish } from './find.queries.ts';
import { addressOf, filterOf, isSet, wishNames, without, type WishName, type Wishes } from './find-wishes.ts';

/** A link to a search that finds something: "7 if the language may be another". */
export interface WayOut {
  href: string;
  label: string;
}

const words: Readonly<Record<WishName, (facts: { count: string }) => string>> = {
  language: caseworker_drop_language,
  municipality: caseworker_drop_municipality,
  theme: caseworker_drop_theme,
  finnish: caseworker_drop_finnish,
  children: caseworker_drop_children,
  free: caseworker_drop_free,
  text: caseworker_drop_text,
};

/** After a search that found nothing: which wish to drop, the one that finds most first; all of them last. */
export async function waysOut(api: RequestApi, wishes: Wishes): Promise<WayOut[]> {
  const none = wishNames.reduce(without, wishes);
  const filters = Object.fromEntries(wishNames.map((name) => [name, filterOf(without(wishes, name))]));
  const found = orError(await api.query(WithoutOneWish, { ...filters, all: filterOf(none) }));
  const single = wishNames
    .filter((name) => isSet(wishes, name))
    .map((name) => ({ name, count: found[name].totalCount ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => right.count - left.count)
    .map(({ name, count }) => ({
      href: addressOf(without(wishes, name)),
      label: words[name]({ count: formatNumber(count) }),
    }));
  const all = found.all.totalCount ?? 0;
  return all > 0
    ? [...single, { href: addressOf(none), label: caseworker_drop_all({ count: formatNumber(all) }) }]
    : single;
}
