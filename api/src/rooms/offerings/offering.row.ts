import { raw, type Sql } from 'sql-template-tag';
import type { TimeKind } from './schedule/index.ts';
import type {
  Audience,
  FinnishLevel,
  OfferingKind,
  OfferingStatus,
  TextField,
  TranslationState,
} from './offering.words.ts';

/** An offering as resolvers and other rooms read it. */
export interface OfferingRow {
  readonly id: string;
  readonly organisationId: string;
  /** The organisation, then its co-hosts. */
  readonly hostIds: readonly string[];
  readonly kind: OfferingKind;
  readonly status: OfferingStatus;
  /** Was published once. */
  readonly isPublic: boolean;
  readonly version: number;
  readonly sourceLanguage: string;
  readonly spokenLanguages: readonly string[];
  readonly finnishLevel: FinnishLevel;
  readonly audience: Audience;
  readonly ageMinimum: number | null;
  readonly ageMaximum: number | null;
  readonly womenOnly: boolean;
  readonly childrenWelcome: boolean;
  readonly hasChildCare: boolean;
  readonly stepFree: boolean;
  readonly transportHelp: boolean;
  readonly priceEuroCents: number;
  readonly priceNote: string | null;
  readonly capacity: number | null;
  readonly takesSignUps: boolean;
  readonly takesReferrals: boolean;
  readonly isSensitive: boolean;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly placeId: string | null;
  readonly municipalityCode: string;
  /** One can join over the network; the link itself is for those who have a place, see `readJoinLinks`. */
  readonly isOnline: boolean;
  readonly importSource: string | null;
  readonly importId: string | null;
  readonly contentHash: string | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
  /** Since when it is marked, and hidden, because no host says that it is still right. */
  readonly staleAt: Date | null;
  readonly hiddenAt: Date | null;
}

const columns: Readonly<Record<Exclude<keyof OfferingRow, 'isOnline'>, string>> = {
  id: 'id',
  organisationId: 'organisation_id',
  hostIds: 'host_ids',
  kind: 'kind',
  status: 'status',
  isPublic: 'is_public',
  version: 'version',
  sourceLanguage: 'source_language',
  spokenLanguages: 'spoken_languages',
  finnishLevel: 'finnish_level',
  audience: 'audience',
  ageMinimum: 'age_minimum',
  ageMaximum: 'age_maximum',
  womenOnly: 'women_only',
  childrenWelcome: 'children_welcome',
  hasChildCare: 'has_child_care',
  stepFree: 'step_free',
  transportHelp: 'transport_help',
  priceEuroCents: 'price_euro_cents',
  priceNote: 'price_note',
  capacity: 'capacity',
  takesSignUps: 'takes_sign_ups',
  takesReferrals: 'takes_referrals',
  isSensitive: 'is_sensitive',
  contactName: 'contact_name',
  contactEmail: 'contact_email',
  contactPhone: 'contact_phone',
  placeId: 'place_id',
  municipalityCode: 'municipality_code',
  importSource: 'import_source',
  importId: 'import_id',
  contentHash: 'content_hash',
  publishedAt: 'published_at',
  updatedAt: 'updated_at',
  staleAt: 'stale_at',
  hiddenAt: 'hidden_at',
};

/** The columns of an `OfferingRow`, for a statement on `offerings o`. */
export const offeringColumns: Sql = raw(
  Object.entries(columns)
    .map(([name, column]) => `o.${column} as "${name}"`)
    .concat('o.online_url is not null as "isOnline"')
    .join(', '),
);

/** A text of an offering. */
export interface TranslationRow {
  readonly offeringId: string;
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly state: TranslationState;
  readonly isCopyOfSource: boolean;
  /** The text it was translated from; null for the source itself. */
  readonly sourceLanguage: string | null;
  readonly outdatedFields: readonly TextField[];
  readonly isMachine: boolean;
}

/** A schedule as the database keeps it. */
export interface ScheduleRow {
  readonly id: string;
  readonly offeringId: string;
  readonly startsAtLocal: string;
  readonly timeZone: 'Europe/Helsinki';
  readonly durationMinutes: number;
  readonly rule: string | null;
  readonly timeKind: TimeKind;
  /** Days left out, '2026-12-24'. */
  readonly skippedOn: readonly string[];
  /** Wall times beside the rule. */
  readonly extraStarts: readonly string[];
  readonly skipsHolidays: boolean;
  readonly skipsSchoolBreaks: boolean;
  /** Of its offering: whose school breaks are meant. */
  readonly municipalityCode: string;
}

/** The columns of a `ScheduleRow`, for a statement on `schedules s` and its `offerings o`. */
export const scheduleColumns: Sql = raw(
  `s.id, s.offering_id as "offeringId", s.starts_at_local as "startsAtLocal", s.time_zone as "timeZone",
   s.duration_minutes as "durationMinutes", s.rule, s.time_kind as "timeKind", s.skipped_on as "skippedOn",
   s.extra_starts as "extraStarts", s.skips_holidays as "skipsHolidays", s.skips_school_breaks as "skipsSchoolBreaks",
   o.municipality_code as "municipalityCode"`,
);

/** A place as resolvers read it. */
export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly streetAddress: string;
  readonly postalCode: string | null;
  readonly municipalityCode: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly directions: string | null;
}
