import { defineEntity, p } from '@mikro-orm/postgresql';
import { securedByHosts } from './host.security.ts';
import { Offering } from './offering.entity.ts';

/**
 * What a published offering is found by. Every row is public, so that reading it needs no condition: one would keep
 * PostgreSQL from using these indexes, whose operators it does not trust with hidden rows.
 */
export const OfferingSearch = defineEntity({
  name: 'OfferingSearch',
  tableName: 'offering_search',
  properties: {
    offering: () => p.manyToOne(Offering).mapToPk().primary(),
    hostIds: p.array().columnType('uuid[]'),
    /** Stems, words, parts, slips and sounds of titles and themes. */
    titles: p.text().columnType('tsvector'),
    /** The same, and the stems and words of all other texts, of hosts and places. */
    document: p.text().columnType('tsvector'),
    /** The folded words of the titles, for likeness by trigrams. */
    words: p.text(),
  },
  indexes: [
    {
      name: 'offering_search_titles',
      expression: 'create index "offering_search_titles" on "offering_search" using gin ("titles")',
    },
    {
      name: 'offering_search_document',
      expression: 'create index "offering_search_document" on "offering_search" using gin ("document")',
    },
    {
      name: 'offering_search_words',
      expression:
        'create index "offering_search_words" on "offering_search" using gin ("words" gin_trgm_ops)',
    },
  ],
  ...securedByHosts('offering_search', 'true'),
});
