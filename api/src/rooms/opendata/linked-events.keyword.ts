import type { SpokenLanguageRow, ThemeRow } from '../regions/index.ts';
import { addressOf, keywordIdOf } from './linked-events.words.ts';

export const linkedKeyword = (publicUrl: string, { uri, labels }: ThemeRow): object => {
  const id = keywordIdOf(uri);
  return {
    id,
    alt_labels: [],
    created_time: null,
    last_modified_time: null,
    aggregate: false,
    deprecated: false,
    n_events: null,
    image: null,
    data_source: 'yso',
    publisher: 'hy:kansalliskirjasto',
    replaced_by: null,
    name: labels,
    same_as: uri,
    '@id': addressOf(publicUrl, 'keyword', id),
    '@context': 'http://schema.org',
    '@type': 'Keyword',
  };
};

export const linkedLanguage = (publicUrl: string, { tag, endonym }: SpokenLanguageRow): object => ({
  id: tag,
  translation_available: false,
  name: { [tag]: endonym },
  '@id': addressOf(publicUrl, 'language', tag),
  '@context': 'http://schema.org',
  '@type': 'Language',
});
