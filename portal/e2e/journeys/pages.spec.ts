import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { openDate } from '../hub.queries.ts';

const browser = useBrowser();
const languages = ['en', 'ar'];
const widths = [360, 1280];

/** Opens each page once in each language and looks at it in each width. */
async function lookAt(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (const language of languages) {
      const response = await page.goto(`/${language}${path}`);
      expect.soft(response?.status(), `/${language}${path}`).toBe(200);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await expectAccessible(page);
      }
    }
  }
}

/** The path, without its language, of the first link on a page that looks like this. */
async function firstLink(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(`/en${path}`);
  const hrefs = await page.getByRole('main').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const found = hrefs.find((href) => pattern.test(href));
  if (!found) throw new Error(`No link like ${pattern} on ${path}`);
  return found.replace(/^\/en/, '').replace(/[?#].*$/, '');
}

it('shows the public pages to everybody', async () => {
  const date = await openDate(browser.url, 'en');
  const page = await browser.visitor();
  const organisation = await firstLink(page, '/organisations', /\/organisations\/[0-9a-f-]{36}/);
  await lookAt(page, [
    '',
    '?text=nothing-is-called-so',
    `/offerings/${date.offering.id}`,
    `/occurrences/${date.id}`,
    '/organisations',
    organisation,
    '/organisations/apply',
    '/sign-ups',
    '/sign-in',
    '/sign-in/sent',
    '/demo/mail',
  ]);
  expectQuiet(page);
});

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
    offering,
    `${offering}/edit`,
    date,
    `${desk}/referrals`,
    referral,
    `${desk}/members`,
    `${desk}/agreement`,
    `${desk}/details`,
    '/profile',
  ]);
  expectQuiet(page);
});

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
    referral,
  ]);
  expectQuiet(page);
});

it('shows a network admin the administration', async () => {
  const page = await browser.visitor();
  await signInAs(page, 'en', 'network-admin');
  await lookAt(page, ['/admin', '/admin/organisations', '/admin/people']);
  expectQuiet(page);
});

it('shows a page that is not there, and one that is not for this person, in words', async () => {
  const page = await browser.visitor();
  for (const language of languages) {
    const response = await page.goto(`/${language}/nothing-here`);
    expect(response?.status()).toBe(404);
    await expectAccessible(page);
  }
});
