import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const api = path.resolve(import.meta.dirname, '..');
const root = path.resolve(api, '..');
let folder: string;
let rooms: string;

const scaffold = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(api, 'scripts/room.mjs'), ...words], {
    env: { ...process.env, ROOMS_FOLDER: rooms },
    encoding: 'utf8',
  });

/** What TypeScript says of the files in a folder: of those alone, `npm run check` looks at the rest. */
const typeErrorsOf = (made: string): string[] => {
  const config = ts.getParsedCommandLineOfConfigFile(path.join(folder, 'api/tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
    },
  });
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(made));
  expect(files.length).toBeGreaterThan(4);
  return files
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
};

/** A house beside the house: its walls are links to ours, the new room alone is its own. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'kotoverkko-room-')));
  const house = path.join(folder, 'api');
  rooms = path.join(house, 'src/rooms');
  mkdirSync(rooms, { recursive: true });
  for (const name of readdirSync(path.join(api, 'src')).filter((each) => each !== 'rooms'))
    symlinkSync(path.join(api, 'src', name), path.join(house, 'src', name));
  for (const name of readdirSync(path.join(api, 'src/rooms')))
    symlinkSync(path.join(api, 'src/rooms', name), path.join(rooms, name));
  symlinkSync(path.join(api, 'test'), path.join(house, 'test'));
  symlinkSync(path.join(root, 'seeds'), path.join(folder, 'seeds'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(
    path.join(house, 'tsconfig.json'),
    JSON.stringify({
      extends: path.join(root, 'tsconfig.base.json'),
      include: ['src/rooms/open-doors', 'src/vite-env.d.ts', 'test/global-setup.ts'],
    }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run room', () => {
  it('makes a room whose code has no type error, and is formatted', () => {
    expect(scaffold('open-doors')).toMatchObject({ status: 0 });
    const made = path.join(rooms, 'open-doors');
    expect(readdirSync(made)).toContain('open-door.policy.test.ts');
    expect(typeErrorsOf(made)).toEqual([]);
    const form = spawnSync('prettier', ['--config', path.join(root, '.prettierrc.json'), '--check', made], {
      encoding: 'utf8',
      cwd: root,
    });
    expect(form.stderr).toBe('');
  }, 120_000);

  it('overwrites nothing, and asks for a name that can be one', () => {
    expect(scaffold('clients')).toMatchObject({ status: 1 });
    for (const words of [[], ['../x'], ['Rooms'], ['sheep']])
      expect(scaffold(...words), words.join()).toMatchObject({ status: 2 });
  });
});
