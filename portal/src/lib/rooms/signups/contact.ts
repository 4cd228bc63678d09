/** The one contact of a sign-up, as the API takes it; `undefined` where the text is neither. */
export function readContact(text: string): { email: string } | { phone: string } | undefined {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { email: text };
  const digits = toLatinDigits(text).replaceAll(/[\s().\-/]/g, '');
  return /^\+?\d{5,15}$/.test(digits) ? { phone: digits } : undefined;
}

/** A phone set to Arabic or Persian types its own digits. */
export function toLatinDigits(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
