import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectQuiet, useBrowser } from '../browser.ts';
import { openDate } from '../hub.queries.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const words = wordsIn('en');

interface Focus {
  words: string;
  href: string;
  isVisible: boolean;
}

/** Where the focus is: its words, and whether the eye can tell. */
const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element) return { words: '', href: '', isVisible: false };
    const labels = (element as HTMLInputElement).labels ?? [];
    const named = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id));
    const texts = [...labels, ...named, element].map((part) => part?.textContent ?? '');
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const hasOutline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    const isInSight = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    return {
      words: texts.join(' ').replaceAll(/\s+/g, ' ').trim(),
      href: element.getAttribute('href') ?? '',
      isVisible: hasOutline && isInSight,
    };
  });

/** Presses Tab until the focus is there; every stop on the way must show. */
async function tabTo(page: Page, isThere: (focus: Focus) => boolean): Promise<void> {
  for (let stop = 0; stop < 150; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    expect(focus.isVisible, `focus on “${focus.words}” of ${page.url()} shows`).toBe(true);
    if (isThere(focus)) return;
  }
  throw new Error(`Tab never came there on ${page.url()}`);
}

it('gives a place to somebody who has a keyboard alone', async () => {
  const date = await openDate(browser.url, 'en');
  const page = await browser.visitor({ locale: 'en', viewport: { width: 1280, height: 800 } });
  const enter = () => page.keyboard.press('Enter');

  // The first stop leads past the menu.
  await page.goto('/en');
  await tabTo(page, (focus) => focus.words === words('shell_skip'));
  await enter();
  await tabTo(page, (focus) => focus.words.includes(words('public_filter_text')));
  await page.keyboard.type(date.offering.title);
  await enter();
  await page.waitForURL(/text=/);

  await tabTo(page, (focus) => focus.href.startsWith(`/en/offerings/${date.offering.id}`));
  await enter();
  await page.waitForURL(/\/en\/offerings\//);
  await tabTo(page, (focus) => focus.href === `/en/occurrences/${date.id}`);
  await enter();
  await page.waitForURL(/\/en\/occurrences\//);

  await tabTo(page, (focus) => focus.words.includes(words('public_first_name')));
  await page.keyboard.type('Amal');
  await tabTo(page, (focus) => focus.words.includes(words('public_contact')));
  await page.keyboard.type('amal@example.org');
  await tabTo(page, (focus) => focus.words === words('public_sign_up') && focus.href === '');
  await enter();
  await page.waitForURL(/\/en\/sign-ups\//);
  await page.getByText(words('public_place_confirmed_title')).waitFor();
  expectQuiet(page);
});
