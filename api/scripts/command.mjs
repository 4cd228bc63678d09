// Builds the api and runs one of its commands: node api/scripts/command.mjs schema
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
process.chdir(root);

const build = spawnSync('vite', ['build', '--logLevel', 'error'], {
  stdio: 'inherit',
  cwd: path.join(root, 'api'),
});
if (build.status !== 0) process.exit(build.status ?? 1);
await import('../dist/cli.js');
