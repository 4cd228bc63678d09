import { describe, expect, it } from 'vitest';
import { readContact } from './contact.ts';

describe('the contact of a sign-up', () => {
  it('is mail where it has an @ and a domain', () => {
    expect(readContact('amina@example.fi')).toEqual({ email: 'amina@example.fi' });
  });

  it.each([
    ['040 123 4567', '0401234567'],
    ['+358 (40) 123-4567', '+358401234567'],
    ['٠٤٠١٢٣٤٥٦٧', '0401234567'],
    ['۰۴۰۱۲۳۴۵۶۷', '0401234567'],
  ])('is a phone number however it is written: %s', (written, phone) => {
    expect(readContact(written)).toEqual({ phone });
  });

  it.each(['Amina', 'amina@', '12', 'call me', ''])('is neither: "%s"', (written) => {
    expect(readContact(written)).toBeUndefined();
  });
});
