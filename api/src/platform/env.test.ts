import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

const external = {
  DATABASE_URL: 'postgres://hub_app:x@db.example.org/kotoverkko',
  DATABASE_OWNER_URL: 'postgres://hub_owner:x@db.example.org/kotoverkko',
  DATABASE_SEALER_URL: 'postgres://hub_sealer:x@db.example.org/kotoverkko',
  PUBLIC_URL: 'https://kotoverkko.example.org/',
  SMTP_URL: 'smtps://mail.example.org',
  MAIL_FROM: 'Kotoverkko <no-reply@example.org>',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
};

describe('settings', () => {
  it('are complete without any: embedded database, demo, port 3000', () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      demo: true,
      databaseUrl: null,
      publicUrl: 'http://localhost:3000',
    });
  });

  it('give no demo with an external database or in production, unless DEMO=1', () => {
    expect(readEnv(external).demo).toBe(false);
    expect(readEnv({ NODE_ENV: 'production' }).demo).toBe(false);
    expect(readEnv({ ...external, DEMO: '1' }).demo).toBe(true);
    expect(readEnv({ NODE_ENV: 'production', DEMO: '1' }).demo).toBe(true);
    expect(readEnv({ DEMO: '0' }).demo).toBe(false);
  });

  it('have no secret by default outside the embedded mode', () => {
    expect(() => readEnv({ ...external, MASTER_KEY: undefined })).toThrow(/MASTER_KEY/);
    expect(() => readEnv({ ...external, SMTP_URL: undefined })).toThrow(/SMTP_URL/);
    expect(() => readEnv({ DATABASE_URL: external.DATABASE_URL })).toThrow(/DATABASE_OWNER_URL.*PUBLIC_URL/);
  });

  it.each([
    ['PORT', 'eighty', /PORT must be a whole number/],
    ['PORT', '70000', /from 1 to 65535/],
    ['DEMO', 'yes', /DEMO must be 1 or 0/],
    ['DATABASE_URL', 'mysql://x', /postgres:\/\//],
    ['MASTER_KEY', 'short', /32 bytes in base64/],
    ['TRUST_PROXY', 'everyone', /TRUST_PROXY must be/],
    ['RATE_LIMIT_PER_ADDRESS', '0', /RATE_LIMIT_PER_ADDRESS/],
    ['PUBLIC_URL', 'kotoverkko', /PUBLIC_URL must be a URL/],
  ])('say what to set when %s is %s', (name, value, message) => {
    expect(() => readEnv({ [name]: value })).toThrow(message);
  });

  it('take a gateway of text messages with its token, or none', () => {
    expect(readEnv({}).sms).toBeNull();
    expect(() => readEnv({ SMS_URL: 'https://sms.example.org/send' })).toThrow(/SMS_TOKEN/);
    expect(readEnv({ SMS_URL: 'https://sms.example.org/send', SMS_TOKEN: 'secret' }).sms).toEqual({
      url: 'https://sms.example.org/send',
      token: 'secret',
    });
  });

  it('take several master keys for rotation, the newest first', () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    expect(readEnv({ MASTER_KEY: `new:${key},old:${key}` }).masterKeys?.map(({ id }) => id)).toEqual([
      'new',
      'old',
    ]);
  });
});
