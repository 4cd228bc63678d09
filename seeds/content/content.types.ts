/**
 * The shape of the seed content: plain data, no database, no clock. The seeding code reads it, resolves the keys and
 * enters every row through the services. Keys are stable slugs; days are relative to the seed day (day 0).
 */

/** The portal's languages; every text in the content is in one of them. */
export type ContentLanguage = 'fi' | 'sv' | 'en' | 'ru' | 'uk' | 'ar' | 'fa' | 'so';

/** A short text in some of the languages. `fi` is always there. */
export type LocalisedText = { fi: string } & Partial<Record<ContentLanguage, string>>;

/** A theme's id as in `seeds/reference/themes.json`, e.g. `yso:p12878`. */
export type ThemeId = `yso:p${number}`;

/** Three digits, Statistics Finland. Joensuu, Liperi, Kontiolahti, Ilomantsi, Outokumpu. */
export type RegionMunicipalityCode = '167' | '426' | '276' | '146' | '309';

export type OrganisationKind =
  'CITY' | 'MUNICIPALITY' | 'ASSOCIATION' | 'CONGREGATION' | 'SCHOOL' | 'AUTHORITY';

/** The terms in force, accepted so many days before the seed day. An agreement lasts two years. */
export interface SeedPartnerAgreement {
  acceptedDaysAgo: number;
}

export interface SeedOrganisation {
  key: string;
  kind: OrganisationKind;
  /** Fictional organisations are examples and say so on their page; the city and municipalities are real. */
  isExample: boolean;
  name: LocalisedText;
  /** fi and en always. */
  description: LocalisedText;
  /** Y-tunnus with a valid check digit from the unused 9-million range, an example; null for the real bodies. */
  businessId: string | null;
  municipality: RegionMunicipalityCode;
  /** BCP-47 tags in which it serves. */
  languages: readonly string[];
  email: string;
  phone: string | null;
  /** Its main places, keys of `places`. */
  places: readonly string[];
  isVerified: boolean;
  /** null: no agreement was ever accepted, so it receives no referral. */
  agreement: SeedPartnerAgreement | null;
}

export interface SeedPlace {
  key: string;
  /** A fictional room; its street is an example too. */
  isExample: boolean;
  name: LocalisedText;
  street: string;
  postalCode: string;
  /** Post office, as on an envelope. */
  city: string;
  municipality: RegionMunicipalityCode;
  /** Approximate WGS84: good for "near me", not for a door. */
  latitude: number;
  longitude: number;
  isApproximate: true;
  directions: LocalisedText | null;
}

export type PersonRole =
  'COORDINATOR' | 'VOLUNTEER' | 'CASEWORKER' | 'MANAGER' | 'EXPERT' | 'ADMIN' | 'DATA_PROTECTION_OFFICER';

export interface SeedMembership {
  organisation: string;
  role: PersonRole;
}

/** A demo person of the sign-in page: one click per role. */
export interface SeedDemo {
  key: string;
  roleWord:
    | 'coordinator'
    | 'volunteer'
    | 'caseworker'
    | 'manager'
    | 'network admin'
    | 'expert'
    | 'data-protection officer';
}

export interface SeedPerson {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  /** The language of the portal and of mails. */
  language: ContentLanguage;
  memberships: readonly SeedMembership[];
  demo?: SeedDemo;
}

export type OfferingKind = 'PEER_SUPPORT' | 'EVENT' | 'VOLUNTEER_EVENT' | 'COURSE' | 'ADVICE';
export type FinnishLevel = 'NONE' | 'A1' | 'A2' | 'B1' | 'B2';
export type Audience =
  'EVERYONE' | 'FAMILIES' | 'CHILDREN' | 'YOUNG_PEOPLE' | 'ADULTS' | 'SENIORS' | 'WOMEN' | 'MEN';
/** ISO: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface SeedOfferingTranslation {
  language: ContentLanguage;
  /** ≤ 80 characters. */
  title: string;
  /** ≤ 160 characters. */
  summary: string;
  /** Plain text, 2–4 paragraphs parted by an empty line. */
  description: string;
  /** What the price covers, or who pays less. */
  priceNote?: string;
}

/** Every week or every second week from the first such weekday on or after the seed day. */
export interface WeeklySchedule {
  repeats: 'WEEKLY';
  weekday: Weekday;
  intervalWeeks: 1 | 2;
  /** Local time in Europe/Helsinki, `HH:MM`. */
  startTime: string;
  durationMinutes: number;
  /** The last date is on or before the seed day plus this many months. */
  untilMonths: number;
}

/** One date. */
export interface OnceSchedule {
  repeats: 'ONCE';
  /** Days from the seed day, ≥ 1. */
  dayOffset: number;
  startTime: string;
  durationMinutes: number;
}

export type SeedSchedule = WeeklySchedule | OnceSchedule;

export interface SeedOffering {
  key: string;
  organisation: string;
  coHosts: readonly string[];
  kind: OfferingKind;
  sourceLanguage: ContentLanguage;
  translations: readonly SeedOfferingTranslation[];
  /** BCP-47 tags spoken there; not the languages of the text. */
  spokenLanguages: readonly string[];
  /** The Finnish one needs to take part. */
  finnishLevel: FinnishLevel;
  themes: readonly ThemeId[];
  audience: Audience;
  ageMinimum?: number;
  ageMaximum?: number;
  womenOnly: boolean;
  /** Children may come along. */
  childrenWelcome: boolean;
  /** Somebody looks after them. */
  hasChildCare: boolean;
  stepFree: boolean;
  transportHelp: boolean;
  /** 0 is free of charge. */
  priceEuroCents: number;
  /** null: no limit. */
  capacity: number | null;
  place: string;
  takesSignUps: boolean;
  takesReferrals: boolean;
  /** The name alone may reveal health, faith or the like: no mail or notice names it. */
  isSensitive: boolean;
  /** Several rows: held on several weekdays. */
  schedules: readonly SeedSchedule[];
}

export type AgeBand = 'UNDER_18' | 'FROM_18_TO_29' | 'FROM_30_TO_49' | 'FROM_50_TO_64' | 'FROM_65';
export type AccessNeed = 'CHILD_CARE' | 'STEP_FREE' | 'TRANSPORT' | 'WOMEN_ONLY';

export interface SeedClient {
  key: string;
  /** Entered before the first referral. */
  registeredDaysAgo: number;
  /** What caseworkers see in lists; says nothing about the person. */
  pseudonym: string;
  /** Opaque reference to the national register; made up. */
  registerReference: string;
  /** A person's key; the client's municipality is the caseworker's. */
  caseworker: string;
  municipality: RegionMunicipalityCode;
  /** BCP-47 tags, best first. */
  languages: readonly string[];
  needsInterpreter: boolean;
  ageBand: AgeBand;
  finnishLevel: FinnishLevel;
  wishes: readonly ThemeId[];
  accessNeeds: readonly AccessNeed[];
  /** The encrypted part. */
  identity: {
    givenName: string;
    contact: { kind: 'PHONE' | 'MAIL'; value: string };
    safeContactNote: string | null;
  };
}

export type DeclineReason =
  | 'NO_CAPACITY'
  | 'NOT_ELIGIBLE_AGE'
  | 'NOT_ELIGIBLE_AREA'
  | 'LANGUAGE_NOT_AVAILABLE'
  | 'OUT_OF_SCOPE'
  | 'CLIENT_DECLINED'
  | 'OTHER';
export type WithdrawReason =
  | 'MISTAKE'
  | 'CLIENT_CHANGED_MIND'
  | 'NEED_MET_ELSEWHERE'
  | 'MOVED_AWAY'
  | 'NO_RESPONSE_FROM_RECEIVER'
  | 'OTHER';
export type ReferralOutcome =
  | 'HELPED'
  | 'PARTLY_HELPED'
  | 'NOT_HELPED'
  | 'DID_NOT_ATTEND'
  | 'COULD_NOT_CONTACT'
  | 'CLIENT_STOPPED'
  | 'MOVED_AWAY'
  | 'NEED_MET_ELSEWHERE'
  | 'REFERRED_ON';

export type InformationKind = 'LANGUAGES' | 'INTERPRETER' | 'AGE' | 'TIMES' | 'ACCESS_NEEDS' | 'OTHER';
export type HoldReason = 'CLIENT_AWAY' | 'ILLNESS' | 'ACTIVITY_PAUSED' | 'OTHER';
export type ContactChannel = 'PHONE' | 'MAIL' | 'IN_PERSON' | 'VIDEO' | 'OTHER';
export type ConsentMethod = 'SPOKEN' | 'PAPER';
export type NeedCategory =
  'COMPANY' | 'LANGUAGE_PRACTICE' | 'FAMILY' | 'HOBBY' | 'WORK_LIFE' | 'WELLBEING' | 'DAILY_LIFE' | 'OTHER';

interface SeedMoveBase {
  /** Days after the referral was made; moves of one day happen in list order; none falls on or after the seed day. */
  dayOffset: number;
  /** A person's key: the referrer, or a coordinator of the receiving organisation. */
  by: string;
}

export type SeedMove =
  | (SeedMoveBase & { move: 'submitForConsent' })
  | (SeedMoveBase & { move: 'confirmConsent' })
  | (SeedMoveBase & { move: 'send' })
  | (SeedMoveBase & { move: 'accept' })
  | (SeedMoveBase & { move: 'askInfo'; informationKinds: readonly InformationKind[]; message: string })
  | (SeedMoveBase & { move: 'waitlist'; estimatedWaitWeeks: number })
  | (SeedMoveBase & { move: 'hold'; reason: HoldReason; reviewDaysLater: number })
  | (SeedMoveBase & { move: 'decline'; reason: DeclineReason })
  | (SeedMoveBase & { move: 'withdraw'; reason: WithdrawReason })
  | (SeedMoveBase & { move: 'recordFirstContact'; channel: ContactChannel })
  | (SeedMoveBase & { move: 'close'; outcome: ReferralOutcome; sessionsAttended: number | null });

export type ReferralState =
  | 'DRAFT'
  | 'AWAITING_CONSENT'
  | 'SENT'
  | 'NEEDS_INFO'
  | 'WAITLISTED'
  | 'ACCEPTED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'CLOSED'
  | 'DECLINED'
  | 'WITHDRAWN';

/**
 * One referral, made `createdDaysAgo` by the client's caseworker, then moved along `path`. `send` takes the consent as
 * recorded just before it; `confirmConsent` records it.
 */
export interface SeedReferralPlan {
  key: string;
  client: string;
  offering: string;
  createdDaysAgo: number;
  needCategory: NeedCategory;
  priority: 'NORMAL' | 'URGENT';
  /** ≤ 280 characters, no names, numbers to call or addresses. */
  note: string;
  noteLanguage: ContentLanguage;
  consent: { method: ConsentMethod; interpreterUsed: boolean };
  path: readonly SeedMove[];
  /** Where the path ends. */
  endState: ReferralState;
}

export interface SignUpName {
  givenName: string;
  /** The language of the confirmation. */
  language: ContentLanguage;
}

/**
 * Which occurrences get how many: the `fromOccurrence`-th to the `toOccurrence`-th coming date of the offering (from 0)
 * are filled to `seats`, counted in persons; `FULL` is the offering's capacity.
 */
export interface SignUpRule {
  offering: string;
  fromOccurrence: number;
  toOccurrence: number;
  seats: number | 'FULL';
}

export interface SignUpPlan {
  names: readonly SignUpName[];
  /** Taken in turn; a party that would not fit is cut to what is left. */
  partySizes: readonly number[];
  rules: readonly SignUpRule[];
}
