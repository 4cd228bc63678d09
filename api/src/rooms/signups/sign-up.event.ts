import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { periodText } from '../../platform/i18n/date-text.ts';
import { localize, type Translated } from '../../platform/i18n/localized-text.ts';
import { onlineWord } from '../offerings/index.ts';
import { portalLanguageOf } from '../people/index.ts';

/** What mails say of a date. */
export interface EventFacts {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly hostIds: readonly string[];
  readonly isSensitive: boolean;
  readonly placeName: string | null;
  readonly streetAddress: string | null;
  readonly isOnline: boolean;
  readonly titles: readonly Translated[];
  readonly cancelReasons: readonly Translated[];
  /** Why it was moved or postponed. */
  readonly changeReasons: readonly Translated[];
}

export const readEvent = async (tx: Transaction, occurrenceId: string): Promise<EventFacts | null> => {
  const [event] = await tx.query<EventFacts>(
    sql`select c.starts_at as "startsAt", c.ends_at as "endsAt", c.host_ids as "hostIds",
          c.cancel_reasons as "cancelReasons", c.change_reasons as "changeReasons", o.is_sensitive as "isSensitive", o.online_url is not null as "isOnline",
          l.name as "placeName", l.street_address as "streetAddress",
          (select coalesce(json_agg(json_build_object('language', t.language, 'value', t.title) order by t.position), '[]')
           from offering_translations t
           where t.offering_id = o.id and not t.is_copy_of_source and t.state <> 'DRAFT') as titles
        from occurrences c join offerings o on o.id = c.offering_id left join places l on l.id = coalesce(c.place_id, o.place_id)
        where c.id = ${occurrenceId}`,
  );
  return event ?? null;
};

/** The link to join by stands on the person's own page: mails are passed on. */
const whereOf = (event: EventFacts, languageTag: string): string =>
  [event.placeName, event.streetAddress].filter(Boolean).join(', ') ||
  (event.isOnline ? onlineWord[portalLanguageOf(languageTag)] : '');

/**
 * The date in a few lines: title, time, place. Of a sensitive offering the time alone: a title, place or address may
 * reveal health, faith or orientation to whoever sees the mail (DOMAIN.md §8).
 */
export const describeEvent = (event: EventFacts, languageTag: string): string => {
  const time = periodText(event.startsAt, event.endsAt, languageTag);
  if (event.isSensitive) return time;
  const title = localize(event.titles, [languageTag])?.value;
  return [title, time, whereOf(event, languageTag)].filter(Boolean).join('\n');
};

/** What it is called; nothing of a sensitive offering. */
export const titleOf = (event: EventFacts, languageTag: string): string =>
  event.isSensitive ? '' : (localize(event.titles, [languageTag])?.value ?? '');

/** When and where it was to be; of a sensitive offering the time alone. */
export const describeKnown = (known: EventFacts, event: EventFacts, languageTag: string): string => {
  const time = periodText(known.startsAt, known.endsAt, languageTag);
  const isElsewhere = whereOf(known, languageTag) !== whereOf(event, languageTag);
  return isElsewhere && !event.isSensitive
    ? [time, whereOf(known, languageTag)].filter(Boolean).join('\n')
    : time;
};
