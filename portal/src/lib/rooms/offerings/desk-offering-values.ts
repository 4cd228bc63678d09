import type { Rhythm, TimeKind } from './desk-offering-times.ts';

/** The text of an offering in one language, as the form holds it. */
export interface TextValues {
  language: string;
  title: string;
  summary: string;
  description: string;
}

/** Everything in the form of an offering, as it was filled in: text, so that nothing is lost on a failed submit. */
export interface OfferingValues {
  kind: string;
  /** The first one is the source; a second one may be blank. */
  texts: TextValues[];
  spokenLanguages: string[];
  otherLanguage: string;
  /** Whether the times below are sent: always for a new offering. */
  changeTimes: boolean;
  repeats: Rhythm | 'ONCE';
  weekdays: string[];
  /** Every how many days, weeks, months or years. */
  interval: string;
  /** -1 for the last such weekday of the month; else as the first date lies. */
  monthWeek: string;
  firstOn: string;
  startTime: string;
  durationMinutes: string;
  timeKind: TimeKind;
  untilOn: string;
  /** HOLIDAYS, SCHOOL_BREAKS. */
  skips: string[];
  /** Days, one a line. */
  skippedOn: string;
  extraOn: string;
  placeId: string;
  newPlaceName: string;
  newPlaceStreet: string;
  newPlacePostalCode: string;
  newPlaceMunicipality: string;
  onlineUrl: string;
  takesSignUps: boolean;
  capacity: string;
  takesReferrals: boolean;
  facts: string[];
  finnishLevel: string;
  audience: string;
  ageMinimum: string;
  ageMaximum: string;
  priceEuros: string;
  priceNote: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  themeIds: string[];
  isSensitive: boolean;
}

export const isBlank = ({ title, summary, description }: TextValues): boolean =>
  title + summary + description === '';

/** The access facts of an offering, in the order of the form. */
export const factNames = [
  'childrenWelcome',
  'hasChildCare',
  'stepFree',
  'transportHelp',
  'womenOnly',
] as const;
export type FactName = (typeof factNames)[number];

interface Host {
  email: string | null;
  phone: string | null;
  languages: readonly string[];
  canReceiveReferrals: boolean;
  municipality: { code: string };
}

/**
 * A new offering's form: a weekly group for the coming four months, in the organisation's first language, so that
 * a title and a glance are enough. `today` is a calendar date of the region.
 */
export function newOfferingValues(
  host: Host,
  lang: string,
  today: string,
  contactName: string,
): OfferingValues {
  const first = host.languages[0] ?? lang;
  const second = [lang, 'en', 'fi'].find((tag) => tag !== first) ?? 'en';
  const date = Temporal.PlainDate.from(today);
  const blank = { title: '', summary: '', description: '' };
  return {
    kind: 'PEER_SUPPORT',
    texts: [
      { language: first, ...blank },
      { language: second, ...blank },
    ],
    spokenLanguages: [first],
    otherLanguage: '',
    changeTimes: true,
    repeats: 'WEEKLY',
    weekdays: [],
    interval: '1',
    monthWeek: '',
    firstOn: date.add({ days: 7 }).toString(),
    startTime: '17:00',
    durationMinutes: '90',
    timeKind: 'TIMED',
    untilOn: date.add({ months: 4 }).toString(),
    skips: ['HOLIDAYS'],
    skippedOn: '',
    extraOn: '',
    placeId: '',
    newPlaceName: '',
    newPlaceStreet: '',
    newPlacePostalCode: '',
    newPlaceMunicipality: host.municipality.code,
    onlineUrl: '',
    takesSignUps: true,
    capacity: '',
    takesReferrals: host.canReceiveReferrals,
    facts: [],
    finnishLevel: 'NONE',
    audience: 'EVERYONE',
    ageMinimum: '',
    ageMaximum: '',
    priceEuros: '0',
    priceNote: '',
    contactName,
    contactEmail: host.email ?? '',
    contactPhone: host.phone ?? '',
    themeIds: [],
    isSensitive: false,
  };
}
