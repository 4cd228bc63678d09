import type { EventProblems } from './event.problems.ts';
import { IMPORT_TEXT_LIMITS, type LocalText } from './import-source.ts';
import { fieldOf, isObject, type JsonObject, listOf } from './json-value.ts';
import { localTextList, localTexts } from './linked-events.texts.ts';

const MAXIMUM_OFFERS = 20;

type Price = { priceText: LocalText[]; isFree: boolean | null };

/** Price texts of all offers by language, each once; free when every offer is. */
export function readPrice(event: JsonObject, problems: EventProblems): Price {
  const offers = listOf(event, 'offers').filter(isObject).slice(0, MAXIMUM_OFFERS);
  const texts = new Map<string, string>();
  for (const offer of offers) {
    for (const field of ['price', 'description']) {
      for (const [language, text] of localTexts(offer, field, IMPORT_TEXT_LIMITS.line, problems)) {
        const before = texts.get(language);
        if (before === undefined) texts.set(language, text);
        else if (!before.split('\n').includes(text)) texts.set(language, `${before}\n${text}`);
      }
    }
  }
  return {
    priceText: localTextList(texts),
    isFree: freedom(offers.map((offer) => fieldOf(offer, 'is_free'))),
  };
}

function freedom(answers: unknown[]): boolean | null {
  if (answers.some((isFree) => isFree === false)) return false;
  return answers.length > 0 && answers.every((isFree) => isFree === true) ? true : null;
}
