import { phoneOf } from '../../platform/text/phone.ts';
import type { Problems } from './client.problems.ts';
import type { ClientContactKind } from './client.words.ts';

// HTML's rule for addresses, with a dot in the domain: nobody outside is reached without.
const mailForm =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

const mailOf = (text: string): string | null => (text.length <= 254 && mailForm.test(text) ? text : null);

/** The contact as it is kept. Reasons: INVALID_EMAIL_ADDRESS, INVALID_PHONE, those of texts. */
export const checkContact = (
  problems: Problems,
  path: string,
  kind: ClientContactKind,
  contact: string,
): string => {
  const text = problems.text(path, contact, { maxLength: 254, multiline: false });
  if (!text) return '';
  const kept = kind === 'MAIL' ? mailOf(text) : phoneOf(text);
  if (kept) return kept;
  if (kind === 'MAIL')
    problems.add(path, 'INVALID_EMAIL_ADDRESS', 'Write an e-mail address, e.g. name@example.fi.');
  else problems.add(path, 'INVALID_PHONE', 'Write a phone number, e.g. 040 123 4567 or +358 40 123 4567.');
  return '';
};
