import { expect, it } from 'vitest';
import { signInAs, useBrowser } from '../browser.ts';
import { openDate } from '../hub.queries.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const words = wordsIn('en');
// The scan needs scripts itself; the other journeys scan the same pages.
const withoutScript = { locale: 'en', javaScriptEnabled: false, viewport: { width: 360, height: 740 } };

it('narrows the list, gives a place and takes it back without a script', async () => {
  const date = await openDate(browser.url, 'en');
  const page = await browser.visitor(withoutScript);
  await page.goto('/en');
  await page.getByText(words('public_filters'), { exact: true }).click();
  await page.getByRole('searchbox', { name: words('public_filter_text') }).fill(date.offering.title);
  await page.getByRole('button', { name: words('public_filter_show') }).click();
  await page.waitForURL(/text=/);

  await page.locator(`main a[href^="/en/offerings/${date.offering.id}"]`).first().click();
  await page.locator(`a[href="/en/occurrences/${date.id}"]`).first().click();
  await page.waitForURL(`**/en/occurrences/${date.id}`);
  await page.getByRole('textbox', { name: words('public_first_name') }).fill('Olena');
  await page.getByRole('textbox', { name: words('public_contact') }).fill('not an address');
  await page.getByRole('button', { name: words('public_sign_up') }).click();
  await page.getByText(words('public_contact_malformed')).first().waitFor();
  expect(await page.getByRole('textbox', { name: words('public_first_name') }).inputValue()).toBe('Olena');

  await page.getByRole('textbox', { name: words('public_contact') }).fill('+358 50 123 4567');
  await page.getByRole('button', { name: words('public_sign_up') }).click();
  await page.waitForURL(/\/en\/sign-ups\//);
  await page.getByText(words('public_place_confirmed_title')).waitFor();
  await page.getByRole('link', { name: words('public_place_cancel') }).click();
  await page.getByRole('button', { name: words('public_place_cancel_yes') }).click();
  await page.getByText(words('public_place_cancelled_title')).waitFor();
});

it('signs a caseworker in and shows the desk without a script', async () => {
  const page = await browser.visitor(withoutScript);
  await signInAs(page, 'en', 'caseworker');
  await page.goto('/en/caseworker');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('link', { name: words('caseworker_my_clients') }).count()).toBeGreaterThan(0);
});
