// Work with reload: http://localhost:3000 is the portal's development server, which asks the API behind it; a change
// in api/ builds and starts the API anew, a change in portal/ shows at once.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const port = Number(process.env.PORT ?? 3000);
const apiPort = port + 1;
const children = new Set();

const start = (cwd, command, words, env = {}) => {
  const child = spawn(command, words, {
    cwd: path.join(root, cwd),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
};

const first = spawnSync('vite', ['build', '--logLevel', 'warn'], {
  cwd: path.join(root, 'api'),
  stdio: 'inherit',
});
if (first.status !== 0) process.exit(first.status ?? 1);

// Mail links lead to the portal; its server is the one proxy that says who visits.
const apiEnv = {
  PORT: String(apiPort),
  PORTAL: '0',
  PUBLIC_URL: `http://localhost:${port}`,
  TRUST_PROXY: '1',
  DATA_DIR: path.resolve(root, process.env.DATA_DIR ?? '.data'),
};
let api = start('.', process.execPath, ['api/dist/main.js'], apiEnv);

/** One at a time: the database admits no second API while the first still holds it. */
let isRestarting = false;
const restart = () => {
  if (isRestarting) return;
  isRestarting = true;
  const again = () => {
    isRestarting = false;
    api = start('.', process.execPath, ['api/dist/main.js'], apiEnv);
  };
  if (api.exitCode !== null) return again();
  api.once('exit', again);
  api.kill('SIGTERM');
};

start('api', 'vite', ['build', '--watch', '--logLevel', 'warn']);
start('portal', 'vite', ['dev', '--port', String(port), '--strictPort'], {
  API_URL: `http://localhost:${apiPort}/graphql`,
});

let timer;
let isFirstBuild = true;
watch(path.join(root, 'api/dist'), (_event, name) => {
  if (name !== 'main.js' || !existsSync(path.join(root, 'api/dist/main.js'))) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    // The watcher builds once when it starts: that is what runs already.
    if (isFirstBuild) isFirstBuild = false;
    else restart();
  }, 300);
});

const stop = () => {
  for (const child of children) child.kill('SIGTERM');
  // The portal's server waits for browsers that hold a connection; the API stops its database in less time than this.
  setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
    process.exit(0);
  }, 5_500);
  if (children.size === 0) process.exit(0);
  for (const child of children) child.once('exit', () => children.size === 0 && process.exit(0));
};
// npm hands a signal to the shell between it and us, and that shell keeps it (see start.mjs).
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 500).unref();
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
