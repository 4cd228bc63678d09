import fc from 'fast-check';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../src/context.ts';
import { createFormatError } from '../src/platform/graphql/format-error.ts';
import type { Hub } from '../src/platform/hub.ts';
import { newId } from '../src/platform/ids.ts';
import { anonymousViewer, type Viewer } from '../src/platform/policy/viewer.ts';
import { createSchema } from '../src/schema.ts';
import { accessRoles, type AccessRole } from './access/access.roles.ts';
import { anAccessScene, type AccessScene } from './access/access.scene.ts';
import { useOwnHub } from './harness.ts';
import { longRun } from './long-run.ts';
import { testEnv } from './test-env.ts';
import { WallGenerator, type WallOperation, type WallPool } from './wall/wall.generate.ts';
import { changedTables, rowsAbout } from './wall/wall.rows.ts';
import { disguised, setRowSecurity, withoutPolicies } from './wall/wall.viewers.ts';
import {
  aForeignWorld,
  clientMarker,
  noteMarker,
  officeMarker,
  type ForeignWorld,
} from './wall/wall.world.ts';

const hub = useOwnHub({
  ...testEnv,
  demo: true,
  rateLimit: { ...testEnv.rateLimit, signInPerHour: 1_000_000 },
});
const schema = createSchema();
let scene: AccessScene;
let foreign: ForeignWorld;
let pool: WallPool;

beforeAll(async () => {
  scene = await anAccessScene(hub);
  foreign = await aForeignWorld(hub);
  const own = [
    scene.client.id,
    scene.offeringId,
    scene.draftId,
    scene.occurrenceId,
    scene.association.id,
    scene.municipality.id,
    ...Object.values(scene.referrals).map(({ id }) => id),
  ];
  // Beginnings of the markers: a search finds by them, and who writes one down has written no marker.
  const texts = ['', 'zqxcl', 'wyxno', 'zqxoffi', 'Samira', "'; select 1 --", newId()];
  pool = {
    ids: [...own, ...foreign.ids, ...foreign.ids, newId()],
    texts: [...texts, ...scene.codes],
    guardedRoots: [
      'client',
      'clients',
      'referral',
      'referrals',
      'signUps',
      'people',
      'organisation',
      'offering',
    ],
  };
}, 120_000);

interface Answered {
  readonly text: string;
  readonly hasData: boolean;
}

/** The whole answer as an outsider would read it. */
const ask = async (at: Hub, viewer: Viewer, operation: WallOperation): Promise<Answered> => {
  const contextValue = createContext(at, viewer);
  const { document: source, variables: variableValues } = operation;
  const { data, errors = [] } = await graphql({ schema, source, variableValues, contextValue });
  const format = createFormatError({ log: at.log });
  const text = JSON.stringify({ data, errors: errors.map((error) => format(error.toJSON(), error)) });
  return { text, hasData: Object.values(data ?? {}).some((value) => value !== null) };
};

const viewerOf = (role: AccessRole): Viewer => scene.viewers[role] ?? anonymousViewer();

/** What the network's admin may read: people, invitations and drafts, but no client and nobody who comes. */
const forbiddenTo = (role: AccessRole): RegExp =>
  new RegExp([clientMarker, noteMarker, ...(role === 'admin' ? [] : [officeMarker])].join('|'), 'i');

/** Asks generated queries as everybody of the scene; the share that was answered with something. */
const askMany = async (at: Hub, disguise: (viewer: Viewer) => Viewer, runs: number): Promise<number> => {
  let answered = 0;
  const property = fc.asyncProperty(fc.constantFrom(...accessRoles), fc.gen(), async (role, generate) => {
    const query = new WallGenerator(schema, pool, generate).query();
    const { text, hasData } = await ask(at, disguise(viewerOf(role)), query);
    if (hasData) answered += 1;
    expect(text, `${role} ${query.root}`).not.toMatch(forbiddenTo(role));
  });
  await fc.assert(property, { numRuns: runs, seed: 20_261_124, endOnFailure: true });
  return answered / runs;
};

const runs = longRun(500, 10_000);
const asIs = (viewer: Viewer): Viewer => viewer;

describe('between a region’s organisations', () => {
  it('stands a wall that no query sees through', async () => {
    expect(await askMany(hub.hub, asIs, runs)).toBeGreaterThan(0.15);
  }, 3_600_000);

  it('stands a wall of row-level security alone', async () => {
    expect(await askMany(withoutPolicies(hub), disguised, runs)).toBeGreaterThan(0.15);
  }, 3_600_000);

  it('is no wall for its own people, so that the test can fail', async () => {
    const markers = [clientMarker, noteMarker, officeMarker];
    const seen = new Set<string>();
    const property = fc.asyncProperty(fc.gen(), async (generate) => {
      const query = new WallGenerator(schema, { ...pool, ids: foreign.ids }, generate).query();
      for (const { viewer } of [foreign.caseworker, foreign.coordinator]) {
        const { text } = await ask(hub.hub, viewer, query);
        for (const marker of markers) if (text.includes(marker)) seen.add(marker);
      }
    });
    await fc.assert(property, { numRuns: 200, seed: 20_261_124 });
    expect([...seen].sort()).toEqual([...markers].sort());
  }, 600_000);

  it('stands a wall that no mutation changes anything behind', async () => {
    const before = await rowsAbout(hub, foreign.ids);
    const operations: string[] = [];
    let done = 0;
    const property = fc.asyncProperty(fc.constantFrom(...accessRoles), fc.gen(), async (role, generate) => {
      const mutation = new WallGenerator(schema, pool, generate).mutation();
      operations.push(`${role} ${mutation.root}`);
      const { text, hasData } = await ask(hub.hub, viewerOf(role), mutation);
      if (hasData) done += 1;
      expect(text, `${role} ${mutation.root}`).not.toMatch(forbiddenTo(role));
    });
    await fc.assert(property, { numRuns: longRun(500, 2_000), seed: 20_261_124, endOnFailure: true });
    expect(new Set(operations.map((each) => each.split(' ')[1])).size).toBeGreaterThan(30);
    expect(done).toBeGreaterThan(10);
    expect(await changedTables(hub, foreign.ids, before)).toEqual([]);
  }, 3_600_000);

  describe('with row-level security switched off', () => {
    beforeAll(() => setRowSecurity(hub, false));
    afterAll(() => setRowSecurity(hub, true));

    it('stands a wall of policies alone', async () => {
      expect(await askMany(hub.hub, asIs, runs)).toBeGreaterThan(0.15);
    }, 3_600_000);
  });
});
