import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

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

/** The browser of an npm package, or the one that CHROME_PATH names. */
const executable = async (): Promise<string> => {
  const named = process.env['CHROME_PATH'];
  if (named) return named;
  // The package brings its own shared libraries only where it believes to run on such a machine.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  process.env['TMPDIR'] = mkdtempSync(path.join(tmpdir(), 'kotoverkko-chromium-'));
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
};

export class TestBrowser {
  private browser: Browser | undefined;
  readonly url = inject('hubUrl');

  async start(): Promise<void> {
    this.browser = await chromium.launch({ executablePath: await executable(), args: launchArguments });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
  }

  /** A fresh visitor; console errors and failed scripts fail the test that asks `expectQuiet`. */
  async visitor(options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.browser) throw new Error('The browser is not started');
    const context = await this.browser.newContext({ baseURL: this.url, ...options });
    return context.newPage();
  }
}

/** A browser for a spec file. */
export const useBrowser = (): TestBrowser => {
  const browser = new TestBrowser();
  beforeAll(() => browser.start());
  afterAll(() => browser.stop());
  return browser;
};

/** No violation of WCAG 2.2 A and AA on the page as it stands, and nothing that makes it scroll sideways. */
export const expectAccessible = async (page: Page): Promise<void> => {
  // A devtools evaluation, not a script of the page: the content security policy stays as it is.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const result = await tool.run(document, { runOnly: { type: 'tag', values: tags } });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
  expect(violations, page.url()).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `sideways overflow of ${page.url()}`).toBeLessThanOrEqual(0);
};

/** Signs in as one of the demo's people, from the sign-in page. */
export const signInAs = async (page: Page, language: string, personKey: string): Promise<void> => {
  await page.goto(`/${language}/sign-in`);
  await page.locator(`button[value="${personKey}"]`).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
};
