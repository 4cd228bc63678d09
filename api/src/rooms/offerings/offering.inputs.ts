import { Field, ID, InputType, Int } from 'type-graphql';
import { Bcp47Scalar, EmailAddressScalar, UrlScalar } from '../../platform/graphql/scalars.ts';
import { AudienceEnum, FinnishLevelEnum, OfferingKindEnum } from './offering.enums.ts';
import type { Audience, FinnishLevel, OfferingKind } from './offering.words.ts';
import { ScheduleInput } from './schedule.inputs.ts';

@InputType({ description: 'An offering’s text in one language. Markup is text like any other.' })
export class OfferingTranslationInput {
  @Field(() => Bcp47Scalar, { description: 'The language of the text.' })
  language!: string;

  @Field(() => String, { description: 'What it is called, at most 120 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'In one or two sentences, at most 200 characters.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'In full, at most 5 000 characters.' })
  description?: string | null;

  @Field(() => Bcp47Scalar, {
    nullable: true,
    description:
      'From which of the offering’s texts it was translated; null = the offering’s source language. Not named: as before.',
  })
  sourceLanguage?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is not finished, and so shown to the hosts alone. Not named: as before.',
  })
  isDraft?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the changes of this text alter no meaning, so that its translations stay current. Not named: judged by letters and digits.',
  })
  isMinorEdit?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether somebody compared it with its source and found that it says the same.',
  })
  isChecked?: boolean | null;
}

/** What stays as it is when an update does not name it. */
@InputType({ description: 'What a new offering and a change have in common.' })
abstract class OfferingFields {
  @Field(() => FinnishLevelEnum, { nullable: true, description: 'The Finnish needed to take part.' })
  finnishLevel?: FinnishLevel | null;

  @Field(() => AudienceEnum, { nullable: true, description: 'Whom it is made for.' })
  audience?: Audience | null;

  @Field(() => Int, { nullable: true, description: 'Youngest age in years, 0 to 120.' })
  ageMinimum?: number | null;

  @Field(() => Int, { nullable: true, description: 'Oldest age in years, 0 to 120, not below the youngest.' })
  ageMaximum?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only women take part.' })
  womenOnly?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one may bring children.' })
  childrenWelcome?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether children are looked after meanwhile.' })
  hasChildCare?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one gets there without steps.' })
  stepFree?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is help with getting there.' })
  transportHelp?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Its price in euro cents, 0 to 1 000 000; 0 = free.' })
  priceEuroCents?: number | null;

  @Field(() => String, { nullable: true, description: 'More about the price, at most 200 characters.' })
  priceNote?: string | null;

  @Field(() => Int, { nullable: true, description: 'Places on each date, 1 to 10 000; null = no limit.' })
  capacity?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one signs up to its dates here.' })
  takesSignUps?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether caseworkers may refer clients to it; without a partner agreement none arrives.',
  })
  takesReferrals?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its name alone may reveal something private; then no mail or notice names it.',
  })
  isSensitive?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who answers questions, at most 100 characters; shown to everyone.',
  })
  contactName?: string | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Where to write to; shown to everyone.' })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to call; shown to everyone.' })
  contactPhone?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Its themes, 10 at most.' })
  themeIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Where it takes place: one of the organisation’s places or a shared one.',
  })
  placeId?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it takes place on the web.' })
  onlineUrl?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Other organisations that host it and may edit it too, 10 at most.',
  })
  coHostIds?: string[] | null;
}

@InputType({ description: 'A new offering.' })
export class CreateOfferingInput extends OfferingFields {
  @Field(() => ID, { description: 'The organisation that offers it.' })
  organisationId!: string;

  @Field(() => OfferingKindEnum, { description: 'What it is.' })
  kind!: OfferingKind;

  @Field(() => Bcp47Scalar, { description: 'The language its text was written in first.' })
  sourceLanguage!: string;

  @Field(() => [OfferingTranslationInput], {
    description: 'Its texts, one per language; the source language among them.',
  })
  translations!: OfferingTranslationInput[];

  @Field(() => [Bcp47Scalar], { description: 'The languages spoken there, 1 to 20.' })
  spokenLanguages!: string[];

  @Field(() => [ScheduleInput], {
    description: 'When it takes place; may be empty for what has no fixed times.',
  })
  schedules!: ScheduleInput[];

  @Field(() => FinnishLevelEnum, {
    nullable: true,
    defaultValue: 'NONE',
    description: 'The Finnish needed to take part.',
  })
  override finnishLevel?: FinnishLevel | null;

  @Field(() => AudienceEnum, {
    nullable: true,
    defaultValue: 'EVERYONE',
    description: 'Whom it is made for.',
  })
  override audience?: Audience | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether only women take part.' })
  override womenOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether one may bring children.',
  })
  override childrenWelcome?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether children are looked after meanwhile.',
  })
  override hasChildCare?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether one gets there without steps.',
  })
  override stepFree?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether there is help with getting there.',
  })
  override transportHelp?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 0,
    description: 'Its price in euro cents, 0 to 1 000 000; 0 = free.',
  })
  override priceEuroCents?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether one signs up to its dates here.',
  })
  override takesSignUps?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether caseworkers may refer clients to it; without a partner agreement none arrives.',
  })
  override takesReferrals?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether its name alone may reveal something private; then no mail or notice names it.',
  })
  override isSensitive?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether to show it to everyone at once.',
  })
  publish?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'A random key, the same for a repeated call: it answers with what the first one made.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to an offering; what is not named stays. Lists replace the old ones.' })
export class UpdateOfferingInput extends OfferingFields {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => Int, { description: 'The version that was read; a stale one is refused.' })
  version!: number;

  @Field(() => OfferingKindEnum, { nullable: true, description: 'What it is.' })
  kind?: OfferingKind | null;

  @Field(() => Bcp47Scalar, { nullable: true, description: 'The language its text was written in first.' })
  sourceLanguage?: string | null;

  @Field(() => [OfferingTranslationInput], {
    nullable: true,
    description: 'Its texts, one per language; the source language among them.',
  })
  translations?: OfferingTranslationInput[] | null;

  @Field(() => [Bcp47Scalar], { nullable: true, description: 'The languages spoken there, 1 to 20.' })
  spokenLanguages?: string[] | null;

  @Field(() => [ScheduleInput], {
    nullable: true,
    description: 'When it takes place; may be empty for what has no fixed times.',
  })
  schedules?: ScheduleInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'With schedules: the dates with people that may be cancelled, as previewScheduleChange lists them; another one is refused. Not given: any.',
  })
  strandedIds?: string[] | null;
}
