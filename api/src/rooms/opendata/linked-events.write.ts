import type {
  OccurrenceRow,
  OfferingRow,
  PlaceRow,
  SeriesDates,
  TranslationRow,
} from '../offerings/index.ts';
import type { ThemeRow } from '../regions/index.ts';
import { linkedPlace, onlinePlace } from './linked-events.place.ts';
import { addressOf, createdAtOf, keywordIdOf, linkTo, sourceId } from './linked-events.words.ts';

type Texts = Record<string, string>;

/** All that an event tells, in every language. */
export interface EventFacts {
  readonly publicUrl: string;
  readonly id: string;
  readonly offering: OfferingRow;
  readonly translations: readonly TranslationRow[];
  readonly organisationName: string;
  readonly place: PlaceRow | null;
  readonly municipality: Readonly<Record<string, string>>;
  readonly themes: readonly ThemeRow[];
  /** Of a date; null for a series. */
  readonly occurrence: OccurrenceRow | null;
  /** The dates of its series, or of itself when it is one; null for a date that stands alone. */
  readonly series: SeriesDates | null;
}

const asHtml = (text: string): string => {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
};

/** A text by language; null when no language has it, as that interface writes it. */
const textsOf = (
  rows: readonly TranslationRow[],
  field: 'title' | 'summary' | 'description',
  write = (text: string): string => text,
): Texts | null => {
  const entries = rows
    .filter((row) => row[field] !== '' && row.state !== 'DRAFT' && !row.isCopyOfSource)
    .map((row) => [row.language, write(row[field])] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
};

const whereOf = ({ publicUrl, place, municipality, offering }: EventFacts): object | null => {
  if (place) return linkedPlace(publicUrl, place, municipality);
  return offering.isOnline ? onlinePlace(publicUrl) : null;
};

const offersOf = ({ priceEuroCents, priceNote }: OfferingRow): object[] => [
  {
    is_free: priceEuroCents === 0,
    price: priceEuroCents === 0 ? null : { fi: `${(priceEuroCents / 100).toFixed(2).replace('.', ',')} €` },
    description: priceNote ? { fi: priceNote } : null,
    info_url: null,
  },
];

/** As that interface says it: a postponed event has no time until it has a new one. */
const statusOf = ({ occurrence }: EventFacts): string => {
  if (occurrence?.status === 'CANCELLED') return 'EventCancelled';
  if (occurrence?.status === 'POSTPONED') return 'EventPostponed';
  return occurrence?.previousStartsAt ? 'EventRescheduled' : 'EventScheduled';
};

const timesOf = ({
  occurrence,
  series,
}: EventFacts): { start_time: string | null; end_time: string | null } =>
  occurrence?.status === 'POSTPONED'
    ? { start_time: null, end_time: null }
    : {
        start_time: (occurrence?.startsAt ?? series?.startsAt)?.toISOString() ?? null,
        end_time: (occurrence?.endsAt ?? series?.endsAt)?.toISOString() ?? null,
      };

const seriesOf = ({ publicUrl, occurrence, series, offering }: EventFacts): object => ({
  super_event: occurrence && series ? linkTo(publicUrl, 'event', sourceId(offering.id)) : null,
  super_event_type: occurrence ? null : 'recurring',
  sub_events: occurrence ? [] : (series?.ids ?? []).map((id) => linkTo(publicUrl, 'event', sourceId(id))),
});

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** An event in the shape of Helsinki's Linked Events. */
export const linkedEvent = (facts: EventFacts): object => {
  const { publicUrl, id, offering, translations, themes, occurrence } = facts;
  const pages = Object.fromEntries(
    ['fi', 'sv', 'en'].map((tag) => [tag, `${publicUrl}/${tag}/offerings/${offering.id}`]),
  );
  const createdAt = createdAtOf(id);
  return {
    id: sourceId(id),
    location: whereOf(facts),
    keywords: themes.map(({ uri, labels }) => ({
      ...linkTo(publicUrl, 'keyword', keywordIdOf(uri)),
      id: keywordIdOf(uri),
      name: labels,
    })),
    ...seriesOf(facts),
    event_status: statusOf(facts),
    type_id: offering.kind === 'COURSE' ? 'Course' : 'General',
    external_links: [],
    offers: offersOf(offering),
    data_source: 'kotoverkko',
    publisher: sourceId(offering.organisationId),
    images: [],
    videos: [],
    in_language: offering.spokenLanguages.map((tag) => linkTo(publicUrl, 'language', tag)),
    audience: [],
    created_time: createdAt.toISOString(),
    last_modified_time: later(offering.updatedAt, createdAt).toISOString(),
    date_published: offering.publishedAt?.toISOString() ?? null,
    ...timesOf(facts),
    custom_data: null,
    audience_min_age: offering.ageMinimum,
    audience_max_age: offering.ageMaximum,
    maximum_attendee_capacity: occurrence ? occurrence.capacity : offering.capacity,
    deleted: false,
    replaced_by: null,
    name: textsOf(translations, 'title') ?? {},
    short_description: textsOf(translations, 'summary'),
    description: textsOf(translations, 'description', asHtml),
    location_extra_info: null,
    info_url: pages,
    provider: { fi: facts.organisationName },
    provider_contact_info: null,
    '@id': addressOf(publicUrl, 'event', sourceId(id)),
    '@context': 'http://schema.org',
    '@type': 'Event/LinkedEvent',
  };
};

/** What is left of an event that was removed: enough for a mirror to forget it. */
export const removedEvent = (publicUrl: string, id: string, at: Date | null): object => ({
  id: sourceId(id),
  deleted: true,
  event_status: 'EventCancelled',
  data_source: 'kotoverkko',
  last_modified_time: at?.toISOString() ?? null,
  '@id': addressOf(publicUrl, 'event', sourceId(id)),
  '@context': 'http://schema.org',
  '@type': 'Event/LinkedEvent',
});
