import { type EventProblems, quoted } from './event.problems.ts';
import { isObject, type JsonObject, listOf } from './json-value.ts';
import { idsOf } from './linked-events.references.ts';

const YSO_ID = /^yso:(p\d{1,9})$/;
const MAXIMUM_KEYWORDS = 100;

/**
 * YSO URIs of a field's keywords, in order, each once. A keyword of a city's own list counts where it or the side
 * file points to its YSO concept; of the others one problem tells.
 */
export function readKeywords(
  event: JsonObject,
  field: string,
  known: ReadonlyMap<string, JsonObject>,
  problems: EventProblems,
): string[] {
  const uris = new Set<string>();
  const unknown: string[] = [];
  for (const keyword of listOf(event, field).slice(0, MAXIMUM_KEYWORDS)) {
    const ids = isObject(keyword) ? idsOf(keyword) : [];
    const listed = ids.map((id) => known.get(id)).filter((item) => item !== undefined);
    const concept = conceptOf([...ids, ...listed.flatMap(idsOf)]);
    if (concept === null) unknown.push(ids[0] ?? 'without id');
    else uris.add(`http://www.yso.fi/onto/yso/${concept}`);
  }
  if (unknown.length > 0) {
    const names = quoted(unknown.join(', '));
    problems.note(field, 'KEYWORD_UNKNOWN', `${field} has keywords outside YSO, ${names}; left out.`);
  }
  return [...uris];
}

function conceptOf(ids: string[]): string | null {
  for (const id of ids) {
    const concept = YSO_ID.exec(id)?.[1];
    if (concept !== undefined) return concept;
  }
  return null;
}
