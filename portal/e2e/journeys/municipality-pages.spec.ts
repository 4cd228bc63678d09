import { expect, it } from 'vitest';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { firstLink, lookAt } from '../pages.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();

it('shows a caseworker the desk', async () => {
  const page = await browser.visitor();
  await signInAs(page, 'en', 'caseworker');
  const client = await firstLink(page, '/caseworker/clients', /\/clients\/[0-9a-f-]{36}/);
  const referral = await firstLink(page, '/caseworker/referrals', /\/referrals\/[0-9a-f-]{36}/);
  await lookAt(page, [
    '/caseworker',
    '/caseworker/clients',
    '/caseworker/clients/new',
    client,
    `${client}/edit`,
    `${client}/find`,
    `${client.replace('/caseworker', '')}/access`,
    '/caseworker/referrals',
    '/caseworker/team',
    `${client}/move`,
    '/caseworker/moves',
    referral,
  ]);
  expectQuiet(page);
});

it('shows a network admin the administration', async () => {
  const page = await browser.visitor();
  await signInAs(page, 'en', 'network-admin');
  await lookAt(page, [
    '/admin',
    '/admin/organisations',
    '/admin/people',
    '/admin/notices',
    '/admin/access-reviews',
    '/admin/escalations',
    '/admin/record',
  ]);
  expectQuiet(page);
});

it('shows a manager what the municipality has under way, and offers no new client', async () => {
  const words = wordsIn('en');
  const page = await browser.visitor();
  await signInAs(page, 'en', 'manager');
  await lookAt(page, ['/caseworker/municipality']);
  await page.goto('/en/caseworker/clients');
  await page.getByRole('heading', { level: 1, name: words('caseworker_my_clients') }).waitFor();
  expect(await page.getByRole('link', { name: words('caseworker_new_client') }).count()).toBe(0);
  expect((await page.goto('/en/caseworker/clients/new'))?.status()).toBe(403);
});
