export type BusinessIdReading =
  { ok: true; value: string } | { ok: false; reason: 'BUSINESS_ID_INVALID'; message: string };

/** Weights of the seven digits; the check digit brings the sum to a multiple of 11 (Patent and Registration Office). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/**
 * Reads a Finnish business id (Y-tunnus) and writes it as `1234567-1`. Spaces, other dashes and a missing dash
 * are forgiven. Refuses: BUSINESS_ID_INVALID (form or check digit).
 */
export function parseBusinessId(text: string): BusinessIdReading {
  const compact = text.length > 40 ? '' : text.replaceAll(/\s/g, '').replace(DASHES, '-');
  const match = /^([0-9]{7})-?([0-9])$/.exec(compact);
  const [, digits = '', check = ''] = match ?? [];
  if (!match)
    return invalid('Write the business id (Y-tunnus) as seven digits, a dash and a check digit: 1234567-1.');
  if (businessIdCheckDigit(digits) !== Number(check)) {
    return invalid(
      'The check digit of the business id (Y-tunnus) does not fit; compare it with the register.',
    );
  }
  return { ok: true, value: `${digits}-${check}` };
}

export function isBusinessId(text: string): boolean {
  const reading = parseBusinessId(text);
  return reading.ok && reading.value === text;
}

/** The check digit of seven digits; null where none exists (remainder 1), such numbers are not given out. */
export function businessIdCheckDigit(digits: string): number | null {
  if (!/^[0-9]{7}$/.test(digits)) return null;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % 11;
  if (remainder === 1) return null;
  return remainder === 0 ? 0 : 11 - remainder;
}

function invalid(message: string): BusinessIdReading {
  return { ok: false, reason: 'BUSINESS_ID_INVALID', message };
}
