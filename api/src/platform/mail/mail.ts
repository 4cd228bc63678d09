import { createTransport } from 'nodemailer';
import type { SmsTransport } from '../sms/sms.ts';

/** A mail as it leaves. */
export interface Mail {
  /** Stable per message, so a repeated delivery is recognised as the same mail. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly languageTag: string;
}

export interface MailTransport {
  deliver(mail: Mail): Promise<void>;
}

/** Mail over SMTP; `url` as nodemailer reads it, e.g. smtps://user:password@mail.example.org. */
export const smtpTransport = (url: string, from: string): MailTransport => {
  const transport = createTransport(url, { from });
  const host = from.split('@').at(-1)?.replace(/[>\s]/g, '') ?? 'localhost';
  return {
    deliver: async ({ id, to, subject, text, languageTag }) => {
      await transport.sendMail({
        to,
        subject,
        text,
        messageId: `<${id}@${host}>`,
        headers: { 'Content-Language': languageTag, 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
};

/** The demo's outbox: keeps the newest mails in memory for the page that shows them; nothing leaves. */
export class DemoOutbox implements MailTransport {
  private readonly mails: (Mail & { at: Date })[] = [];

  constructor(private readonly now: () => Date) {}

  deliver(mail: Mail): Promise<void> {
    this.mails.unshift({ ...mail, at: this.now() });
    this.mails.splice(200);
    return Promise.resolve();
  }

  /** Text messages land here too; their subject says what they are. */
  readonly sms: SmsTransport = {
    deliver: (sms) => this.deliver({ ...sms, subject: 'SMS' }),
  };

  newest(count: number): readonly (Mail & { at: Date })[] {
    return this.mails.slice(0, count);
  }
}
