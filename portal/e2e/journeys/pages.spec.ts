import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { openDate } from '../hub.queries.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
/** Each language in both widths, and light and dark once in each. */
const views = {
  en: [
    { width: 360, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ],
  ar: [
    { width: 360, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
  ],
} as const;

async function expectSound(page: Page, language: keyof typeof views): Promise<void> {
  for (const { width, colorScheme } of views[language]) {
    await page.setViewportSize({ width, height: 800 });
    // A colour half-way through its transition is nobody's contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
}

/** Opens each page once in each language and looks at it in each view. */
async function lookAt(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (const language of ['en', 'ar'] as const) {
      const response = await page.goto(`/${language}${path}`);
      expect.soft(response?.status(), `/${language}${path}`).toBe(200);
      await expectSound(page, language);
    }
  }
}

/** The path, without its language, of the first link on a page that looks like this. */
async function firstLink(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(`/en${path}`);
  const hrefs = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
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
    `/calendar?offering=${date.offering.id}`,
    '/calendar?kind=COURSE&municipality=167',
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
  await lookAt(page, ['/admin', '/admin/organisations', '/admin/people', '/admin/notices']);
  expectQuiet(page);
});

it('says in words that a page is not there, or not for this person', async () => {
  const page = await browser.visitor();
  await signInAs(page, 'en', 'volunteer');
  for (const language of ['en', 'ar'] as const) {
    const words = wordsIn(language);
    const missing = await page.goto(`/${language}/nothing-here`);
    expect(missing?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: words('shell_error_not_found_title') }).waitFor();
    await expectSound(page, language);
    const refused = await page.goto(`/${language}/caseworker`);
    expect(refused?.status()).toBe(403);
    await page.getByRole('heading', { level: 1, name: words('shell_error_forbidden_title') }).waitFor();
    await expectSound(page, language);
  }
});
