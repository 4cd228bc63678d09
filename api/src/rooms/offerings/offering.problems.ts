import { invalidFields, type FieldProblem } from '../../platform/errors/hub-error.ts';
import { parseLanguageTag } from '../../platform/text/language-tag.ts';
import { cleanText, type TextLimits } from '../../platform/text/plain-text.ts';

/** Digits with the signs people put between them; the plus of other countries. */
const phoneForm = /^\+?[0-9][0-9 ()/.-]{3,}$/;

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Collects everything wrong with one input, so that it is all said at once. Paths stand below `input`. */
export class Problems {
  private readonly found: FieldProblem[] = [];

  add(path: string, reason: string, message: string): void {
    this.found.push({ path: `input.${path}`, reason, message });
  }

  text(path: string, value: string, limits: TextLimits): string {
    const reading = cleanText(value, limits);
    if (reading.ok) return reading.value;
    this.add(path, reading.reason, reading.message);
    return '';
  }

  /** Nothing, or blanks, is no text. */
  optionalText(path: string, value: string | null | undefined, limits: TextLimits): string | null {
    return value?.trim() ? this.text(path, value, limits) : null;
  }

  languageTag(path: string, value: string): string {
    const reading = parseLanguageTag(value);
    if (reading.ok) return reading.value;
    this.add(path, reading.reason, reading.message);
    return value;
  }

  phone(path: string, value: string | null): string | null {
    const text = this.optionalText(path, value, { maxLength: 40, multiline: false });
    if (text && !phoneForm.test(text))
      this.add(path, 'PHONE_INVALID', 'Write a phone number, e.g. +358 40 123 4567.');
    return text;
  }

  /** A whole number in a range; null passes. */
  whole(path: string, value: number | null, { least, most }: Range, reason: string): number | null {
    if (value === null || (Number.isInteger(value) && value >= least && value <= most)) return value;
    this.add(path, reason, `Write a whole number from ${least} to ${most}.`);
    return null;
  }

  /** Cuts a list that is too long, so that no work is done for its rest. */
  atMost<Item>(path: string, items: readonly Item[], most: number): Item[] {
    if (items.length > most) this.add(path, 'TOO_MANY', `Name ${most} at most.`);
    return items.slice(0, most);
  }

  /** Throws INVALID_INPUT with every problem, if there is any. */
  throwIfAny(): void {
    const [first, ...rest] = this.found;
    if (first) throw invalidFields([first, ...rest]);
  }
}
