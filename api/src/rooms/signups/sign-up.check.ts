import { invalidFields, type FieldProblem } from '../../platform/errors/hub-error.ts';
import { parseLanguageTag } from '../../platform/text/language-tag.ts';
import { phoneOf } from '../../platform/text/phone.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import type { ContactKind, Need } from './sign-up.words.ts';

export interface CreateSignUp {
  readonly occurrenceId: string;
  readonly firstName: string;
  readonly partySize?: number | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly languageTag: string;
  readonly idempotencyKey?: string | null;
  /** Wait where no place is free; else that is an error. */
  readonly wait?: boolean | null;
  readonly needs?: readonly Need[] | null;
  /** By a member of a host, for someone else. */
  readonly onBehalf?: boolean | null;
  /** Take a place kept for referrals; only on behalf. */
  readonly usesHeldPlace?: boolean | null;
}

/** A sign-up as it is kept. */
export interface CheckedSignUp {
  readonly firstName: string;
  readonly partySize: number;
  readonly contactKind: ContactKind;
  readonly contact: string;
  readonly languageTag: string;
  readonly wait: boolean;
  readonly needs: readonly Need[];
  readonly onBehalf: boolean;
  readonly usesHeldPlace: boolean;
}

export const LARGEST_PARTY = 10;

class Problems {
  private readonly found: FieldProblem[] = [];

  add(field: string, reason: string, message: string): void {
    this.found.push({ path: `input.${field}`, reason, message });
  }

  line(field: string, text: string, maxLength: number): string {
    const reading = cleanText(text, { maxLength, multiline: false });
    if (reading.ok) return reading.value;
    this.add(field, reading.reason, reading.message);
    return '';
  }

  throwIfAny(): void {
    const [first, ...rest] = this.found;
    if (first) throw invalidFields([first, ...rest]);
  }
}

const checkContact = (
  problems: Problems,
  email: string,
  phone: string,
): Pick<CheckedSignUp, 'contact' | 'contactKind'> => {
  if (!email && !phone) {
    problems.add('email', 'CONTACT_MISSING', 'Write an e-mail address or a phone number.');
  }
  if (email && phone) {
    problems.add('phone', 'ONE_CONTACT_ONLY', 'Write an e-mail address or a phone number, not both.');
  }
  // The form of addresses is the scalar's business.
  if (!phone) return { contactKind: 'MAIL', contact: email && problems.line('email', email, 254) };
  const contact = phoneOf(phone);
  if (contact === null) {
    problems.add('phone', 'INVALID_PHONE', 'Write a phone number, e.g. 040 123 4567 or +358 40 123 4567.');
  }
  return { contactKind: 'PHONE', contact: contact ?? '' };
};

/**
 * Throws INVALID_INPUT with every wrong field: CONTACT_MISSING, ONE_CONTACT_ONLY, INVALID_PHONE,
 * PARTY_SIZE_OUT_OF_RANGE, LANGUAGE_TAG_INVALID, those of texts.
 */
export const checkSignUp = (input: CreateSignUp): CheckedSignUp => {
  const problems = new Problems();
  const partySize = input.partySize ?? 1;
  if (!Number.isInteger(partySize) || partySize < 1 || partySize > LARGEST_PARTY) {
    problems.add('partySize', 'PARTY_SIZE_OUT_OF_RANGE', `Sign up 1 to ${LARGEST_PARTY} persons at once.`);
  }
  const tag = parseLanguageTag(input.languageTag);
  if (!tag.ok) problems.add('languageTag', tag.reason, tag.message);
  const checked = {
    firstName: problems.line('firstName', input.firstName, 100),
    ...checkContact(problems, input.email?.trim() ?? '', input.phone?.trim() ?? ''),
    partySize,
    languageTag: tag.ok ? tag.value : input.languageTag,
    wait: input.wait ?? false,
    needs: [...new Set(input.needs)],
    onBehalf: input.onBehalf ?? false,
    usesHeldPlace: (input.onBehalf && input.usesHeldPlace) ?? false,
  };
  problems.throwIfAny();
  return checked;
};
