import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Employer } from '../../../api/test/makers/employer.ts';
import { expectQuiet, useBrowser } from '../browser.ts';
import { startEmployer } from '../employer.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const words = wordsIn('en');
const wanted = '/en/caseworker/clients/new';
const toEmployer = 'a[href*="/sign-in/employer/city"]';

let employer: Employer;
beforeAll(async () => {
  employer = await startEmployer(browser.url, inject('employerPort'));
});
afterAll(() => employer.stop());

it('brings a caseworker back from the employer’s sign-in to the page they wanted, strongly signed in', async () => {
  employer.account = { id: 'sanna', email: 'sanna.miettinen@example.org', emailVerified: true };
  const page = await browser.visitor({ locale: 'en' });
  await page.goto(wanted);
  await page.waitForURL(/\/en\/sign-in\?/);
  await page.locator(toEmployer).click();
  await page.waitForURL((url) => url.pathname === wanted);
  await page.getByRole('textbox', { name: words('caseworker_given_name') }).waitFor();
  expect(await page.getByText(words('caseworker_strong_needed')).count()).toBe(0);
  expectQuiet(page);
});

it('says in words that nobody here has the address, and lets nobody in', async () => {
  employer.account = { id: 'stranger', email: 'nobody.at.all@example.org', emailVerified: true };
  const page = await browser.visitor({ locale: 'en' });
  await page.goto('/en/sign-in');
  await page.locator(toEmployer).click();
  await page.getByText(words('auth_reason_employer_unknown_person')).waitFor();
  await page.goto(wanted);
  await page.waitForURL(/\/en\/sign-in\?/);
});
