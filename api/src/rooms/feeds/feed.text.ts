import { periodText } from '../../platform/i18n/date-text.ts';
import { labelledText } from '../../platform/i18n/labelled-text.ts';
import { portalLanguageOf } from '../people/index.ts';
import type { DescribedOffering } from './feed.describe.ts';
import type { FeedDate } from './feed.read.ts';
import { onlineWord } from '../offerings/index.ts';
import { cancelledWord, movedWord, postponedWord } from './feed.words.ts';

export type DateChange = 'CANCELLED' | 'POSTPONED' | 'MOVED';

const changeWords = { CANCELLED: cancelledWord, POSTPONED: postponedWord, MOVED: movedWord } as const;

/** What a host did to a date; null for one that is as its series has it. */
export const changeOf = ({
  status,
  movedAt,
}: Pick<FeedDate['occurrence'], 'status' | 'movedAt'>): DateChange | null => {
  if (status !== 'SCHEDULED') return status;
  return movedAt ? 'MOVED' : null;
};

/** 'Cancelled: Language café', in the feed's language. */
export const changedTitle = (languageTag: string, change: DateChange | null, title: string): string =>
  change ? `${changeWords[change][portalLanguageOf(languageTag)]}: ${title}` : title;

/** Where one goes: name, street, postal code and municipality; the word for "online" where there is no place. */
export const whereOf = (described: DescribedOffering, languageTag: string): string => {
  const { place, municipality, offering } = described;
  if (!place) return offering.isOnline ? onlineWord[portalLanguageOf(languageTag)] : municipality;
  const town = [place.postalCode, municipality].filter(Boolean).join(' ');
  return [place.name, place.streetAddress, town].filter(Boolean).join(', ');
};

/** The offering's page for people, in the reader's language. */
export const pageOf = (publicUrl: string, languageTag: string, offeringId: string): string =>
  `${publicUrl}/${portalLanguageOf(languageTag)}/offerings/${offeringId}`;

/** A date in news: title, cancelled or not, and what to know of it in a few lines. */
export const newsOf = (date: FeedDate, languageTag: string): { title: string; lines: string[] } => {
  const { occurrence, title, summary } = date;
  const change = changeOf(occurrence);
  const reasons = change === 'CANCELLED' ? occurrence.cancelReasons : occurrence.changeReasons;
  return {
    title: changedTitle(languageTag, change, title.value),
    lines: [
      change ? labelledText(reasons, languageTag) : undefined,
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
