// Everything a change must pass; with a path, the tests there alone.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

process.chdir(path.resolve(import.meta.dirname, '../..'));
const paths = process.argv.slice(2);

const run = (command, ...words) => {
  const { status } = spawnSync(command, words, {
    stdio: 'inherit',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
};

if (paths.length === 0) run('npm', 'run', 'check');
if (paths.length === 0 || paths.some((each) => each.includes('portal')))
  run('turbo', 'run', 'build', '--output-logs=errors-only');
run('vitest', 'run', ...paths);
