import type { Translated } from '../../platform/i18n/localized-text.ts';
import { Problems } from './offering.problems.ts';

/** Why a date is changed, one text per language. Errors: INVALID_INPUT, with DUPLICATE_LANGUAGE among the reasons. */
export const checkReasons = (
  reasons: readonly Translated[],
  problems: Problems = new Problems(),
): Translated[] => {
  const seen = new Set<string>();
  return problems.atMost('reasons', reasons, 30).map((reason, index) => {
    const language = problems.languageTag(`reasons[${index}].language`, reason.language);
    if (seen.has(language))
      problems.add(`reasons[${index}].language`, 'DUPLICATE_LANGUAGE', 'Write one reason per language.');
    seen.add(language);
    return {
      language,
      value: problems.text(`reasons[${index}].value`, reason.value, { maxLength: 280, multiline: true }),
    };
  });
};
