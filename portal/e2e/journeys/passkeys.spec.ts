import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from '../accessibility.ts';
import { expectQuiet, signInAs, useBrowser } from '../browser.ts';
import { wordsIn } from '../words.ts';

const browser = useBrowser();
const onPhone = { viewport: { width: 360, height: 740 } };

/** The phone's own authenticator, whose owner always puts a finger on it. */
async function giveAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Asks for a link and opens it from the demo's mail, in the same browser. */
async function comeByMail(page: Page, language: string, email: string): Promise<void> {
  const words = wordsIn(language);
  await page.goto(`/${language}/sign-in`);
  await page.getByRole('textbox', { name: words('auth_email') }).fill(email);
  await page.getByRole('button', { name: words('auth_send_link') }).click();
  await page.waitForURL(/\/sign-in\/sent/);
  const link = page.locator('a[href*="/sign-in/link?token="]').first();
  await expect
    .poll(
      async () => {
        await page.goto(`/${language}/demo/mail`);
        return link.count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await page.goto((await link.getAttribute('href')) ?? '');
  await page
    .getByRole('main')
    .getByRole('button', { name: words('shell_sign_in') })
    .click();
}

const emailOf = async (personKey: string, language: string): Promise<string> => {
  const page = await browser.visitor({ locale: language });
  await signInAs(page, language, personKey);
  await page.goto(`/${language}/profile`);
  const text = (await page.locator('bdi', { hasText: '@' }).first().textContent()) ?? '';
  await page.context().close();
  return text.trim();
};

it('lets a volunteer, in Persian, set up a passkey with one tap after the mail link and come back with it', async () => {
  const words = wordsIn('fa');
  const email = await emailOf('volunteer', 'fa');
  const page = await browser.visitor({ ...onPhone, locale: 'fa' });
  await giveAuthenticator(page);
  await comeByMail(page, 'fa', email);
  await page.waitForURL(/\/fa\/sign-in\/passkey/);
  await page.getByRole('heading', { name: words('auth_passkey_offer_title') }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: words('auth_passkey_set_up') }).click();
  // Her own page: whom she meets, by first name and contact.
  await page.waitForURL(/\/fa\/association\/[^/]+\/mine$/);
  await page.getByText(words('caseworker_given_name')).first().waitFor();
  await page.locator('a[href^="tel:"], a[href^="mailto:"]').first().waitFor();
  await expectAccessible(page);

  await page.goto('/fa/profile/security');
  await page.getByText(words('auth_passkey_unused')).waitFor();
  await expectAccessible(page);
  await page.getByText(words('auth_passkey_rename'), { exact: true }).first().click();
  await page.getByRole('textbox', { name: words('auth_passkey_name') }).fill('My phone');
  await page.getByRole('button', { name: words('auth_passkey_rename') }).click();
  await page.getByText('My phone').waitFor();

  await page.context().clearCookies();
  await page.goto('/fa/sign-in');
  await expectAccessible(page);
  await page.getByRole('button', { name: words('auth_passkey_sign_in') }).click();
  await page.waitForURL(/\/fa\/association/);
  await page.goto('/fa/profile/security');
  await page.getByText(words('auth_passkey_used', { date: '' }).trim()).waitFor();

  // Removed, it opens nothing, and the page says so.
  await page.getByText(words('auth_passkey_remove'), { exact: true }).first().click();
  await page.getByRole('button', { name: words('auth_passkey_remove') }).click();
  await page.getByText(words('auth_passkey_removed')).waitFor();
  await page.context().clearCookies();
  await page.goto('/fa/sign-in');
  await page.getByRole('button', { name: words('auth_passkey_sign_in') }).click();
  await page.getByText(words('auth_reason_passkey_not_valid')).first().waitFor();
  expectQuiet(page);
});

it('says what to do where a device gives no passkey, and where there is no script', async () => {
  const words = wordsIn('ar');
  const page = await browser.visitor({ ...onPhone, locale: 'ar', javaScriptEnabled: false });
  await page.goto('/ar/sign-in');
  await page.getByRole('button', { name: words('auth_passkey_sign_in') }).click();
  await page.getByText(words('auth_passkey_failed')).first().waitFor();
  const seen = await browser.visitor({ ...onPhone, locale: 'ar' });
  await seen.goto('/ar/sign-in/passkey');
  await expectAccessible(seen);
  expectQuiet(seen);
});
