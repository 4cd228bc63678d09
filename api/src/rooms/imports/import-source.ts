/** Larger files are no calendar of an association; they are refused before they are read. */
export const MAXIMUM_IMPORT_BYTES = 10 * 1024 * 1024;
export const MAXIMUM_IMPORT_EVENTS = 5_000;

/** Texts longer than this (in characters) are cut, and the problem says so. */
export const IMPORT_TEXT_LIMITS = { title: 200, summary: 500, description: 10_000, line: 300 };

/** A format from which events are read. Pure: the same text and options give the same result. */
export interface ImportSource {
  /** Name on the command line, `linked-events`. */
  readonly kind: string;
  /** Never throws for bad text: what cannot be read becomes a problem, the rest comes in. */
  read(text: string, options?: ImportOptions): ImportResult;
}

export type ImportOptions = {
  /** Texts of files beside the events, which name what these only point to. */
  sideFiles?: { places?: string | undefined; keywords?: string | undefined };
  /** BCP-47 tag of texts whose language the source does not say; `fi` unless told. */
  language?: string;
};

export type ImportResult = {
  events: ImportedEvent[];
  problems: ImportProblem[];
  /** What the source calls the whole. */
  name?: string | null;
};

export type ImportProblemReason =
  | 'FILE_NOT_READABLE'
  | 'FILE_TOO_LARGE'
  | 'TOO_MANY_EVENTS'
  | 'WRONG_TYPE'
  | 'ID_MISSING'
  | 'ID_DOUBLED'
  | 'NAME_MISSING'
  | 'DELETED_AT_SOURCE'
  | 'LANGUAGE_TAG_INVALID'
  | 'TRANSLATION_IS_COPY'
  | 'TRANSLATION_WITHOUT_TITLE'
  | 'TEXT_TOO_LONG'
  | 'START_MISSING'
  | 'END_MISSING'
  | 'INVALID_TIME'
  | 'END_BEFORE_START'
  | 'PLACE_UNKNOWN'
  | 'COORDINATES_INVALID'
  | 'KEYWORD_UNKNOWN'
  | 'AGE_INVALID'
  | 'CAPACITY_INVALID'
  | 'URL_INVALID'
  | 'ENCODING_GUESSED'
  | 'EVENT_TOO_LARGE'
  | 'EVENT_NOT_CLOSED'
  | 'LINE_NOT_READABLE'
  | 'PRIVATE_AT_SOURCE'
  | 'ZONE_UNKNOWN'
  | 'ZONE_FLOATING'
  | 'SINGLE_DATE_TEXT'
  | 'FOLLOWING_DATES_CHANGED'
  | 'EXCLUSION_RULE'
  | ImportHereReason;

/** What is found only when an event becomes an offering of an organisation here. */
export type ImportHereReason =
  | 'PLACE_INCOMPLETE'
  | 'MUNICIPALITY_UNKNOWN'
  | 'SPOKEN_LANGUAGE_MISSING'
  | 'PRICE_UNKNOWN'
  | 'TIME_NOT_USABLE'
  | 'CANCELLED_AT_SOURCE'
  | 'ARCHIVED_HERE'
  | 'ALREADY_OVER'
  | 'RULE_WITHOUT_END'
  | 'RULE_NOT_USABLE'
  | 'RULE_AS_SINGLE_DATES'
  | 'TOO_MANY_DATES'
  | 'EDITED_HERE'
  | 'DATES_WITH_PEOPLE'
  | 'EVENT_REFUSED';

export type ImportProblem = {
  /** The event; null = the file. */
  sourceId: string | null;
  /** Field of the source, `start_time`; null = the whole event or file. */
  field: string | null;
  reason: ImportProblemReason;
  /** In English words, with what was done about it. */
  message: string;
  /** True when the event (or file) was left out because of it. */
  isSkipped: boolean;
};

export type LocalText = { language: string; text: string };

export type ImportedTranslation = {
  /** Canonical BCP-47 tag. */
  language: string;
  title: string;
  summary: string | null;
  description: string | null;
  /** True when every text is that of the source language: no translation at all. */
  isCopyOfSource: boolean;
};

/** When an event of a calendar takes place, in the words of RFC 5545; wall times like `2026-12-01T17:00`. */
export type ImportedSeries = {
  /** On the clocks of `zone`. */
  startsAt: string;
  /** IANA name or offset; the hub's own where the source says nothing. */
  zone: string;
  isDay: boolean;
  /** Null when the source gives no end. */
  durationMinutes: number | null;
  /** RRULE values. */
  rules: string[];
  /** On the clocks of Helsinki, like all below: dates beside the rules, some with a length of their own. */
  extra: { startsAt: string; durationMinutes: number | null }[];
  /** Dates left out: a wall time, or a day. */
  skipped: string[];
};

export type ImportedPlace = {
  sourceId: string | null;
  name: string | null;
  streetAddress: string | null;
  /** Name as the source writes it, to be matched with the municipalities' codes. */
  municipalityName: string | null;
  /** WGS84; both or neither. */
  latitude: number | null;
  longitude: number | null;
};

/** One event of a source: plain texts, checked values, no HTML. */
export type ImportedEvent = {
  /** Unique in the source: `helsinki:afy6ikna3u`. */
  sourceId: string;
  /** SHA-256 of all that follows, hexadecimal: the same while nothing changes. */
  contentHash: string;
  /** Source language first, then by tag. Never empty. */
  translations: ImportedTranslation[];
  sourceLanguage: string;
  place: ImportedPlace | null;
  /** Where in the place, or where without one. */
  placeDetails: LocalText[];
  /** YSO URIs, `http://www.yso.fi/onto/yso/p4354`. */
  keywords: string[];
  /** YSO URIs of the groups it is meant for. */
  audienceKeywords: string[];
  priceText: LocalText[];
  /** Null when the source does not say. */
  isFree: boolean | null;
  /** Instants in UTC, `2020-06-01T13:45:00Z`; null when unknown. */
  startsAt: string | null;
  endsAt: string | null;
  /** True when the source gives dates without a time of day. */
  isAllDay: boolean;
  /** Of a calendar; its first date stands in `startsAt` too. */
  series?: ImportedSeries;
  status: 'SCHEDULED' | 'POSTPONED' | 'RESCHEDULED' | 'CANCELLED';
  isCancelled: boolean;
  isOnline: boolean;
  onlineUrl: string | null;
  /** Canonical BCP-47 tags of the languages spoken. */
  spokenLanguages: string[];
  /** Whole years. */
  minimumAge: number | null;
  maximumAge: number | null;
  maximumCapacity: number | null;
  organiserName: string | null;
  infoUrl: string | null;
  enrolmentUrl: string | null;
  /** The series that the event is part of. */
  superEventSourceId: string | null;
};
