import { expect, it } from 'vitest';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { languages } from '../../src/lib/i18n/languages.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();

it('prints each of the 43 moves of a referral in the manual, in every language', async () => {
  const page = await browser.visitor();
  for (const { tag } of languages) {
    await page.goto(`/${tag}/manual/referrals`);
    await page.getByRole('heading', { level: 1, name: wordsIn(tag)('caseload_manual_title') }).waitFor();
    expect(await page.locator('main [data-move]').count()).toBe(43);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(14);
  }
  expectQuiet(page);
});

it('walks a caseworker’s list by keys, shows them, and lets them be turned off', async () => {
  const words = wordsIn('en');
  const page = await browser.visitor();
  await signInAs(page, 'en', 'caseworker');
  await page.goto('/en/caseworker/referrals');
  const help = page.getByText(words('caseload_keys_title'), { exact: true });
  await help.waitFor();
  const links = page.getByRole('main').getByRole('listitem').getByRole('heading').getByRole('link');
  const isFocused = (at: number): Promise<boolean> =>
    links.nth(at).evaluate((link) => link === document.activeElement);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await isFocused(1)).toBe(true);
  await page.keyboard.press('k');
  expect(await isFocused(0)).toBe(true);
  await page.keyboard.press('?');
  const toggle = page.getByRole('checkbox', { name: words('caseload_keys_on') });
  await toggle.uncheck();
  await page.keyboard.press('j');
  expect(await toggle.evaluate((box) => box === document.activeElement)).toBe(true);
  await page.reload();
  await help.click();
  expect(await toggle.isChecked()).toBe(false);
  await toggle.check();
  await links.first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}/);
  expectQuiet(page);
});

it('has a colleague stand in, and ends it before its day', async () => {
  const words = wordsIn('en');
  const page = await browser.visitor();
  await signInAs(page, 'en', 'caseworker');
  await page.goto('/en/caseworker/team');

  await page.getByText(words('caseload_delegate'), { exact: true }).first().click();
  await page.getByLabel(words('caseload_colleague')).first().selectOption({ index: 1 });
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(words('caseload_starts_on')).first().fill(day);
  await page.getByLabel(words('caseload_ends_on')).first().fill(day);
  await page.getByRole('button', { name: words('caseload_delegate') }).click();
  await page.getByText(words('caseload_saved')).waitFor();
  await page.getByRole('button', { name: words('caseload_stand_in_end') }).click();
  await page.getByText(words('caseload_saved')).waitFor();
  expect(await page.getByRole('button', { name: words('caseload_stand_in_end') }).count()).toBe(0);
  expectQuiet(page);
});

it('takes over a client who moves here, and offers one of its own to another municipality', async () => {
  const words = wordsIn('en');
  const page = await browser.visitor();
  await signInAs(page, 'en', 'caseworker');
  await page.goto('/en/caseworker/moves');
  await page.getByText(words('caseload_move_accept'), { exact: true }).first().click();
  await page.getByRole('button', { name: words('caseload_move_accept') }).click();
  await page.waitForURL(/\/caseworker\/clients\/[0-9a-f-]{36}/);
  await page.getByRole('link', { name: words('caseload_move_client') }).click();
  await page.getByLabel(words('caseload_move_where')).selectOption({ index: 1 });
  await page.getByRole('button', { name: words('caseload_move_show') }).click();
  await page.getByText(words('caseload_move_kind_identity')).waitFor();
  await page.getByLabel(words('caseload_move_told')).check();
  await page.getByRole('button', { name: words('caseload_move_offer') }).click();
  await page.getByText(words('caseload_move_offered')).waitFor();
  await page.getByRole('button', { name: words('caseload_move_cancel') }).click();
  await page.getByText(words('caseload_moves_none')).waitFor();
  expectQuiet(page);
});
