import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoOutbox, smtpTransport, type Mail } from './mail.ts';

const mail: Mail = {
  id: '018f0000-0000-7000-8000-000000000001',
  to: 'amina@example.org',
  subject: 'تأكيد التسجيل',
  text: 'مرحباً،\nمكانك محجوز.',
  languageTag: 'ar',
};

describe('mail over SMTP', () => {
  const received: Buffer[] = [];
  let url = '';
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          const address = server.server.address();
          url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
          resolve();
        });
      }),
  );
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('arrives with its words, its language and an id that stays the same when sent again', async () => {
    const transport = smtpTransport(url, 'Kotoverkko <no-reply@kotoverkko.example>');
    await transport.deliver(mail);
    await transport.deliver(mail);
    const [first, second] = await Promise.all(received.map((raw) => simpleParser(raw)));
    expect(first?.subject).toBe(mail.subject);
    expect(first?.text?.trim()).toBe(mail.text);
    expect(first?.headers.get('content-language')).toBe('ar');
    expect(first?.messageId).toBe(`<${mail.id}@kotoverkko.example>`);
    expect(second?.messageId).toBe(first?.messageId);
  });

  it('fails when nobody listens, so that it is tried again', async () => {
    const nowhere = smtpTransport('smtp://127.0.0.1:1', 'no-reply@kotoverkko.example');
    await expect(nowhere.deliver(mail)).rejects.toThrow();
  });
});

describe('the demo’s outbox', () => {
  it('shows the newest mail first and keeps two hundred', async () => {
    const outbox = new DemoOutbox(() => new Date());
    for (let index = 0; index < 205; index += 1) await outbox.deliver({ ...mail, subject: String(index) });
    expect(outbox.newest(3).map(({ subject }) => subject)).toEqual(['204', '203', '202']);
    expect(outbox.newest(500)).toHaveLength(200);
  });
});
