import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './accessibility.ts';

/** Each language in both widths, and light and dark once in each. */
const views = {
  en: [
    { width: 360, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ],
  ar: [
    { width: 360, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
  ],
} as const;

/** A page without a finding of axe, in each view of its language. */
export async function expectSound(page: Page, language: keyof typeof views): Promise<void> {
  for (const { width, colorScheme } of views[language]) {
    await page.setViewportSize({ width, height: 800 });
    // A colour half-way through its transition is nobody's contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
}

/** Opens each page once in each language and looks at it in each view. */
export async function lookAt(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (const language of ['en', 'ar'] as const) {
      const response = await page.goto(`/${language}${path}`);
      expect.soft(response?.status(), `/${language}${path}`).toBe(200);
      await expectSound(page, language);
    }
  }
}

/** The path, without its language, of the first link on a page that looks like this. */
export async function firstLink(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(`/en${path}`);
  const hrefs = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const found = hrefs.find((href) => pattern.test(href));
  if (!found) throw new Error(`No link like ${pattern} on ${path}`);
  return found.replace(/^\/en/, '').replace(/[?#].*$/, '');
}
