import type { ManualClock } from '../api/src/platform/clock.ts';
import type { Hub } from '../api/src/platform/hub.ts';
import { systemViewer, type Viewer } from '../api/src/platform/policy/viewer.ts';

/** Content keys and the ids they were given. */
export type Ids = ReadonlyMap<string, string>;

/** What every seeding step works with. */
export interface SeedContext {
  readonly hub: Hub;
  /** The hub's own clock: each step sets it to the day on which things happened. */
  readonly clock: ManualClock;
  /** The seed day in the region's calendar. */
  readonly day: Temporal.PlainDate;
}

/** Seeds act as the system, except where a service asks for a person. */
export const seedViewer: Viewer = systemViewer('seed');

/** The id of a key; content is checked by its own tests, so a missing one is a bug. */
export const idOf = (ids: Ids, key: string): string => {
  const id = ids.get(key);
  if (!id) throw new Error(`Seed content names ${key}, which was not entered`);
  return id;
};

/** One row of the content by its key. */
export const byKey = <Row extends { readonly key: string }>(rows: readonly Row[], key: string): Row => {
  const row = rows.find((each) => each.key === key);
  if (!row) throw new Error(`Seed content names ${key}, which does not exist`);
  return row;
};

/** As whom a person of the content asks. */
export const viewerFor = (viewers: ReadonlyMap<string, Viewer>, key: string): Viewer => {
  const viewer = viewers.get(key);
  if (!viewer) throw new Error(`Seed content names ${key}, who has no account`);
  return viewer;
};
