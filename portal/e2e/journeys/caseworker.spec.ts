import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { Acts } from '../acts.ts';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { referralTarget, type ReferralTarget } from '../hub.queries.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const words = wordsIn('en');
const desk = { locale: 'en', viewport: { width: 1280, height: 900 } };
const givenName = `Shirin${Date.now()}`;
const phone = '+358 50 765 4321';

const field = (page: Page, key: string) => page.getByRole('textbox', { name: words(key) });
const list = (page: Page, key: string) => page.getByRole('combobox', { name: words(key), exact: true });
const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });

async function createClient(page: Page, acts: Acts): Promise<void> {
  await page
    .getByRole('link', { name: words('caseworker_my_clients') })
    .first()
    .click();
  await page.waitForURL(/\/clients$/);
  await expectAccessible(page);
  await page
    .getByRole('link', { name: words('caseworker_new_client') })
    .first()
    .click();
  await page.waitForURL(/\/clients\/new$/);
  await expectAccessible(page);
  await acts.fill(field(page, 'caseworker_given_name'), givenName);
  await acts.tick(page.getByRole('radio', { name: words('domain_contact_phone') }));
  await acts.fill(field(page, 'caseworker_contact'), phone);
  await acts.choose(list(page, 'caseworker_municipality'), '167');
  await acts.choose(list(page, 'caseworker_best_language'), 'en');
  await acts.choose(page.locator('[name="finnishLevel"]'), 'A2');
  await acts.choose(list(page, 'caseworker_age'), 'FROM_30_TO_49');
  await acts.press(button(page, 'caseworker_save_client'));
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}/);
  await page.getByText(givenName).first().waitFor();
  await expectAccessible(page);
}

async function findOffering(page: Page, target: ReferralTarget): Promise<void> {
  await page
    .getByRole('link', { name: words('caseworker_find'), exact: true })
    .first()
    .click();
  await page.waitForURL(/\/find/);
  await expectAccessible(page);
  await field(page, 'caseworker_search_text')
    .or(page.getByRole('searchbox', { name: words('caseworker_search_text') }))
    .fill(target.title);
  await button(page, 'caseworker_search_again').click();
  await page.waitForURL(/text=/);
  await expectAccessible(page);
}

/** From the match to the sent referral; gives its id. */
async function refer(page: Page, target: ReferralTarget, acts: Acts): Promise<string> {
  await acts.press(page.locator(`a[href*="/refer?"][href*="${target.id}"]`));
  await page.waitForURL(/\/refer\?/);
  await page.getByRole('heading', { level: 1, name: words('caseworker_refer_title') }).waitFor();
  await expectAccessible(page);
  await acts.choose(list(page, 'caseworker_need'), 'COMPANY');
  await acts.fill(field(page, 'caseworker_note'), 'Would like company on weekday mornings.');
  await acts.tick(page.getByRole('radio', { name: words('domain_consent_spoken') }));
  const side = page.locator('#what-they-see').or(page.getByRole('complementary')).first();
  await side.getByText('Would like company on weekday mornings.').waitFor();
  expect(await side.getByText(givenName).count()).toBe(0);
  await acts.press(button(page, 'caseworker_send_now'));
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}/);
  await page.getByText(words('caseworker_done_sent')).waitFor();
  await expectAccessible(page);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

it('takes a client from the caseworker to an association and brings back what became of it', async () => {
  const target = await referralTarget(browser.url, 'coordinator', 'en');
  const acts = { client: new Acts(), refer: new Acts() };
  const page = await browser.visitor(desk);
  await signInAs(page, 'en', 'caseworker');
  await page.waitForURL(/\/en\/caseworker$/);
  await expectAccessible(page);
  await createClient(page, acts.client);
  await findOffering(page, target);
  const startedAt = Date.now();
  const referralId = await refer(page, target, acts.refer);
  const secondsToRefer = Math.round((Date.now() - startedAt) / 1000);
  console.log(
    `A new client: ${acts.client.fields} fields. From the match to sent: ${acts.refer.fields} fields, ` +
      `${acts.refer.decisions} decisions, ${secondsToRefer} s by a machine.`,
  );
  expect(acts.refer.decisions).toBeLessThanOrEqual(6);

  // The association: what is needed, and no name before it has accepted.
  const receiver = await browser.visitor(desk);
  await signInAs(receiver, 'en', 'coordinator');
  await receiver
    .getByRole('link', { name: words('association_referrals') })
    .first()
    .click();
  await receiver.waitForURL(/\/association\/[^/]+\/referrals$/);
  await expectAccessible(receiver);
  await receiver.locator(`a[href="/en/referrals/${referralId}"]`).first().click();
  await receiver.waitForURL(new RegExp(`/referrals/${referralId}`));
  await receiver.getByText('Would like company on weekday mornings.').waitFor();
  await receiver.getByText(words('caseworker_hidden_not_accepted')).waitFor();
  const hidden = await receiver.content();
  expect(hidden).not.toContain(givenName);
  expect(hidden.replaceAll(' ', '')).not.toContain(phone.replaceAll(' ', ''));
  await expectAccessible(receiver);

  await button(receiver, 'caseworker_accept').click();
  await receiver.getByText(words('caseworker_done_accepted')).waitFor();
  await receiver.getByText(givenName).waitFor();
  await expectAccessible(receiver);
  // The caseworker's page, open all the while, follows by itself.
  await page.getByText(words('domain_referral_accepted'), { exact: true }).first().waitFor();

  await receiver.getByRole('radio', { name: words('domain_channel_phone') }).check();
  await button(receiver, 'caseworker_contact_made').click();
  await receiver.getByText(words('caseworker_done_contacted')).waitFor();
  await expectAccessible(receiver);

  await list(receiver, 'caseworker_outcome').selectOption('HELPED');
  await field(receiver, 'caseworker_sessions').fill('6');
  await button(receiver, 'caseworker_close').click();
  await receiver.getByText(words('caseworker_done_closed')).waitFor();
  await expectAccessible(receiver);

  // The caseworker sees the outcome, in the list and in the letter.
  await page.goto('/en/caseworker/referrals');
  await expectAccessible(page);
  await page.goto(`/en/referrals/${referralId}`);
  await page.getByText(words('domain_outcome_helped')).first().waitFor();
  await page.getByText(words('caseworker_event_first_contact')).first().waitFor();
  await expectAccessible(page);
  expectQuiet(page);
  expectQuiet(receiver);
});

/** A client who is known already: Arabic, Liperi, a toddler, wishes of two themes. */
async function knownClient(page: Page): Promise<void> {
  await page.goto('/en/caseworker/clients/new');
  await field(page, 'caseworker_given_name').fill(`Rana${Date.now()}`);
  await page.getByRole('radio', { name: words('domain_contact_phone') }).check();
  await field(page, 'caseworker_contact').fill('+358 50 765 4322');
  await list(page, 'caseworker_municipality').selectOption('426');
  await list(page, 'caseworker_best_language').selectOption('ar');
  await page.locator('[name="finnishLevel"]').selectOption('A1');
  await list(page, 'caseworker_age').selectOption('FROM_30_TO_49');
  await page.getByRole('checkbox', { name: words('domain_access_child_care') }).check();
  await button(page, 'caseworker_save_client').click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}/);
}

it('takes "company, Arabic, Liperi, evenings, a toddler" to a sent referral in six decisions', async () => {
  const page = await browser.visitor(desk);
  await signInAs(page, 'en', 'caseworker');
  await knownClient(page);
  const acts = new Acts();
  const startedAt = Date.now();
  await acts.press(page.getByRole('link', { name: words('caseworker_find'), exact: true }).first());
  await page.waitForURL(/\/find/);
  await acts.press(page.getByRole('link', { name: words('caseworker_weekday_evenings') }));
  await page.waitForURL(/time=/);
  await expectAccessible(page);
  const first = page
    .locator('main li')
    .filter({ has: page.locator('a[href*="/refer?"]') })
    .first();
  expect(await first.innerText()).toMatch(/Arabic/);
  await acts.press(first.locator('a[href*="/refer?"]'));
  await page.waitForURL(/\/refer\?/);
  await acts.choose(list(page, 'caseworker_need'), 'COMPANY');
  await acts.tick(page.getByRole('radio', { name: words('domain_consent_spoken') }));
  await acts.press(button(page, 'caseworker_send_now'));
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}/);
  await page.getByText(words('caseworker_done_sent')).waitFor();
  console.log(
    `From the need to sent: ${acts.fields} fields, ${acts.decisions} decisions, ${acts.keystrokes} keystrokes, ` +
      `${Math.round((Date.now() - startedAt) / 1000)} s by a machine.`,
  );
  expect(acts.decisions).toBeLessThanOrEqual(6);
  expectQuiet(page);
});

it('never shows an empty page: what to drop is one tap away', async () => {
  const page = await browser.visitor({ locale: 'en', viewport: { width: 360, height: 740 } });
  await signInAs(page, 'en', 'caseworker');
  await page.goto('/en/caseworker/clients');
  await page
    .locator('a[href*="/caseworker/clients/"]')
    .filter({ hasNotText: words('caseworker_new_client') })
    .first()
    .click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}/);
  await page.goto(
    `${new URL(page.url()).pathname}/find?changed=1&language=so&km=1&municipality=146&time=7-MORNING&need=CHILD_CARE&need=STEP_FREE`,
  );
  await expectAccessible(page);
  const wayOut = page.locator('.ways-out a').first();
  await wayOut.waitFor();
  expect(await page.locator('a[href*="/refer?"]').count()).toBeGreaterThan(0);
  const made = page.locator('a.made');
  const before = await made.count();
  await made.first().click();
  await page.waitForURL((url) => !url.search.includes('first='));
  expect(await page.locator('a.made').count()).toBe(before - 1);
  expectQuiet(page);
});
