/** Feeds: what is on, as calendars, Atom and JSON Feed, in each language and for any filter (STANDARDS.md iCalendar, Web). */
import type { Room } from '../../platform/room.ts';

export { feedFilterOf, type FeedFilter } from './feed.filter.ts';
export { describeOffering, type DescribedOffering } from './feed.describe.ts';
export { pageOf } from './feed.text.ts';
export { SitemapService } from './sitemap.service.ts';
export { FeedService, type Feed, type FeedRequest } from './feed.service.ts';

export const feedsRoom: Room = { name: 'feeds', entities: [], resolvers: [] };
