import type { Mail } from '../../src/platform/mail/mail.ts';
import { OutboxService } from '../../src/rooms/notices/index.ts';
import type { TestHub } from '../harness.ts';

/** Sends what waits in the outbox and returns the mails that left since the last call. */
export const deliverMails = async (hub: TestHub): Promise<Mail[]> => {
  const before = hub.mails.length;
  await hub.hub.get(OutboxService).deliverDue();
  return hub.mails.slice(before);
};

/** The token of the first link in a mail; an empty text when there is none. */
export const tokenIn = (mail: Mail | undefined): string =>
  /token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
