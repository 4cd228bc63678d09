import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const words = wordsIn('en');
const titles = {
  fi: `Iltatee naapurien kanssa ${Date.now()}`,
  en: `Evening tea with neighbours ${Date.now()}`,
};

it('lets a coordinator publish a weekly group in two languages that everybody sees at once', async () => {
  const page = await browser.visitor({ locale: 'en', viewport: { width: 1280, height: 900 } });
  await signInAs(page, 'en', 'coordinator');
  await page.waitForURL(/\/en\/association\/[^/]+$/);
  await expectAccessible(page);
  await page.getByRole('link', { name: words('association_offerings'), exact: true }).click();
  await page.waitForURL(/\/offerings$/);
  await expectAccessible(page);
  await page
    .getByRole('link', { name: words('association_new_offering') })
    .first()
    .click();
  await page.waitForURL(/\/offerings\/new$/);
  await expectAccessible(page);

  // Nothing is published without a title, and what was filled in stays.
  const title = page.getByRole('textbox', { name: words('association_title') });
  const summary = page.getByRole('textbox', { name: words('association_summary') });
  const started = Date.now();
  await page.getByRole('combobox', { name: words('association_text_language') }).selectOption('fi');
  await page.getByRole('combobox', { name: words('association_second_language') }).selectOption('en');
  await summary.nth(0).fill('Teetä ja juttelua suomeksi.');
  await page.getByRole('button', { name: words('association_publish'), exact: true }).click();
  await page.getByText(words('ui_answer_missing')).first().waitFor();
  await expectAccessible(page);
  expect(await summary.nth(0).inputValue()).toBe('Teetä ja juttelua suomeksi.');

  await title.nth(0).fill(titles.fi);
  await title.nth(1).fill(titles.en);
  await summary.nth(1).fill('Tea and talk in easy Finnish.');
  const place = page.getByRole('combobox', { name: words('association_place'), exact: false }).first();
  await place.selectOption({ index: 1 });

  // The preview beside the form, as one writes: both texts and the next ten dates, a week apart.
  const preview = page.locator('#preview');
  const side = preview.or(page.getByRole('complementary')).filter({ hasText: titles.en }).first();
  await side.getByRole('heading', { name: titles.fi }).waitFor();
  await side.getByRole('heading', { name: titles.en }).waitFor();
  expect(await side.getByRole('listitem').count()).toBe(10);
  await expectAccessible(page);
  await title.nth(1).fill(`${titles.en}!`);
  await side.getByRole('heading', { name: `${titles.en}!` }).waitFor();
  await title.nth(1).fill(titles.en);
  await page.getByRole('button', { name: words('association_preview'), exact: true }).click();
  await side.getByRole('heading', { name: titles.en, exact: true }).waitFor();

  await page.getByRole('button', { name: words('association_publish'), exact: true }).click();
  await page.waitForURL(/\/offerings\/[^/]+\?saved/);
  expect(Date.now() - started).toBeLessThan(120_000);
  await page.getByText(words('domain_offering_status_published')).first().waitFor();
  await expectAccessible(page);
  // How fast referrals to it are answered is its own.
  const clocks = await page.goto(`${new URL(page.url()).pathname}/clocks`);
  expect(clocks?.status()).toBe(200);
  await expectAccessible(page);
  expectQuiet(page);

  // Somebody else, at the same moment, each in their language.
  for (const [language, text] of Object.entries(titles)) {
    const reader = await browser.visitor({ locale: language });
    await reader.goto(`/${language}?${new URLSearchParams({ text })}`);
    const row = reader.getByRole('heading', { name: text }).getByRole('link');
    // A series stands once, with its next date.
    expect(await row.count()).toBe(1);
    await row.first().click();
    await reader.getByRole('heading', { level: 1, name: text }).waitFor();
    await expectAccessible(reader);
    expectQuiet(reader);
  }
});
