import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Only the rule on locked orientation reads the style sheets once more, and they are the same on every page. */
const preload = process.env['TEST_LONG'] === '1';

async function violationsOn(page: Page): Promise<string[]> {
  // A devtools evaluation, not a script of the page: the content security policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source);
  return page.evaluate(
    async ({ values, preload }) => {
      const { axe: tool } = globalThis as unknown as { axe: typeof axe };
      const result = await tool.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
        preload,
      });
      return result.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 120)} ${JSON.stringify(any[0]?.data ?? null)}`).join(' | ')}`,
      );
    },
    { values: tags, preload },
  );
}

/** By how many CSS px the page is wider than its window. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Nothing on the page makes it scroll sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  expect.soft(await overflowOf(page), `sideways overflow of ${page.url()}`).toBeLessThanOrEqual(0);
}

/** No violation of WCAG 2.2 A and AA on the page as it stands, and nothing that makes it scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  expect.soft(await violationsOn(page), page.url()).toEqual([]);
  await expectNoOverflow(page);
}
