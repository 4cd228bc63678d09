// Everything a change must pass; with a path, the tests there alone; with --long, generated tests in their full size.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

process.chdir(path.resolve(import.meta.dirname, '../..'));
const words = process.argv.slice(2);
const isLong = words.includes('--long');
const paths = words.filter((word) => word !== '--long');

const run = (command, ...rest) => {
  const { status } = spawnSync(command, rest, {
    stdio: 'inherit',
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      ...(isLong && { TEST_LONG: '1' }),
    },
  });
  if (status !== 0) process.exit(status ?? 1);
};

if (paths.length === 0 && !isLong) run('npm', 'run', 'check');
if (paths.length === 0 || paths.some((each) => each.includes('portal')))
  run('turbo', 'run', 'build', '--output-logs=errors-only');
run('vitest', 'run', ...paths);
