import type { Hub } from '../../platform/hub.ts';
import { anonymousViewer } from '../../platform/policy/viewer.ts';
import { readListedOfferings } from '../offerings/index.ts';
import { readListedOrganisations } from '../organisations/index.ts';
import { portalLanguages, type PortalLanguage } from '../people/index.ts';
import { writeSitemap, writeSitemapIndex, type SitemapPage } from './sitemap.feed.ts';

/** Which pages there are, for search engines (sitemaps.org): what anyone may read, each with its languages. */
export class SitemapService {
  constructor(private readonly hub: Hub) {}

  /** Where the sitemap of each language is. */
  index(): string {
    return writeSitemapIndex(this.hub.env.publicUrl, portalLanguages);
  }

  /** The public pages in one language. */
  async pages(languageTag: PortalLanguage): Promise<string> {
    const viewer = anonymousViewer(languageTag);
    const [offerings, organisations] = await Promise.all([
      readListedOfferings(this.hub, viewer),
      readListedOrganisations(this.hub, viewer),
    ]);
    const pages: SitemapPage[] = [
      ...['', '/organisations', '/calendar', '/open-data'].map((path) => ({ path, changedAt: null })),
      ...offerings.map(({ id, updatedAt }) => ({ path: `/offerings/${id}`, changedAt: updatedAt })),
      ...organisations.map(({ id }) => ({ path: `/organisations/${id}`, changedAt: null })),
    ];
    return writeSitemap(this.hub.env.publicUrl, languageTag, portalLanguages, pages);
  }

  /** What robots are told: everything public is theirs to read; personal pages say so themselves, by a header. */
  robots(): string {
    return `User-agent: *\nDisallow: /graphql\n\nSitemap: ${this.hub.env.publicUrl}/sitemap.xml\n`;
  }
}
