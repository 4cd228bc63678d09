// Builds what has changed, then runs the hub in this very process, so that signals reach it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
process.chdir(root);

const build = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=stream'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
});
if (build.status !== 0) {
  process.stderr.write('The build failed: run "npm run build" to see why.\n');
  process.exit(build.status ?? 1);
}
// npm hands a signal to the shell between it and us, and that shell keeps it: when the shell is gone, so are we.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start') {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.emit('SIGTERM');
  }, 250);
  watch.unref();
}

await import('../dist/main.js');
