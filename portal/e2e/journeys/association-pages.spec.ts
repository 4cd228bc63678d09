import { it } from 'vitest';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { firstLink, lookAt } from '../pages.ts';

const browser = useBrowser();

it('shows a coordinator the association’s desk', async () => {
  const page = await browser.visitor();
  await signInAs(page, 'en', 'coordinator');
  await page.waitForURL(/\/association\/[^/]+$/);
  const desk = new URL(page.url()).pathname.replace(/^\/en/, '');
  const offering = await firstLink(page, `${desk}/offerings`, /\/offerings\/[0-9a-f-]{36}/);
  const date = await firstLink(page, offering, /\/dates\//);
  const referral = await firstLink(page, `${desk}/referrals`, /\/referrals\/[0-9a-f-]{36}/);
  await lookAt(page, [
    desk,
    `${desk}/offerings`,
    `${desk}/offerings/new`,
    `${desk}/offerings/import`,
    offering,
    `${offering}/edit`,
    `${offering}/sign-ups`,
    `${offering}/translate/sv`,
    date,
    `${date}/attendance`,
    `${date}/sign-up`,
    `${date}/shifts`,
    `${desk}/shifts`,
    `${desk}/volunteers`,
    `${desk}/referrals`,
    referral,
    `${desk}/members`,
    `/access-review/${desk.split('/').at(-1)}`,
    `${desk}/agreement`,
    `${desk}/connections`,
    `${desk}/details`,
  ]);
  expectQuiet(page);
});

it('shows people their own account', async () => {
  const page = await browser.visitor();
  await signInAs(page, 'en', 'coordinator');
  await lookAt(page, ['/profile', '/profile/security', '/sign-in/strong']);
  expectQuiet(page);
});
