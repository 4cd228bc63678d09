import { isObject, type JsonObject, listOf, parseJson, stringOf } from './json-value.ts';

/** An id as the interface writes it: `data_source:id`. */
const ID = /^[A-Za-z0-9][\w.-]{0,49}:[\w.:-]{1,150}$/;

/** The id of an object, its own or the last step of its address: `…/place/tprek:15417/` → `tprek:15417`. */
export function idsOf(object: JsonObject): string[] {
  const address = stringOf(object, '@id');
  const step = address?.replace(/\/$/, '').split('/').at(-1) ?? null;
  return [stringOf(object, 'id'), step].filter((id) => id !== null).filter((id) => ID.test(id));
}

/** The last step of an address, of any form: `…/language/fi/` → `fi`. */
export function lastStepOf(object: JsonObject): string | null {
  const address = stringOf(object, '@id');
  return address?.replace(/\/$/, '').split('/').at(-1) ?? stringOf(object, 'id');
}

/** Objects of a side file by each of their ids: a page of the interface, a bare list or a keyword set. */
export function indexOf(text: string | undefined): ReadonlyMap<string, JsonObject> {
  const index = new Map<string, JsonObject>();
  const document = text === undefined ? null : parseJson(text);
  for (const item of itemsOf(document)) {
    if (!isObject(item)) continue;
    for (const id of idsOf(item)) index.set(id, item);
  }
  return index;
}

function itemsOf(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document;
  if (!isObject(document)) return [];
  return [...listOf(document, 'data'), ...listOf(document, 'keywords')];
}
