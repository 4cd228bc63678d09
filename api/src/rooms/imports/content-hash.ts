import { createHash } from 'node:crypto';
import type { ImportedEvent } from './import-source.ts';

/** The hash by which an unchanged event is known; the order of keys does not count, the order of lists does. */
export function contentHashOf(content: Omit<ImportedEvent, 'contentHash'>): string {
  const text = JSON.stringify(content, (_key, value: unknown) => withSortedKeys(value));
  return createHash('sha256').update(text).digest('hex');
}

function withSortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
