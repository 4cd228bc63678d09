import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { startBrowser } from './chromium.ts';

/** Makes the README's picture: the list of what is on, in English, from the hub at `HUB_URL`. */
const hubUrl = process.env['HUB_URL'] ?? 'http://localhost:3000';
const file = path.resolve(import.meta.dirname, '../../api/docs/pictures/home.png');

const started = await startBrowser();
try {
  const browser = await chromium.connect(started.endpoint);
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(`${hubUrl}/en`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  await browser.close();
} finally {
  await started.close();
}
process.stdout.write(`${file}\n`);
