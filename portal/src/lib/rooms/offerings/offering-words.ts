import {
  domain_audience_adults,
  domain_audience_children,
  domain_audience_everyone,
  domain_audience_families,
  domain_audience_men,
  domain_audience_seniors,
  domain_audience_women,
  domain_audience_young_people,
  domain_finnish_level_a1,
  domain_finnish_level_a2,
  domain_finnish_level_b1,
  domain_finnish_level_b2,
  domain_finnish_level_none,
  domain_kind_advice,
  domain_kind_course,
  domain_kind_event,
  domain_kind_peer_support,
  domain_kind_volunteer_event,
  domain_part_afternoon,
  domain_part_evening,
  domain_part_morning,
} from '#lib/paraglide/messages.js';

/** What sort of thing an offering is; in the order in which a filter shows them. */
export const kindWords = {
  PEER_SUPPORT: domain_kind_peer_support,
  EVENT: domain_kind_event,
  VOLUNTEER_EVENT: domain_kind_volunteer_event,
  COURSE: domain_kind_course,
  ADVICE: domain_kind_advice,
};

/** How much Finnish somebody needs to take part, from none upwards. */
export const finnishLevelWords = {
  NONE: domain_finnish_level_none,
  A1: domain_finnish_level_a1,
  A2: domain_finnish_level_a2,
  B1: domain_finnish_level_b1,
  B2: domain_finnish_level_b2,
};

/** For whom an offering is. */
export const audienceWords = {
  EVERYONE: domain_audience_everyone,
  ADULTS: domain_audience_adults,
  FAMILIES: domain_audience_families,
  CHILDREN: domain_audience_children,
  YOUNG_PEOPLE: domain_audience_young_people,
  SENIORS: domain_audience_seniors,
  WOMEN: domain_audience_women,
  MEN: domain_audience_men,
};

export type OfferingKind = keyof typeof kindWords;

export function isOfferingKind(value: string): value is OfferingKind {
  return Object.hasOwn(kindWords, value);
}

/** When on a day something begins. */
export const partWords = {
  MORNING: domain_part_morning,
  AFTERNOON: domain_part_afternoon,
  EVENING: domain_part_evening,
};

export type FinnishLevel = keyof typeof finnishLevelWords;
export type Audience = keyof typeof audienceWords;
export type PartOfDay = keyof typeof partWords;

export const isFinnishLevel = (value: string): value is FinnishLevel =>
  Object.hasOwn(finnishLevelWords, value);
export const isAudience = (value: string): value is Audience => Object.hasOwn(audienceWords, value);
export const isPartOfDay = (value: string): value is PartOfDay => Object.hasOwn(partWords, value);
