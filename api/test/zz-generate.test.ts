import { writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { createSchema } from '../src/schema.ts';
import { accessRoles } from './access/access.roles.ts';
import { accessFieldsOf } from './access/access.fields.ts';
import { accessQuestions } from './access/access.questions.ts';
import { anAccessScene, type AccessScene } from './access/access.scene.ts';
import { walk } from './access/access.walk.ts';
import { useHub } from './harness.ts';
import { testEnv } from './test-env.ts';

const hub = useHub({ ...testEnv, demo: true });
let scene: AccessScene;
beforeAll(async () => { scene = await anAccessScene(hub); });
it('generates', async () => {
  const schema = createSchema();
  const all: Record<string, Record<string, string>> = {};
  for (const role of accessRoles) {
    const t = Date.now();
    const { sightings, failures } = await walk(hub, schema, scene.viewers[role], accessQuestions(scene));
    console.log(role, Date.now() - t, 'ms', [...new Set(failures)].slice(0, 20));
    all[role] = Object.fromEntries(sightings);
  }
  const lines = accessFieldsOf(schema).map((field) => [field, ...accessRoles.map((role) => all[role]?.[field] ?? '-')].join(','));
  writeFileSync('/tmp/access-raw.csv', lines.join('\n') + '\n');
  expect(lines.length).toBeGreaterThan(100);
}, 300000);
