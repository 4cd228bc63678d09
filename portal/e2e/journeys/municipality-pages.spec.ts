import { it } from 'vitest';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { firstLink, lookAt } from '../pages.ts';

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
    '/caseworker/referrals',
    '/caseworker/team',
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
    '/admin/escalations',
    '/admin/record',
  ]);
  expectQuiet(page);
});
