import { findEmails } from './personal-data.email.ts';
import { findIdentityCodes } from './personal-data.identity.ts';
import { findPhones } from './personal-data.phone.ts';
import { shadowOf, type TextPlace } from './personal-data.shadow.ts';

export type PersonalDataKind = 'IDENTITY_CODE' | 'PHONE' | 'EMAIL';

/** A place in the text, in UTF-16 units: `text.slice(start, end)`. */
export type PersonalData = { kind: PersonalDataKind; start: number; end: number };

/** In this order: the digits of an identity code also look like a phone number. */
const FINDERS = [
  { kind: 'IDENTITY_CODE', find: findIdentityCodes },
  { kind: 'EMAIL', find: findEmails },
  { kind: 'PHONE', find: findPhones },
] as const;

/**
 * Finds what looks like a Finnish personal identity code, a phone number or an e-mail address, in order and
 * without overlap. Made to fail closed: a number that may be a phone number counts as one; dates, times of day
 * and spans of years do not.
 */
export function findPersonalData(text: string): PersonalData[] {
  const shadow = shadowOf(text);
  let remaining = shadow.text;
  const found: PersonalData[] = [];
  for (const { kind, find } of FINDERS) {
    const places = joinOverlapping(find(remaining));
    for (const { start, end } of places) {
      found.push({ kind, start: shadow.startOf(start), end: shadow.endOf(end) });
    }
    remaining = blankOut(remaining, places);
  }
  return found.sort((a, b) => a.start - b.start);
}

function joinOverlapping(places: TextPlace[]): TextPlace[] {
  const joined: TextPlace[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && place.start < last.end) last.end = Math.max(last.end, place.end);
    else joined.push({ ...place });
  }
  return joined;
}

/** Line breaks in place of what is found: no finder reads across them. */
function blankOut(text: string, places: TextPlace[]): string {
  let blanked = '';
  let from = 0;
  for (const { start, end } of places) {
    blanked += text.slice(from, start) + '\n'.repeat(end - start);
    from = end;
  }
  return blanked + text.slice(from);
}
