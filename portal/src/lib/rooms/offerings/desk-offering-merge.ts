import type { OfferingValues, TextValues } from './desk-offering-values.ts';

/** A control whose value two editors changed, each in another way. */
export interface MergeConflict {
  control: string;
  theirs: string;
}

export interface Merged {
  values: OfferingValues;
  conflicts: MergeConflict[];
}

const textNames = ['title', 'summary', 'description'] as const;
/** Are sent together or not at all: see `changeTimes`. */
const timeNames: readonly string[] = [
  'repeats',
  'weekdays',
  'intervalWeeks',
  'firstOn',
  'startTime',
  'durationMinutes',
  'untilOn',
];

type Value = string | boolean | string[];

/** Both editors' additions stand, and both's removals. */
function mergeList(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const removed = base.filter((item) => !mine.includes(item));
  const added = mine.filter((item) => !base.includes(item));
  return [...new Set([...theirs.filter((item) => !removed.includes(item)), ...added])];
}

/** What both began with, what this editor wrote and what the other one saved: mine stands only where I wrote. */
function mergeValue(base: Value, mine: Value, theirs: Value): { value: Value; isConflict: boolean } {
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs))
    return { value: mergeList(base, mine, theirs), isConflict: false };
  if (mine === base) return { value: theirs, isConflict: false };
  return { value: mine, isConflict: theirs !== base && theirs !== mine };
}

const textIn = (texts: readonly TextValues[], language: string): TextValues =>
  texts.find((text) => text.language === language) ?? { language, title: '', summary: '', description: '' };

interface MergedTexts {
  texts: TextValues[];
  conflicts: MergeConflict[];
}

function mergeTexts(
  base: readonly TextValues[],
  mine: readonly TextValues[],
  theirs: readonly TextValues[],
): MergedTexts {
  const known = new Set([...mine, ...base].map(({ language }) => language));
  const added = theirs.filter(({ language }) => !known.has(language));
  const conflicts: MergeConflict[] = [];
  const texts = [...mine, ...added].map((text, index) => {
    const merged = { ...text };
    for (const name of added.includes(text) ? [] : textNames) {
      const now = textIn(theirs, text.language)[name];
      const { value, isConflict } = mergeValue(textIn(base, text.language)[name], text[name], now);
      merged[name] = String(value);
      if (isConflict) conflicts.push({ control: `${name}-${index}`, theirs: now });
    }
    return merged;
  });
  return { texts, conflicts };
}

/**
 * Two editors' work on one offering, field by field: whoever changed a field has it; where both did, this editor's
 * stands and the other's is told. Times go together: mine if I change them, else theirs.
 */
export function mergeOffering(base: OfferingValues, mine: OfferingValues, theirs: OfferingValues): Merged {
  const { texts, conflicts } = mergeTexts(base.texts, mine.texts, theirs.texts);
  const values: OfferingValues = { ...theirs, texts, changeTimes: mine.changeTimes };
  for (const name of Object.keys(theirs) as (keyof OfferingValues)[]) {
    if (name === 'texts' || name === 'changeTimes') continue;
    if (timeNames.includes(name) && mine.changeTimes) {
      Object.assign(values, { [name]: mine[name] });
      const isTheirs = name === 'firstOn' && timeNames.some((time) => differs(base, theirs, time));
      if (isTheirs) conflicts.push({ control: name, theirs: `${theirs.firstOn} ${theirs.startTime}` });
      continue;
    }
    const { value, isConflict } = mergeValue(base[name], mine[name], theirs[name]);
    Object.assign(values, { [name]: value });
    if (isConflict) conflicts.push({ control: name, theirs: String(theirs[name]) });
  }
  return { values, conflicts };
}

const differs = (one: OfferingValues, other: OfferingValues, name: string): boolean =>
  String(one[name as keyof OfferingValues]) !== String(other[name as keyof OfferingValues]);

/** What a form began with, as it sent it back; `undefined` where it is not what a form sends. */
export function baseOf(sent: string): OfferingValues | undefined {
  try {
    const base: unknown = JSON.parse(sent);
    return typeof base === 'object' && base !== null && 'texts' in base && Array.isArray(base.texts)
      ? (base as OfferingValues)
      : undefined;
  } catch {
    return undefined;
  }
}
