// Builds the benches and runs them: npm run bench, or npm run bench -- browse
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
process.chdir(root);

const build = spawnSync(
  'vite',
  ['build', '--ssr', 'bench/main.ts', '--outDir', 'dist/bench', '--logLevel', 'error'],
  { stdio: 'inherit', cwd: path.join(root, 'api') },
);
if (build.status !== 0) process.exit(build.status ?? 1);
await import('../dist/bench/main.js');
