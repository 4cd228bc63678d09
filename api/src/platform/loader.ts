import DataLoader from 'dataloader';
import type { Hub } from './hub.ts';
import type { Viewer } from './policy/viewer.ts';

type Key = string;

/** A batched read: ids in, one value per id out, in one statement, with the viewer's rights. */
export interface LoaderDefinition<Value> {
  readonly batch: (hub: Hub, viewer: Viewer, keys: readonly Key[]) => Promise<readonly Value[]>;
}

export const defineLoader = <Value>(batch: LoaderDefinition<Value>['batch']): LoaderDefinition<Value> => ({
  batch,
});

/** Sorts fetched rows back to the asked ids; null where there is none. */
export const byId = <Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] => {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
};

/** Groups fetched rows under the asked ids; an empty list where there are none. */
export const groupedById = <Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] => {
  const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
};

/** The loaders of one request. */
export class Loaders {
  private readonly loaders = new Map<LoaderDefinition<unknown>, DataLoader<Key, unknown>>();

  constructor(
    private readonly hub: Hub,
    private readonly viewer: Viewer,
  ) {}

  load<Value>(definition: LoaderDefinition<Value>, key: Key): Promise<Value> {
    let loader = this.loaders.get(definition);
    if (!loader) {
      loader = new DataLoader((keys) => definition.batch(this.hub, this.viewer, keys));
      this.loaders.set(definition, loader);
    }
    return loader.load(key) as Promise<Value>;
  }
}
