import { invalidFields, type FieldProblem } from '../../platform/errors/hub-error.ts';
import { findPersonalData } from '../../platform/text/personal-data.ts';
import { parseLanguageTag } from '../../platform/text/language-tag.ts';
import { cleanText, type TextLimits } from '../../platform/text/plain-text.ts';

/** Collects everything wrong with one input, so that it is all said at once. */
export class Problems {
  private readonly found: FieldProblem[] = [];

  add(path: string, reason: string, message: string): void {
    this.found.push({ path: `input.${path}`, reason, message });
  }

  /** A clean text without a personal identity code: none is ever kept here (DOMAIN.md §3). */
  text(path: string, value: string, limits: TextLimits): string {
    const reading = cleanText(value, limits);
    if (!reading.ok) {
      this.add(path, reading.reason, reading.message);
      return '';
    }
    if (findPersonalData(reading.value).some(({ kind }) => kind === 'IDENTITY_CODE')) {
      this.add(path, 'IDENTITY_CODE', 'Take the personal identity code out: none is kept here.');
    }
    return reading.value;
  }

  optionalText(path: string, value: string | null | undefined, limits: TextLimits): string | null {
    return value?.trim() ? this.text(path, value, limits) : null;
  }

  languageTag(path: string, value: string): string {
    const reading = parseLanguageTag(value);
    if (reading.ok) return reading.value;
    this.add(path, reading.reason, reading.message);
    return value;
  }

  /** The list without doubles; complains when it is longer than `most`. */
  list<Word extends string>(path: string, words: readonly Word[], most: number): Word[] {
    if (words.length > most) this.add(path, 'TOO_MANY', `Name ${most} at most.`);
    return [...new Set(words.slice(0, most))];
  }

  /** Throws INVALID_INPUT with every problem, if there is any. */
  throwIfAny(): void {
    const [first, ...rest] = this.found;
    if (first) throw invalidFields([first, ...rest]);
  }
}
