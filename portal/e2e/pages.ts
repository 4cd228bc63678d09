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
const oppositeOf = ({ language, width, colorScheme }: View): View[] =>
  views.filter(
    (other) => other.language !== language && other.width !== width && other.colorScheme !== colorScheme,
  );

/**
 * The views in which the page with this number is looked at: all eight in `npm run test:long`; in `npm test` one of
 * each language, opposite in width and colours, in turn, so that neighbours cover all eight.
 */
export function viewsOf(number: number): readonly View[] {
  if (process.env['TEST_LONG'] === '1') return views;
  const english = views.filter(({ language }) => language === 'en');
  return english
    .slice(number % english.length)
    .slice(0, 1)
    .flatMap((view) => [view, ...oppositeOf(view)]);
}

/** A page without a finding of axe in this view, that scrolls sideways in none of the widths. */
export async function expectSound(page: Page, { width, colorScheme }: View): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  // A colour half-way through its transition is nobody's contrast.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expectAccessible(page);
  for (const other of widths) {
    await page.setViewportSize({ width: other, height: 800 });
    await expectNoOverflow(page);
  }
}

/** Opens each page in its views and looks at it. */
export async function lookAt(page: Page, paths: readonly string[]): Promise<void> {
  for (const [number, path] of paths.entries()) {
    for (const view of viewsOf(number)) {
      const response = await page.goto(`/${view.language}${path}`);
      expect.soft(response?.status(), `/${view.language}${path}`).toBe(200);
      await expectSound(page, view);
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
