import type { EventProblems } from './event.problems.ts';
import type { ImportedEvent } from './import-source.ts';
import { cutText } from './import.texts.ts';

const longestNote = 200;
/** `5`, `2,50` or `10.5`: what is charged at least stands first. */
const amount = /(\d{1,4})(?:[.,](\d{1,2}))?(?!\d)/;

/** The first amount of a text about euros, in cents; null when it names none. */
export const centsOf = (text: string): number | null => {
  if (!/€|eur/i.test(text)) return null;
  const [, euros = '', cents = ''] = amount.exec(text) ?? [];
  return euros === '' ? null : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
};

/** Price in cents and the source's own words for it, in the source language. */
export const priceOf = (
  { isFree, priceText, sourceLanguage, series }: ImportedEvent,
  problems: EventProblems,
): { priceEuroCents: number; priceNote: string | null } => {
  const text = (priceText.find(({ language }) => language === sourceLanguage) ?? priceText[0])?.text ?? null;
  const priceNote = text && cutText(text.replaceAll(/\s*\n\s*/g, ' · '), longestNote, 'offers', problems);
  if (isFree === true) return { priceEuroCents: 0, priceNote };
  const cents = text === null ? null : centsOf(text);
  // A calendar has no price to tell.
  if (cents === null && !series)
    problems.note('offers', 'PRICE_UNKNOWN', 'The price is not told in euros; comes in as free: check it.');
  return { priceEuroCents: cents ?? 0, priceNote };
};
