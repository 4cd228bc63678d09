import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { expectQuiet, useBrowser } from '../browser.ts';
import { openDate } from '../hub.queries.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const words = wordsIn('ar');
const address = `noor-${Date.now()}@example.org`;
const phone = { locale: 'ar', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

it('lets an Arabic speaker with a phone find a group, take a place and give it back', async () => {
  const date = await openDate(browser.url, 'ar');
  const page = await browser.visitor(phone);

  // The browser's language leads to the pages in it, mirrored.
  await page.goto('/');
  expect(new URL(page.url()).pathname).toBe('/ar');
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await expectAccessible(page);

  // The list, narrowed to one title.
  await page.getByText(words('public_filters'), { exact: true }).click();
  await page.getByRole('searchbox', { name: words('public_filter_text') }).fill(date.offering.title);
  await expectAccessible(page);
  await page.getByRole('button', { name: words('public_filter_show') }).click();
  await page.waitForURL(/text=/);
  await expectAccessible(page);

  // The offering, and the date one can come on.
  await page.locator(`main a[href^="/ar/offerings/${date.offering.id}"]`).first().click();
  await page.waitForURL(new RegExp(`/ar/offerings/${date.offering.id}`));
  await expectAccessible(page);
  await page.locator(`a[href="/ar/occurrences/${date.id}"]`).first().click();
  await page.waitForURL(`**/ar/occurrences/${date.id}`);
  await expectAccessible(page);

  // Without an answer nothing is taken, and the page says what is missing.
  await page.getByRole('textbox', { name: words('public_first_name') }).fill('نور');
  await page.getByRole('button', { name: words('public_sign_up') }).click();
  await page.getByText(words('ui_answer_missing')).first().waitFor();
  await expectAccessible(page);
  expect(await page.getByRole('textbox', { name: words('public_first_name') }).inputValue()).toBe('نور');

  await page.getByRole('textbox', { name: words('public_contact') }).fill(address);
  await page.getByRole('button', { name: words('public_sign_up') }).click();
  await page.waitForURL(/\/ar\/sign-ups\/[^/]+$/);
  await page.getByText(words('public_place_confirmed_title')).waitFor();
  const code = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  // In groups of four, to be read aloud or typed.
  const shown = (await page.getByRole('code').innerText()).replaceAll(/\s/g, '');
  expect(shown).toBe(code);
  await expectAccessible(page);
  const placeUrl = page.url();

  // The mail with the way back to the place is there in a moment.
  const mail = page.getByRole('article').filter({ hasText: address });
  await expect
    .poll(
      async () => {
        await page.goto('/ar/demo/mail');
        return mail.count();
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBe(1);
  await expectAccessible(page);
  const link = await mail.getByRole('link').first().getAttribute('href');
  expect(new URL(link ?? '', browser.url).pathname).toBe(new URL(placeUrl).pathname);

  await page.goto(new URL(link ?? '', browser.url).pathname);
  await page.getByRole('link', { name: words('public_place_cancel') }).click();
  await page.waitForURL(/\/cancel$/);
  await expectAccessible(page);
  await page.getByRole('button', { name: words('public_place_cancel_yes') }).click();
  await page.getByText(words('public_place_cancelled_title')).waitFor();
  await expectAccessible(page);
  expectQuiet(page);
});
