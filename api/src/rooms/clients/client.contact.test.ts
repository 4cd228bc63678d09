import { describe, expect, it } from 'vitest';
import { phoneOf } from '../../platform/text/phone.ts';
import { checkContact } from './client.contact.ts';
import { Problems } from './client.problems.ts';

describe('a phone number', () => {
  it.each([
    ['040 123 4567', '+358401234567'],
    ['+358 (0)40-123 45 67', '+358401234567'],
    ['00358401234567', '+358401234567'],
    ['+46 70 123 45 67', '+46701234567'],
    ['013 267 7111', '+358132677111'],
  ])('%s is kept as %s', (written, kept) => expect(phoneOf(written)).toBe(kept));

  it.each(['12345', '+0401234567', '040 12', 'call me', '+358 40 123 4567 890 123', '٠٤٠١٢٣٤٥٦٧'])(
    '%s is none',
    (written) => expect(phoneOf(written)).toBeNull(),
  );
});

describe('an e-mail address', () => {
  const check = (contact: string) => () => {
    const problems = new Problems();
    const kept = checkContact(problems, 'identity.contact', 'MAIL', contact);
    problems.throwIfAny();
    return kept;
  };

  it('is kept as it is', () => expect(check(' amina.nur+1@example.org ')()).toBe('amina.nur+1@example.org'));

  it.each([
    'amina',
    'amina@example',
    'amina@@example.org',
    'a b@example.org',
    'amina@-x.org',
    '@example.org',
  ])('%s is none', (contact) => expect(check(contact)).toThrowError(/e-mail address/));
});
