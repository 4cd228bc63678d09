import { localize, type LocalizedText } from '../../platform/i18n/localized-text.ts';
import type { TranslationRow } from './offering.row.ts';

/** What a reader gets to see of one of the texts. A copy of the source is no translation, a draft is not ready. */
export const localised = (
  rows: readonly TranslationRow[],
  field: 'title' | 'summary' | 'description',
  languages: readonly string[],
): LocalizedText => {
  const texts = rows
    .filter((row) => row[field] !== '' && !row.isCopyOfSource && row.state !== 'DRAFT')
    .map((row) => ({ language: row.language, value: row[field] }));
  const language = rows[0]?.language ?? 'und';
  return localize(texts, languages) ?? { value: '', language, isFallback: false };
};
