import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { firstLink, lookAt } from '../pages.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const words = wordsIn('en');
const somali = wordsIn('so');

const officersDesk = async (): Promise<Page> => {
  const page = await browser.visitor({ locale: 'en', viewport: { width: 1280, height: 900 } });
  await signInAs(page, 'en', 'data-protection-officer');
  await page.waitForURL(/\/en\/protection$/);
  return page;
};

it('shows a data-protection officer the desk', async () => {
  const page = await officersDesk();
  const client = await firstLink(page, '/protection', /\/protection\/clients\/[0-9a-f-]{36}/);
  const id = client.split('/').at(-1) ?? '';
  await lookAt(page, [
    '/protection',
    '/protection?show=answered',
    '/protection/clients',
    client,
    `/clients/${id}/export`,
    '/protection/record',
  ]);
  expectQuiet(page);
});

it('lets a client ask on their own page without JavaScript, and the officer answer', async () => {
  // A link of a client, made by their caseworker.
  const desk = await browser.visitor({ locale: 'en', viewport: { width: 1280, height: 900 } });
  await signInAs(desk, 'en', 'caseworker');
  await desk.waitForURL(/\/en\/caseworker$/);
  await desk.goto('/en/caseworker/referrals?tab=open');
  const link = await linkOfSomeReferral(desk);

  const client = await browser.visitor({
    locale: 'so',
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  await client.goto(link.replace(/^\/[a-z]+\//, '/so/'));
  await client.locator('summary', { hasText: somali('link_rights') }).click();
  await client.getByRole('radio', { name: somali('link_request_rectify') }).check();
  await client.getByLabel(somali('link_request_words')).fill('Lambarkeygu wuu isbeddelay.');
  await client.getByRole('button', { name: somali('link_request_send') }).click();
  await client.getByText(somali('link_done_request')).waitFor();

  const page = await officersDesk();
  const request = page.getByRole('listitem').filter({ hasText: 'Lambarkeygu wuu isbeddelay.' });
  await request.getByText(words('protection_channel_link')).waitFor();
  await request.locator('summary', { hasText: words('protection_refuse') }).click();
  await expectAccessible(page);
  await request.getByRole('radio', { name: words('protection_refusal_not_identified') }).check();
  await request.getByRole('button', { name: words('protection_refuse') }).click();
  await page.getByText(words('protection_saved')).waitFor();
  expect(await page.getByText('Lambarkeygu wuu isbeddelay.').count()).toBe(0);
  await page.goto('/en/protection?show=answered');
  await page.getByText(words('protection_refusal_not_identified')).waitFor();
  expectQuiet(page);
});

/** Makes a link of the first referral on the page that takes one; gives its path. */
async function linkOfSomeReferral(page: Page): Promise<string> {
  const hrefs = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''));
  for (const href of new Set(hrefs.filter((each) => /\/referrals\/[0-9a-f-]{36}/.test(each)))) {
    await page.goto(href);
    const ask = page.locator('summary', { hasText: words('caseworker_link_ask') });
    const show = page.locator('summary', { hasText: words('caseworker_link_follow') });
    const way = (await ask.count()) > 0 ? ask : show;
    if ((await way.count()) === 0) continue;
    await way.click();
    await page.getByRole('button', { name: words('caseworker_link_make'), exact: true }).click();
    const address = page.getByLabel(words('caseworker_link_address'), { exact: true });
    return new URL(await address.inputValue()).pathname;
  }
  throw new Error('No referral takes a link');
}
