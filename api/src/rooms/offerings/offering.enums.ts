import { registerEnumType } from 'type-graphql';
import type {
  Audience,
  FinnishLevel,
  OccurrenceStatus,
  OfferingKind,
  OfferingStatus,
  PartOfDay,
  Rhythm,
  TextField,
  TranslationState,
} from './offering.words.ts';
import type { RhythmKind, TimeKind } from './schedule/index.ts';

type EnumOf<Word extends string> = { readonly [W in Word]: W };

export const OfferingKindEnum: EnumOf<OfferingKind> = {
  PEER_SUPPORT: 'PEER_SUPPORT',
  EVENT: 'EVENT',
  VOLUNTEER_EVENT: 'VOLUNTEER_EVENT',
  COURSE: 'COURSE',
  ADVICE: 'ADVICE',
};
registerEnumType(OfferingKindEnum, {
  name: 'OfferingKind',
  description: 'What an offering is.',
  valuesConfig: {
    PEER_SUPPORT: { description: 'People in the same situation meet.' },
    EVENT: { description: 'Something that takes place.' },
    VOLUNTEER_EVENT: { description: 'Work together as volunteers.' },
    COURSE: { description: 'Learning over several meetings.' },
    ADVICE: { description: 'Information and guidance.' },
  },
});

export const OfferingStatusEnum: EnumOf<OfferingStatus> = {
  DRAFT: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  ARCHIVED: 'ARCHIVED',
};
registerEnumType(OfferingStatusEnum, {
  name: 'OfferingStatus',
  description: 'Where an offering stands.',
  valuesConfig: {
    DRAFT: { description: 'Seen by its hosts alone.' },
    PUBLISHED: { description: 'Seen by everyone.' },
    ARCHIVED: { description: 'Over: in no list any more, but its address still explains itself.' },
  },
});

export const FinnishLevelEnum: EnumOf<FinnishLevel> = {
  NONE: 'NONE',
  A1: 'A1',
  A2: 'A2',
  B1: 'B1',
  B2: 'B2',
};
registerEnumType(FinnishLevelEnum, {
  name: 'FinnishLevel',
  description: 'Finnish skills by the Common European Framework of Reference.',
  valuesConfig: {
    NONE: { description: 'None.' },
    A1: { description: 'First words.' },
    A2: { description: 'Everyday phrases.' },
    B1: { description: 'Manages in everyday life.' },
    B2: { description: 'Talks and reads freely.' },
  },
});

export const AudienceEnum: EnumOf<Audience> = {
  EVERYONE: 'EVERYONE',
  FAMILIES: 'FAMILIES',
  CHILDREN: 'CHILDREN',
  YOUNG_PEOPLE: 'YOUNG_PEOPLE',
  ADULTS: 'ADULTS',
  SENIORS: 'SENIORS',
  WOMEN: 'WOMEN',
  MEN: 'MEN',
};
registerEnumType(AudienceEnum, {
  name: 'Audience',
  description: 'Whom an offering is made for.',
  valuesConfig: {
    EVERYONE: { description: 'Everyone.' },
    FAMILIES: { description: 'Families with children.' },
    CHILDREN: { description: 'Children.' },
    YOUNG_PEOPLE: { description: 'Young people.' },
    ADULTS: { description: 'Adults.' },
    SENIORS: { description: 'Older people.' },
    WOMEN: { description: 'Women.' },
    MEN: { description: 'Men.' },
  },
});

export const TranslationStateEnum: EnumOf<TranslationState> = {
  CURRENT: 'CURRENT',
  OUTDATED: 'OUTDATED',
  DRAFT: 'DRAFT',
};
registerEnumType(TranslationStateEnum, {
  name: 'TranslationState',
  description: 'How a translation stands to its source.',
  valuesConfig: {
    CURRENT: { description: 'Says what the source says.' },
    OUTDATED: { description: 'The source has changed in substance since.' },
    DRAFT: { description: 'Not finished.' },
  },
});

export const OfferingTextFieldEnum = {
  TITLE: 'title',
  SUMMARY: 'summary',
  DESCRIPTION: 'description',
} as const satisfies Record<Uppercase<TextField>, TextField>;
registerEnumType(OfferingTextFieldEnum, {
  name: 'OfferingTextField',
  description: 'A part of an offering’s text.',
  valuesConfig: {
    TITLE: { description: 'What it is called.' },
    SUMMARY: { description: 'In one or two sentences.' },
    DESCRIPTION: { description: 'In full.' },
  },
});

export const OccurrenceStatusEnum: EnumOf<OccurrenceStatus> = {
  SCHEDULED: 'SCHEDULED',
  POSTPONED: 'POSTPONED',
  CANCELLED: 'CANCELLED',
};
registerEnumType(OccurrenceStatusEnum, {
  name: 'OccurrenceStatus',
  description: 'Whether an occurrence takes place.',
  valuesConfig: {
    SCHEDULED: { description: 'It takes place.' },
    POSTPONED: { description: 'It does not take place at its time and has no other yet; sign-ups stay.' },
    CANCELLED: { description: 'It does not take place; it stays visible so that nobody comes in vain.' },
  },
});

export const PartOfDayEnum: EnumOf<PartOfDay> = {
  MORNING: 'MORNING',
  AFTERNOON: 'AFTERNOON',
  EVENING: 'EVENING',
};
registerEnumType(PartOfDayEnum, {
  name: 'PartOfDay',
  description: 'When on a day something begins, on the clocks of Helsinki.',
  valuesConfig: {
    MORNING: { description: 'Begins before 12.' },
    AFTERNOON: { description: 'Begins from 12 on, before 17.' },
    EVENING: { description: 'Begins at 17 or later.' },
  },
});

export const RhythmEnum: EnumOf<Rhythm> = { ONCE: 'ONCE', REGULAR: 'REGULAR' };
registerEnumType(RhythmEnum, {
  name: 'Rhythm',
  description: 'How often an offering takes place.',
  valuesConfig: {
    ONCE: { description: 'On dates of its own; no rule repeats them.' },
    REGULAR: { description: 'By a rule that repeats, such as every Tuesday.' },
  },
});

export const TimeKindEnum: EnumOf<TimeKind> = { TIMED: 'TIMED', OPEN_END: 'OPEN_END', ALL_DAY: 'ALL_DAY' };
registerEnumType(TimeKindEnum, {
  name: 'TimeKind',
  description: 'What is told of the time of a date.',
  valuesConfig: {
    TIMED: { description: 'From when to when.' },
    OPEN_END: { description: 'From when; the end is not known.' },
    ALL_DAY: { description: 'The day alone.' },
  },
});

export const ScheduleRhythmEnum: EnumOf<RhythmKind> = {
  DAILY: 'DAILY',
  WEEKLY: 'WEEKLY',
  MONTHLY_ON_DATE: 'MONTHLY_ON_DATE',
  MONTHLY_ON_WEEKDAY: 'MONTHLY_ON_WEEKDAY',
  YEARLY: 'YEARLY',
};
registerEnumType(ScheduleRhythmEnum, {
  name: 'ScheduleRhythm',
  description: 'How a series repeats.',
  valuesConfig: {
    DAILY: { description: 'Every day, or every few days.' },
    WEEKLY: { description: 'On weekdays of every week, or of every few weeks.' },
    MONTHLY_ON_DATE: {
      description: 'On the same day of the month, e.g. the 15th; shorter months are left out.',
    },
    MONTHLY_ON_WEEKDAY: { description: 'On the same weekday of the month, e.g. the second Tuesday.' },
    YEARLY: { description: 'On the same day of the year.' },
  },
});
