import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { fullDate } from '../hub.queries.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const onPhone = { viewport: { width: 360, height: 740 } };

it('lets a family wait for a full date, without a script, and see its turn', async () => {
  const words = wordsIn('ar');
  const { id } = await fullDate(browser.url);
  const page = await browser.visitor({ ...onPhone, locale: 'ar', javaScriptEnabled: false });
  await page.goto(`/ar/occurrences/${id}`);
  await page.getByRole('heading', { name: words('public_wait_title') }).waitFor();
  await page.getByRole('textbox', { name: words('public_first_name') }).fill('Hala');
  await page.getByRole('textbox', { name: words('public_contact') }).fill('hala@example.org');
  await page.getByRole('button', { name: words('public_wait_button') }).click();
  await page.waitForURL(/\/ar\/sign-ups\//);
  await page.getByText(words('public_place_waiting_title')).first().waitFor();
  const turn = words('public_place_turn', { position: '' }).trim();
  expect(await page.getByText(turn).count()).toBe(1);

  const seen = await browser.visitor({ ...onPhone, locale: 'ar' });
  await seen.goto(page.url());
  await expectAccessible(seen);
  await seen.goto(`/ar/occurrences/${id}`);
  await expectAccessible(seen);
  expectQuiet(seen);
});

it('lets a coordinator set the rules of sign-up and sign someone up', async () => {
  const words = wordsIn('en');
  const page = await browser.visitor({ ...onPhone, locale: 'en' });
  await signInAs(page, 'en', 'coordinator');
  await page.goto('/en/association');
  await page.waitForURL(/\/en\/association\/[0-9a-f-]+/);
  const organisation = /\/association\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  await page.goto(`/en/association/${organisation}/offerings`);
  await page.locator('main a[href*="/offerings/0"]').first().click();
  await page.waitForURL(/\/offerings\/[0-9a-f-]+$/);
  const offeringUrl = page.url();
  await page.getByRole('link', { name: words('association_rules') }).click();
  await page.getByRole('textbox', { name: words('association_rules_largest') }).fill('11');
  await page.getByRole('button', { name: words('association_rules_save') }).click();
  await page.getByText(words('association_reason_number_out_of_range')).first().waitFor();
  await page.getByRole('textbox', { name: words('association_rules_largest') }).fill('6');
  await page.getByRole('checkbox', { name: words('public_need_child_care') }).check();
  await page.getByRole('button', { name: words('association_rules_save') }).click();
  await page.getByText(words('association_rules_saved')).waitFor();
  await expectAccessible(page);

  await page.goto(offeringUrl);
  await page.locator('main a[href*="/dates/"]').last().click();
  await page.getByRole('link', { name: words('association_sign_up_someone') }).click();
  await page.getByRole('textbox', { name: words('public_first_name') }).fill('Olena');
  await page.getByRole('textbox', { name: words('public_contact') }).fill('+358 50 123 4568');
  await page.getByRole('checkbox', { name: words('public_need_child_care') }).check();
  await expectAccessible(page);
  await page
    .getByRole('button')
    .filter({ hasText: words('public_sign_up') })
    .click();
  await page
    .getByText(words('association_signed_up', { code: '' }).trim())
    .first()
    .waitFor();
  await page.goBack();
  await page.reload();
  await page.getByText('Olena').waitFor();
  expect(await page.getByText(words('public_need_child_care')).count()).toBeGreaterThan(0);
  await expectAccessible(page);

  // Before its day a date has no attendance: the page says so, and the browser notes the refusal.
  expectQuiet(page);
  await page.getByRole('link', { name: words('association_attendance') }).click();
  await page.waitForURL(/\/attendance$/);
  await page
    .getByRole('button', { name: words('association_came'), exact: true })
    .first()
    .click();
  await page.getByText(words('association_reason_date_not_today')).waitFor();
  await expectAccessible(page);
});
