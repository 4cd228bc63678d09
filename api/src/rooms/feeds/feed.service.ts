import { createHash } from 'node:crypto';
import type { Hub } from '../../platform/hub.ts';
import { anonymousViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { readLastChange } from '../offerings/index.ts';
import { OrganisationService } from '../organisations/index.ts';
import { portalLanguageOf } from '../people/index.ts';
import { writeAtom, type NewsFacts } from './atom.feed.ts';
import { writeCalendar } from './calendar.feed.ts';
import type { FeedFilter } from './feed.filter.ts';
import { readFeedDates, readFeedOfferings, titleOf } from './feed.read.ts';
import { feedName } from './feed.words.ts';
import { writeJsonFeed } from './json.feed.ts';

export interface FeedRequest {
  /** BCP-47; the portal's nearest language says the words of ours. */
  readonly languageTag: string;
  readonly filter: FeedFilter;
  /** Path and query as they were asked, '/feeds/fi/events.ics?kind=COURSE'. */
  readonly path: string;
}

/** A feed as it is sent. */
export interface Feed {
  readonly mediaType: string;
  readonly body: string;
  /** Strong; another one for every other body. */
  readonly etag: string;
  readonly lastModified: Date;
}

const dayMilliseconds = 86_400_000;

/** What is on, for calendars and feed readers: as anyone may see it, whoever asks. */
export class FeedService {
  constructor(private readonly hub: Hub) {}

  /**
   * The calendar of a filter (STANDARDS.md, iCalendar). An offering or organisation that is not there or was never
   * published is NOT_FOUND; other filters that nothing passes are an empty calendar.
   */
  async calendar(viewer: Viewer, { languageTag, filter }: FeedRequest): Promise<Feed> {
    const offerings = await readFeedOfferings(this.hub, languageTag, filter);
    const name = await this.nameOf(viewer, languageTag, filter);
    const { publicUrl } = this.hub.env;
    return this.feed('text/calendar', writeCalendar(name, offerings, { languageTag, publicUrl }));
  }

  /** The coming 50 dates of a filter as Atom. Errors: NOT_FOUND for an organisation that is not there. */
  async atom(viewer: Viewer, request: FeedRequest): Promise<Feed> {
    const dates = await readFeedDates(this.hub, request.languageTag, request.filter);
    return this.feed('application/atom+xml', writeAtom(dates, await this.factsOf(viewer, request)));
  }

  /** The coming 50 dates of a filter as JSON Feed. Errors: NOT_FOUND for an organisation that is not there. */
  async json(viewer: Viewer, request: FeedRequest): Promise<Feed> {
    const dates = await readFeedDates(this.hub, request.languageTag, request.filter);
    return this.feed('application/feed+json', writeJsonFeed(dates, await this.factsOf(viewer, request)));
  }

  private async factsOf(viewer: Viewer, { languageTag, filter, path }: FeedRequest): Promise<NewsFacts> {
    const { publicUrl } = this.hub.env;
    const query = path.includes('?') ? path.slice(path.indexOf('?')) : '';
    return {
      languageTag,
      publicUrl,
      name: await this.nameOf(viewer, languageTag, filter),
      selfUrl: publicUrl + path,
      listUrl: `${publicUrl}/${portalLanguageOf(languageTag)}${query}`,
      changedAt: await this.lastChange(),
    };
  }

  private async nameOf(viewer: Viewer, languageTag: string, filter: FeedFilter): Promise<string> {
    const { offeringId, organisationId } = filter;
    if (offeringId != null) return titleOf(this.hub, languageTag, offeringId);
    if (organisationId == null) return feedName[portalLanguageOf(languageTag)];
    return (await this.hub.get(OrganisationService).get(viewer, organisationId)).name;
  }

  /** Rows also leave a feed by the passing of days, so each new day counts as a change. */
  private async lastChange(): Promise<Date> {
    const now = this.hub.clock.now().getTime();
    const today = new Date(now - (now % dayMilliseconds));
    const changedAt = await readLastChange(this.hub, anonymousViewer());
    return changedAt && changedAt > today ? changedAt : today;
  }

  private async feed(mediaType: string, body: string): Promise<Feed> {
    const hash = createHash('sha256').update(body).digest('base64url');
    return {
      mediaType: `${mediaType}; charset=utf-8`,
      body,
      etag: `"${hash.slice(0, 27)}"`,
      lastModified: await this.lastChange(),
    };
  }
}
