import { expect, it } from 'vitest';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { openForeignPage } from '../foreign-page.ts';
import { openDate } from '../hub.queries.ts';
import { expectSound, firstLink, lookAt, viewsOf } from '../pages.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();

it('shows the public pages to everybody', async () => {
  const date = await openDate(browser.url, 'en');
  const page = await browser.visitor();
  const organisation = await firstLink(page, '/organisations', /\/organisations\/[0-9a-f-]{36}/);
  await lookAt(page, [
    '',
    '?text=nothing-is-called-so',
    `/offerings/${date.offering.id}`,
    `/occurrences/${date.id}`,
    `/calendar?offering=${date.offering.id}`,
    '/calendar?kind=COURSE&municipality=167',
    '/organisations',
    organisation,
    '/organisations/apply',
    '/open-data',
    '/sign-ups',
    '/manual/referrals',
    '/sign-in',
    '/sign-in/sent',
    '/demo/mail',
  ]);
  expectQuiet(page);
});

it('shows what is on in a foreign page with a strict policy, and its link where there is nothing to show', async () => {
  const script = `<script type="module" src="${browser.url}/embed/kotoverkko-events.js"></script>`;
  const element = (filter: string) =>
    `${script}<kotoverkko-events filter="${filter}" lang="en"><a href="${browser.url}/en">All events</a></kotoverkko-events>`;
  const page = await browser.visitor();
  const good = await openForeignPage(browser.url, element('municipality=167'));
  await page.goto(good.url);
  const list = page.locator('kotoverkko-events').getByRole('list');
  await list.getByRole('link').first().waitFor();
  expect(await list.getByRole('link').first().getAttribute('href')).toContain(`/en/offerings/`);
  expect(await page.context().cookies()).toEqual([]);
  expectQuiet(page);
  good.close();
  const bad = await openForeignPage(browser.url, element('nonsense=1'));
  await page.goto(bad.url);
  await page.getByRole('link', { name: 'All events' }).waitFor();
  bad.close();
});

it('says in words that a page is not there, or not for this person', async () => {
  const page = await browser.visitor();
  await signInAs(page, 'en', 'volunteer');
  for (const view of viewsOf(0)) {
    const { language } = view;
    const words = wordsIn(language);
    const missing = await page.goto(`/${language}/nothing-here`);
    expect(missing?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: words('shell_error_not_found_title') }).waitFor();
    await expectSound(page, view);
    const refused = await page.goto(`/${language}/caseworker`);
    expect(refused?.status()).toBe(403);
    await page.getByRole('heading', { level: 1, name: words('shell_error_forbidden_title') }).waitFor();
    await expectSound(page, view);
  }
});
