import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessIdCheckDigit, isBusinessId, parseBusinessId } from './business-id.ts';

describe('a business id', () => {
  it.each(['0586977-6', '0201256-6', '0112038-9'])('%s is sound', (id) => {
    expect(isBusinessId(id)).toBe(true);
  });

  it('is read with spaces, another dash or none', () => {
    for (const text of [' 0586977-6 ', '0586977–6', '0586977 - 6', '05869776']) {
      expect(parseBusinessId(text)).toEqual({ ok: true, value: '0586977-6' });
    }
  });

  it.each([
    '',
    '0586977-5',
    '586977-6',
    '05869777-6',
    '0586977-66',
    'FI05869776',
    '٠٥٨٦٩٧٧-٦',
    '0586977-6x',
    '9'.repeat(100_000),
  ])('is refused as %j', (text) => {
    expect(parseBusinessId(text)).toMatchObject({ ok: false, reason: 'BUSINESS_ID_INVALID' });
  });

  it('does not exist where the remainder is 1', () => {
    // 7·1 + 9·0 + 10·0 + 5·1 = 12, and 12 mod 11 = 1.
    expect(businessIdCheckDigit('1001000')).toBeNull();
    for (let check = 0; check <= 9; check += 1) expect(isBusinessId(`1001000-${check}`)).toBe(false);
  });

  it('has one check digit at most, and a single changed digit spoils it', () => {
    const digits = fc.integer({ min: 0, max: 9_999_999 }).map((number) => String(number).padStart(7, '0'));
    fc.assert(
      fc.property(digits, fc.nat(6), fc.integer({ min: 1, max: 9 }), (seven, position, shift) => {
        const check = businessIdCheckDigit(seven);
        fc.pre(check !== null);
        expect(isBusinessId(`${seven}-${check}`)).toBe(true);
        const changed = [...seven].map((digit, index) =>
          index === position ? (Number(digit) + shift) % 10 : digit,
        );
        expect(isBusinessId(`${changed.join('')}-${check}`)).toBe(false);
      }),
      { seed: 5 },
    );
  });
});
