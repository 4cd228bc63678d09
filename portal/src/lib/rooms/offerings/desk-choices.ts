import type { ResultOf } from '#lib/api/graphql.ts';
import { languages } from '#lib/i18n/languages.ts';
import { languageName } from '#lib/i18n/words.ts';
import type { Choice } from '#lib/ui/types.ts';
import type { OfferingChoices } from './desk-offering.queries.ts';

/** The lists of the offering's form, in the reader's words. */
export interface DeskChoices {
  /** Languages a text can be written in, and all that can be spoken. */
  languages: Choice[];
  /** The portal's languages: spoken at most offerings. */
  commonLanguages: Choice[];
  places: Choice[];
  municipalities: Choice[];
  themes: Choice[];
}

const byLabel = (left: Choice, right: Choice): number => left.label.localeCompare(right.label);

const choice = (tag: string): Choice => ({ value: tag, label: languageName(tag) });
const portal: string[] = languages.map(({ tag }) => tag);

/** The languages a text can be written in, the portal's first. */
export function textLanguages(known: readonly { tag: string }[]): Choice[] {
  const others = known.map(({ tag }) => tag).filter((tag) => !portal.includes(tag));
  return [...portal.map(choice), ...others.map(choice).toSorted(byLabel)];
}

/** `spoken` are the languages an offering has already: they stand among the common ones. */
export function choicesOf(data: ResultOf<typeof OfferingChoices>, spoken: readonly string[]): DeskChoices {
  const common = [...new Set([...portal, ...spoken])].map(choice);
  return {
    commonLanguages: common,
    languages: textLanguages(data.languages),
    places: data.places.map((place) => ({
      value: place.id,
      label: `${place.name}, ${place.streetAddress}, ${place.municipality.name.value}`,
    })),
    municipalities: data.municipalities.map(({ code, name }) => ({ value: code, label: name.value })),
    themes: data.themes
      .map(({ id, label }) => ({ value: id, label: label.value, lang: label.language }))
      .toSorted(byLabel),
  };
}
