/** `040 123 4567`, `00358…`, `+358 (0)40…` as `+358401234567` (E.164); null when it can be no number. */
export const phoneOf = (text: string): string | null => {
  if (text.length > 40) return null;
  const digits = text.replace(/\(0\)/, '').replaceAll(/[\s().\-–/]/g, '');
  const international = digits.replace(/^00/, '+').replace(/^0/, '+358');
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : null;
};
