import { xmlText } from './atom.feed.ts';

export interface SitemapPage {
  /** Below the language: '', '/organisations', … */
  readonly path: string;
  readonly changedAt: Date | null;
}

const namespaces =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/** The sitemaps of each language (sitemaps.org): a file holds at most 50 000 addresses, so each has its own. */
export const writeSitemapIndex = (publicUrl: string, languages: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${languages.map((tag) => `<sitemap><loc>${xmlText(`${publicUrl}/sitemaps/${tag}.xml`)}</loc></sitemap>`).join('\n')}
</sitemapindex>
`;

const entry = (publicUrl: string, tag: string, languages: readonly string[], page: SitemapPage): string => {
  const at = (language: string): string => xmlText(`${publicUrl}/${language}${page.path}`);
  const alternates = languages.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${at(other)}"/>`,
  );
  const changed = page.changedAt ? `<lastmod>${page.changedAt.toISOString()}</lastmod>` : '';
  return `<url><loc>${at(tag)}</loc>${changed}${alternates.join('')}</url>`;
};

/** Pages in one language, each with its other languages. */
export const writeSitemap = (
  publicUrl: string,
  tag: string,
  languages: readonly string[],
  pages: readonly SitemapPage[],
): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<urlset ${namespaces}>
${pages.map((page) => entry(publicUrl, tag, languages, page)).join('\n')}
</urlset>
`;
