import type { NewsFacts } from './atom.feed.ts';
import type { FeedDate } from './feed.read.ts';
import { changedAtOf, newsOf, pageOf } from './feed.text.ts';

const item = (date: FeedDate, { languageTag, publicUrl }: NewsFacts): object => {
  const { title, lines } = newsOf(date, languageTag);
  const { occurrence, offering, organisation, themes } = date;
  return {
    id: `urn:uuid:${occurrence.id}`,
    url: `${pageOf(publicUrl, languageTag, offering.id)}?date=${occurrence.id}`,
    title,
    content_text: lines.join('\n'),
    date_published: (offering.publishedAt ?? offering.updatedAt).toISOString(),
    date_modified: changedAtOf(date).toISOString(),
    authors: [{ name: organisation.name }],
    tags: themes,
    language: date.title.language,
  };
};

/** The coming dates as JSON Feed 1.1. */
export const writeJsonFeed = (dates: readonly FeedDate[], facts: NewsFacts): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: facts.name,
    home_page_url: facts.listUrl,
    feed_url: facts.selfUrl,
    language: facts.languageTag,
    items: dates.map((date) => item(date, facts)),
  });
