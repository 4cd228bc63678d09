import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';

/** Not the package's own arguments: those switch web security off, and the strict policy of the pages is tried too. */
const launchArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of an npm package, unpacked into the folder, or the one that `CHROME_PATH` names. */
async function executable(folder: string): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) return named;
  // The package brings its own shared libraries only where it believes to run on such a machine.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  process.env['TMPDIR'] = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  const file = await packaged.executablePath();
  await settleFonts(path.join(folder, 'fonts'));
  return file;
}

/** The package looks for its fonts in /tmp, whatever folder they are in; without any font a form field ends the browser. */
async function settleFonts(folder: string): Promise<void> {
  await writeFile(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}-cache</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_PATH'] = folder;
}

export interface RunningBrowser {
  /** Where `chromium.connect` finds it. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts one browser for everybody who connects; closing it removes what was unpacked. */
export async function startBrowser(): Promise<RunningBrowser> {
  const before = process.env['TMPDIR'];
  const folder = await mkdtemp(path.join(tmpdir(), 'kotoverkko-browser-'));
  const server: BrowserServer = await chromium.launchServer({
    executablePath: await executable(folder),
    args: launchArguments,
  });
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  return {
    endpoint: server.wsEndpoint(),
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
