import { periodText } from '../../platform/i18n/date-text.ts';
import { localize } from '../../platform/i18n/localized-text.ts';
import { portalLanguageOf } from '../people/index.ts';
import type { DescribedOffering } from './feed.describe.ts';
import type { FeedDate } from './feed.read.ts';
import { cancelledWord, onlineWord } from './feed.words.ts';

/** 'Cancelled: Language café', in the feed's language. */
export const cancelledTitle = (languageTag: string, title: string): string =>
  `${cancelledWord[portalLanguageOf(languageTag)]}: ${title}`;

/** Where one goes: name, street, postal code and municipality; the word for "online" where there is no place. */
export const whereOf = (described: DescribedOffering, languageTag: string): string => {
  const { place, municipality, offering } = described;
  if (!place) return offering.onlineUrl ? onlineWord[portalLanguageOf(languageTag)] : municipality;
  const town = [place.postalCode, municipality].filter(Boolean).join(' ');
  return [place.name, place.streetAddress, town].filter(Boolean).join(', ');
};

/** The offering's page for people, in the reader's language. */
export const pageOf = (publicUrl: string, languageTag: string, offeringId: string): string =>
  `${publicUrl}/${portalLanguageOf(languageTag)}/offerings/${offeringId}`;

/** A date in news: title, cancelled or not, and what to know of it in a few lines. */
export const newsOf = (date: FeedDate, languageTag: string): { title: string; lines: string[] } => {
  const { occurrence, title, summary } = date;
  const isCancelled = occurrence.status === 'CANCELLED';
  const reason = isCancelled ? localize(occurrence.cancelReasons, [languageTag])?.value : undefined;
  return {
    title: isCancelled ? cancelledTitle(languageTag, title.value) : title.value,
    lines: [
      reason,
      periodText(occurrence.startsAt, occurrence.endsAt, portalLanguageOf(languageTag)),
      whereOf(date, languageTag),
      summary.value,
    ].filter((line): line is string => Boolean(line)),
  };
};

/** When a date's news last changed. */
export const changedAtOf = ({ occurrence, offering }: FeedDate): Date =>
  occurrence.cancelledAt && occurrence.cancelledAt > offering.updatedAt
    ? occurrence.cancelledAt
    : offering.updatedAt;
