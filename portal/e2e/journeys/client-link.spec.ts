import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { referralTarget } from '../hub.queries.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const words = wordsIn('en');
const persian = wordsIn('fa');
const desk = { locale: 'en', viewport: { width: 1280, height: 900 } };
const phone = { locale: 'fa', viewport: { width: 360, height: 740 } };
const givenName = `Parvaneh${Date.now()}`;

const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });
const act = (page: Page, key: string) => page.getByRole('button', { name: persian(key), exact: true });

async function aClient(page: Page): Promise<string> {
  await page.goto('/en/caseworker/clients/new');
  await page.getByRole('textbox', { name: words('caseworker_given_name') }).fill(givenName);
  await page.getByRole('radio', { name: words('domain_contact_phone') }).check();
  await page.getByRole('textbox', { name: words('caseworker_contact') }).fill('+358 50 765 4399');
  await page
    .getByRole('combobox', { name: words('caseworker_municipality'), exact: true })
    .selectOption('167');
  await page
    .getByRole('combobox', { name: words('caseworker_best_language'), exact: true })
    .selectOption('fa');
  await page.locator('[name="finnishLevel"]').selectOption('A1');
  await page
    .getByRole('combobox', { name: words('caseworker_age'), exact: true })
    .selectOption('FROM_30_TO_49');
  await button(page, 'caseworker_save_client').click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Asks the client of a new referral by a link; gives the referral's id and the link. */
async function askByLink(page: Page, clientPath: string, offeringId: string): Promise<[string, string]> {
  // What was chosen before the page woke stays chosen.
  let wake = (): void => undefined;
  const woken = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/*.js', (route) => woken.then(() => route.continue()));
  await page.goto(`${clientPath}/refer?offering=${offeringId}`, { waitUntil: 'commit' });
  const need = page.getByRole('combobox', { name: words('caseworker_need'), exact: true });
  await need.selectOption('COMPANY');
  const urgent = page.locator('[name="priority"][value="URGENT"]');
  await urgent.check();
  const languages = page.locator('[name="told"][value="LANGUAGES"]');
  await languages.uncheck();
  wake();
  await page.waitForLoadState('networkidle');
  await page.unroute('**/*.js');
  expect(await Promise.all([need.inputValue(), urgent.isChecked(), languages.isChecked()])).toEqual([
    'COMPANY',
    true,
    false,
  ]);
  await button(page, 'caseworker_ask_first').click();
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.locator('summary', { hasText: words('caseworker_link_ask') }).click();
  await button(page, 'caseworker_link_make').click();
  const link = await page.getByLabel(words('caseworker_link_address'), { exact: true }).inputValue();
  await page.getByRole('img', { name: words('caseworker_link_qr') }).waitFor();
  await expectAccessible(page);
  return [id, new URL(link).pathname];
}

it('lets a Persian speaker with a phone say yes, look and stop, and takes the name from the association', async () => {
  const target = await referralTarget(browser.url, 'coordinator', 'en');
  const page = await browser.visitor(desk);
  await signInAs(page, 'en', 'caseworker');
  await page.waitForURL(/\/en\/caseworker$/);
  const [id, link] = await askByLink(page, await aClient(page), target.id);
  expect(link).toMatch(/^\/fa\/i\/[\w-]{43}$/);

  // The client's phone, without JavaScript and without an account.
  const client = await browser.visitor({ ...phone, javaScriptEnabled: false });
  const answer = await client.goto(link);
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  });
  expect(await client.title()).toBe(persian('link_title'));
  expect(await client.content()).not.toContain(givenName);
  await client.getByText(target.organisation).first().waitFor();
  await act(client, 'link_yes').click();
  await client.getByRole('heading', { name: persian('link_step_received') }).waitFor();

  const receiver = await browser.visitor(desk);
  await signInAs(receiver, 'en', 'coordinator');
  await receiver.goto(`/en/referrals/${id}`);
  await button(receiver, 'caseworker_accept').click();
  await receiver.getByText(givenName).waitFor();

  const look = await browser.visitor(phone);
  await look.goto(link);
  await look.getByRole('heading', { name: persian('link_step_accepted') }).waitFor();
  await expectAccessible(look);
  await look.getByRole('link', { name: persian('looks_title') }).click();
  await look.getByRole('heading', { level: 1, name: persian('looks_title') }).waitFor();
  const looks = look.getByRole('listitem').filter({ hasText: target.organisation });
  await looks
    .filter({ hasText: persian('domain_role_coordinator') })
    .first()
    .waitFor();
  await expectAccessible(look);
  await look.getByRole('link', { name: persian('looks_back') }).click();
  await look.getByRole('heading', { name: persian('link_step_accepted') }).waitFor();
  // One tap leaves for a neutral page, and "back" does not lead here again.
  await look.route('https://www.ilmatieteenlaitos.fi/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  const before = await look.evaluate(() => history.length);
  await look.getByRole('link', { name: persian('link_exit') }).click();
  await look.waitForURL('https://www.ilmatieteenlaitos.fi/');
  expect(await look.evaluate(() => history.length)).toBe(before);

  // On a slow line the page wakes up after it was tapped: what was opened stays open.
  await look.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await look.goto(link, { waitUntil: 'commit' });
  await look.locator('summary', { hasText: persian('link_stop') }).click();
  await look.waitForLoadState('networkidle');
  await look.unroute('**/*.js');
  await expectAccessible(look);
  await act(look, 'link_stop_sure').click();
  await look.getByRole('heading', { name: persian('link_done_stopped') }).waitFor();
  await expectAccessible(look);

  await receiver.goto(`/en/referrals/${id}`);
  expect(await receiver.content()).not.toContain(givenName);
  await page.goto(`/en/referrals/${id}`);
  await page.getByText(words('domain_referral_consent_revoked')).first().waitFor();
  expectQuiet(look);
  expectQuiet(page);

  // What is over and what never was look the same.
  for (const address of [link, `/fa/i/${'A'.repeat(43)}`]) {
    expect((await look.goto(address))?.status()).toBe(404);
    await look.getByRole('heading', { name: persian('link_closed_heading') }).waitFor();
    await expectAccessible(look);
  }
});
