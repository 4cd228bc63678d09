import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

const troubles = new WeakMap<Page, string[]>();

/** A form that is refused answers 400 with its errors: the browser notes that, and it is as it should be. */
const isRefusedForm = (text: string): boolean =>
  text.startsWith('Failed to load resource') && text.includes('400');

function listen(page: Page): void {
  const heard: string[] = [];
  troubles.set(page, heard);
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusedForm(message.text()))
      heard.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`));
}

export class TestBrowser {
  private browser: Browser | undefined;
  readonly url = inject('hubUrl');

  async start(): Promise<void> {
    this.browser = await chromium.connect(inject('browserEndpoint'));
  }

  async stop(): Promise<void> {
    await this.browser?.close();
  }

  /** A page of a fresh visitor, without cookies; what its console complains of is for `expectQuiet`. */
  async visitor(options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.browser) throw new Error('The browser is not started');
    // A colour half-way through its transition is nobody's contrast.
    const context = await this.browser.newContext({
      baseURL: this.url,
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    listen(page);
    return page;
  }
}

/** A browser for a spec file. */
export function useBrowser(): TestBrowser {
  const browser = new TestBrowser();
  beforeAll(() => browser.start());
  afterAll(() => browser.stop());
  return browser;
}

/** Nothing in the page's console was an error, so far. */
export const expectQuiet = (page: Page): void => expect(troubles.get(page)).toEqual([]);

/** Signs in as one of the demo's people, from the sign-in page. */
export async function signInAs(page: Page, language: string, personKey: string): Promise<void> {
  await page.goto(`/${language}/sign-in`);
  await page.locator(`button[name="personKey"][value="${personKey}"]`).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}
