import type { FeedDate } from './feed.read.ts';
import { changedAtOf, newsOf, pageOf } from './feed.text.ts';

export interface NewsFacts {
  readonly languageTag: string;
  readonly publicUrl: string;
  readonly name: string;
  /** The feed's own address. */
  readonly selfUrl: string;
  /** The list of events for people, with the same filter. */
  readonly listUrl: string;
  /** When anything last changed. */
  readonly changedAt: Date;
}

/** What XML 1.0 does not let stand, even escaped. */

const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

const entry = (date: FeedDate, { languageTag, publicUrl }: NewsFacts): string => {
  const { title, lines } = newsOf(date, languageTag);
  const { occurrence, offering, organisation, themes } = date;
  return `<entry xml:lang="${xmlText(date.title.language)}">
<id>urn:uuid:${occurrence.id}</id>
<title>${xmlText(title)}</title>
<updated>${changedAtOf(date).toISOString()}</updated>
<published>${(offering.publishedAt ?? offering.updatedAt).toISOString()}</published>
<author><name>${xmlText(organisation.name)}</name></author>
<link rel="alternate" type="text/html" href="${xmlText(`${pageOf(publicUrl, languageTag, offering.id)}?date=${occurrence.id}`)}"/>
${themes.map((theme) => `<category term="${xmlText(theme)}"/>`).join('')}
<summary>${xmlText(lines.join('\n'))}</summary>
</entry>`;
};

/** The coming dates as Atom (RFC 4287). */
export const writeAtom = (dates: readonly FeedDate[], facts: NewsFacts): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(facts.languageTag)}">
<id>${xmlText(facts.selfUrl)}</id>
<title>${xmlText(facts.name)}</title>
<updated>${facts.changedAt.toISOString()}</updated>
<author><name>Kotoverkko</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(facts.selfUrl)}"/>
<link rel="alternate" type="text/html" href="${xmlText(facts.listUrl)}"/>
${dates.map((date) => entry(date, facts)).join('\n')}
</feed>
`;
