export type JsonObject = Readonly<Record<string, unknown>>;

/** Parsed JSON; null for text that is none. `null` itself is no document either. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Also the RangeError of a text nested too deeply.
    return null;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the object itself, never of its prototype. */
export function fieldOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function stringOf(object: JsonObject, name: string): string | null {
  const value = fieldOf(object, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function listOf(object: JsonObject, name: string): readonly unknown[] {
  const value = fieldOf(object, name);
  return Array.isArray(value) ? value : [];
}

/** Absent: an API leaves a field out or sends null for it. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
