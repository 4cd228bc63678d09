import type {
  ContentLanguage,
  OnceSchedule,
  SeedOffering,
  SeedOfferingTranslation,
  Weekday,
  WeeklySchedule,
} from '../content.types.ts';
import { paragraphs } from '../paragraphs.ts';

/** What most offerings share: free of charge, in Finnish or another language, step-free, with sign-up, no referrals. */
const usual = {
  coHosts: [],
  sourceLanguage: 'fi',
  finnishLevel: 'NONE',
  audience: 'EVERYONE',
  womenOnly: false,
  childrenWelcome: false,
  hasChildCare: false,
  stepFree: true,
  transportHelp: false,
  priceEuroCents: 0,
  capacity: null,
  takesSignUps: false,
  takesReferrals: false,
  isSensitive: false,
} as const satisfies Partial<SeedOffering>;

type UsualField = keyof typeof usual;

export const offering = (
  fields: Omit<SeedOffering, UsualField> & Partial<Pick<SeedOffering, UsualField>>,
): SeedOffering => ({
  ...usual,
  ...fields,
});

/** One language: title, summary, then the description's paragraphs. */
export const text = (
  language: ContentLanguage,
  title: string,
  summary: string,
  ...description: readonly string[]
): SeedOfferingTranslation => ({ language, title, summary, description: paragraphs(...description) });

export const weekly = (
  weekday: Weekday,
  startTime: string,
  durationMinutes: number,
  {
    intervalWeeks = 1,
    untilMonths = 12,
  }: Partial<Pick<WeeklySchedule, 'intervalWeeks' | 'untilMonths'>> = {},
): WeeklySchedule => ({ repeats: 'WEEKLY', weekday, intervalWeeks, startTime, durationMinutes, untilMonths });

export const once = (dayOffset: number, startTime: string, durationMinutes: number): OnceSchedule => ({
  repeats: 'ONCE',
  dayOffset,
  startTime,
  durationMinutes,
});
