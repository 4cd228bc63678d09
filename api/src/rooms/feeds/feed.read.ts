import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { Loaders } from '../../platform/loader.ts';
import { anonymousViewer } from '../../platform/policy/viewer.ts';
import {
  localised,
  offeringLoader,
  OccurrenceService,
  placeLoader,
  readCalendarOfferings,
  readChangedDates,
  schedulesLoader,
  translationsLoader,
  type CalendarOffering,
  type ChangedDate,
  type OccurrenceRow,
  type PlaceRow,
  type ScheduleRow,
} from '../offerings/index.ts';
import { describeOffering, type DescribedOffering } from './feed.describe.ts';
import type { FeedFilter } from './feed.filter.ts';

/** How long what is over or cancelled stays in a calendar, in days (STANDARDS.md, iCalendar 5). */
const keptDays = 30;
/** How many coming dates a news feed tells. */
const mostDates = 50;

/** A date that is not as its rule says, with where it is. */
export interface PlacedDate extends ChangedDate {
  readonly place: PlaceRow | null;
}

/** An offering as a calendar shows it. */
export interface FeedOffering extends DescribedOffering {
  readonly offering: CalendarOffering;
  readonly schedules: readonly ScheduleRow[];
  readonly changedDates: readonly PlacedDate[];
}

/** The offerings of a calendar, read as anyone may; the same number of statements whatever their number. */
export const readFeedOfferings = async (
  hub: Hub,
  languageTag: string,
  filter: FeedFilter,
): Promise<FeedOffering[]> => {
  const viewer = anonymousViewer(languageTag);
  const since = new Date(hub.clock.now().getTime() - keptDays * 86_400_000);
  const offerings = await readCalendarOfferings(hub, viewer, filter, since);
  if (offerings.length === 0) return [];
  const ids = offerings.map(({ id }) => id);
  const datesOf = Map.groupBy(
    await readChangedDates(hub, viewer, ids, since),
    ({ offeringId }) => offeringId,
  );
  const loaders = new Loaders(hub, viewer);
  return Promise.all(
    offerings.map(async (offering) => {
      const [described, schedules] = await Promise.all([
        describeOffering(hub, loaders, languageTag, offering),
        loaders.load(schedulesLoader, offering.id),
      ]);
      const changedDates = await Promise.all(
        (datesOf.get(offering.id) ?? []).map(async (date) => ({
          ...date,
          place: date.placeId ? await loaders.load(placeLoader, date.placeId) : described.place,
        })),
      );
      return { ...described, offering, schedules, changedDates };
    }),
  );
};

/** A coming date with its offering, as news tell it. */
export interface FeedDate extends DescribedOffering {
  readonly occurrence: OccurrenceRow;
}

/** The next dates that a filter lets through, soonest first, cancelled ones among them. */
export const readFeedDates = async (
  hub: Hub,
  languageTag: string,
  filter: FeedFilter,
): Promise<FeedDate[]> => {
  const viewer = anonymousViewer(languageTag);
  const { nodes } = await hub.get(OccurrenceService).page(viewer, { first: mostDates }, filter);
  const loaders = new Loaders(hub, viewer);
  const dates = await Promise.all(
    nodes.map(async (occurrence) => {
      const offering = await loaders.load(offeringLoader, occurrence.offeringId);
      if (!offering) return [];
      return [
        { ...(await describeOffering(hub, loaders, languageTag, offering, occurrence.placeId)), occurrence },
      ];
    }),
  );
  return dates.flat();
};

/** An offering's title in a language. Errors: NOT_FOUND when it is not there or was never published. */
export const titleOf = async (hub: Hub, languageTag: string, offeringId: string): Promise<string> => {
  const loaders = new Loaders(hub, anonymousViewer(languageTag));
  const offering = isId(offeringId) ? await loaders.load(offeringLoader, offeringId) : null;
  if (!offering) throw notFound();
  return localised(await loaders.load(translationsLoader, offeringId), 'title', [languageTag]).value;
};
