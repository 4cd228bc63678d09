import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBrowser } from './chromium.ts';
import { employerSettings } from './employer.ts';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    hubUrl: string;
    /** Where the employer's sign-in service stands, when a journey starts it. */
    employerPort: number;
    browserEndpoint: string;
  }
}

interface RunningHub {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The hub as a stranger starts it: built, with its own database and seeds, in a folder that goes afterwards. `HUB_URL`
 * names one that runs already, while journeys are written.
 */
async function startHub(employerPort: number): Promise<RunningHub> {
  const running = process.env['HUB_URL'];
  if (running) return { url: running, close: () => Promise.resolve() };
  const folder = await mkdtemp(path.join(tmpdir(), 'kotoverkko-journeys-'));
  const port = await freePort();
  const main = path.resolve(import.meta.dirname, '../../api/dist/main.js');
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      NODE_ENV: '',
      PORT: String(port),
      DATA_DIR: path.join(folder, 'data'),
      RATE_LIMIT_PER_ADDRESS: '100000',
      OIDC_PROVIDERS: employerSettings(employerPort),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += String(chunk);
      if (output.includes('is open at')) resolve();
    });
    child.once('exit', () => reject(new Error(`The hub did not start:\n${output}`)));
  });
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const employerPort = await freePort();
  const [hub, browser] = await Promise.all([startHub(employerPort), startBrowser()]);
  provide('hubUrl', hub.url);
  provide('employerPort', employerPort);
  provide('browserEndpoint', browser.endpoint);
  return async () => {
    await browser.close();
    await hub.close();
  };
};
