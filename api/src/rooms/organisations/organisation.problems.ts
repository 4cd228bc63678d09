import { invalidFields, type FieldProblem } from '../../platform/errors/hub-error.ts';
import { parseBusinessId } from '../../platform/text/business-id.ts';
import { parseLanguageTag } from '../../platform/text/language-tag.ts';
import { cleanText, type TextLimits } from '../../platform/text/plain-text.ts';

/** Digits with the signs people put between them; the plus of other countries. */
const phoneForm = /^\+?[0-9][0-9 ()/.-]{3,}$/;

/** Collects everything wrong with one input, so that it is all said at once. */
export class Problems {
  private readonly found: FieldProblem[] = [];

  add(path: string, reason: string, message: string): void {
    this.found.push({ path: `input.${path}`, reason, message });
  }

  text(path: string, value: string, limits: TextLimits): string {
    return this.take(path, cleanText(value, limits));
  }

  businessId(path: string, value: string): string {
    return this.take(path, parseBusinessId(value));
  }

  languageTag(path: string, value: string): string {
    return this.take(path, parseLanguageTag(value));
  }

  phone(path: string, value: string): string {
    const text = this.text(path, value, { maxLength: 40, multiline: false });
    if (text && !phoneForm.test(text))
      this.add(path, 'PHONE_INVALID', 'Write a phone number, e.g. +358 40 123 4567.');
    return text;
  }

  /** Throws INVALID_INPUT with every problem, if there is any. */
  throwIfAny(): void {
    const [first, ...rest] = this.found;
    if (first) throw invalidFields([first, ...rest]);
  }

  private take(
    path: string,
    reading: { ok: true; value: string } | { ok: false; reason: string; message: string },
  ): string {
    if (reading.ok) return reading.value;
    this.add(path, reading.reason, reading.message);
    return '';
  }
}
