import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, expectNoOverflow } from './accessibility.ts';

const languages = ['en', 'ar'] as const;
const widths = [360, 1280];

interface View {
  readonly language: (typeof languages)[number];
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

const views: readonly View[] = languages.flatMap((language) =>
  widths.flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ language, width, colorScheme })),
  ),
);
/**
 * The views in which axe looks at the page with this number: all eight in `npm run test:long`; in `npm test` one, in
 * turn, so that neighbours cover all eight.
 */
export function viewsOf(number: number): readonly View[] {
  if (process.env['TEST_LONG'] === '1') return views;
  return views.slice(number % views.length).slice(0, 1);
}

/** Nothing scrolls sideways, in either width. */
async function expectToFit(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoOverflow(page);
  }
}

/** A page without a finding of axe in this view, that scrolls sideways in none of the widths. */
export async function expectSound(page: Page, { width, colorScheme }: View): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  // A colour half-way through its transition is nobody's contrast.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expectAccessible(page);
  await expectToFit(page);
}

async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect.soft(response?.status(), path).toBe(200);
}

/** Opens each page in its views. */
export async function lookAt(page: Page, paths: readonly string[]): Promise<void> {
  for (const [number, path] of paths.entries())
    for (const view of viewsOf(number)) {
      await open(page, `/${view.language}${path}`);
      await expectSound(page, view);
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
