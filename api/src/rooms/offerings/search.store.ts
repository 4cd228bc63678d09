import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { fold, wordsOf } from './search.fold.ts';
import { textLexemesOf, titleLexemesOf } from './search.words.ts';

interface Text {
  readonly language: string;
  readonly title: string;
  readonly body: string;
}

interface Source {
  readonly id: string;
  readonly hostIds: readonly string[];
  readonly texts: readonly Text[];
  /** Labels of themes, in every language. */
  readonly themes: readonly Readonly<Record<string, string>>[];
  /** Hosts, place and municipality. */
  readonly names: readonly string[];
}

/** The languages whose forms PostgreSQL knows. */
const stemmed = ['fi', 'sv', 'en', 'ru', 'ar'] as const;
type Stemmed = (typeof stemmed)[number];

const keyOf = (language: string): string => language.split('-')[0] ?? language;
/** Everything there is in a language, folded. */
const inLanguage = (texts: readonly { language: string; words: string }[], language: Stemmed): string =>
  fold(
    texts
      .filter((text) => keyOf(text.language) === language)
      .map(({ words }) => words)
      .join(' \n '),
  );

const documentOf = ({ id, hostIds, texts, themes, names }: Source) => {
  const headings = [
    ...texts.map(({ language, title }) => ({ language, words: title })),
    ...themes.flatMap((labels) => Object.entries(labels).map(([language, words]) => ({ language, words }))),
  ];
  const bodies = texts.map(({ language, body }) => ({ language, words: body }));
  const titles = headings.map(({ words }) => words).join('\n');
  const named = names.join('\n');
  return {
    id,
    hostIds,
    titleLexemes: titleLexemesOf(titles),
    lexemes: [
      ...new Set([...titleLexemesOf(named), ...textLexemesOf(bodies.map(({ words }) => words).join('\n'))]),
    ],
    words: wordsOf(texts.map(({ title }) => title).join(' ')).join(' '),
    ...Object.fromEntries(
      stemmed.flatMap((language) => [
        [`${language}Titles`, inLanguage(headings, language)],
        [`${language}Bodies`, inLanguage(bodies, language)],
      ]),
    ),
  };
};

const readSources = (tx: Transaction, offeringIds: readonly string[]): Promise<Source[]> =>
  tx.query<Source>(
    sql`select o.id, o.host_ids as "hostIds",
          array(select jsonb_build_object('language', t.language, 'title', t.title, 'body', t.summary || E'\n' || t.description)
            from offering_translations t where t.offering_id = o.id and t.state <> 'DRAFT' order by t.position) as texts,
          array(select e.labels::jsonb from offering_themes h join themes e on e.id = h.theme_id
            where h.offering_id = o.id order by h.position) as themes,
          array(select g.name from organisations g where g.id = any(o.host_ids))
            || array(select l.name || ' ' || l.street_address from places l where l.id = o.place_id)
            || array(select value from municipalities m, jsonb_each_text(m.name::jsonb) where m.code = o.municipality_code) as names
        from offerings o where o.id = any(${[...offeringIds]}::uuid[]) and o.status = 'PUBLISHED'`,
  );

/**
 * Writes what these offerings are found by, in the transaction that changes them; one that is not published is found
 * by nothing.
 */
export const storeSearch = async (tx: Transaction, offeringIds: readonly string[]): Promise<void> => {
  const documents = (await readSources(tx, offeringIds)).map(documentOf);
  await tx.query(sql`delete from offering_search where offering_id = any(${[...offeringIds]}::uuid[])`);
  if (documents.length === 0) return;
  await tx.query(
    sql`insert into offering_search (offering_id, host_ids, titles, document, words)
        select d.id, d."hostIds", made.titles, made.titles || array_to_tsvector(d.lexemes)
          || to_tsvector('finnish', d."fiBodies") || to_tsvector('swedish', d."svBodies")
          || to_tsvector('english', d."enBodies") || to_tsvector('russian', d."ruBodies")
          || to_tsvector('arabic', d."arBodies"), d.words
        from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as d(id uuid, "hostIds" uuid[], "titleLexemes" text[],
          lexemes text[], words text, "fiTitles" text, "svTitles" text, "enTitles" text, "ruTitles" text, "arTitles" text,
          "fiBodies" text, "svBodies" text, "enBodies" text, "ruBodies" text, "arBodies" text)
        cross join lateral (select array_to_tsvector(d."titleLexemes")
          || to_tsvector('finnish', d."fiTitles") || to_tsvector('swedish', d."svTitles")
          || to_tsvector('english', d."enTitles") || to_tsvector('russian', d."ruTitles")
          || to_tsvector('arabic', d."arTitles") as titles) as made`,
  );
};
