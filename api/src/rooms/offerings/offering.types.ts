import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { Bcp47Scalar, DateTimeScalar, EmailAddressScalar } from '../../platform/graphql/scalars.ts';
import {
  AudienceEnum,
  FinnishLevelEnum,
  OfferingKindEnum,
  OfferingStatusEnum,
  OfferingTextFieldEnum,
  TranslationStateEnum,
} from './offering.enums.ts';
import type {
  Audience,
  FinnishLevel,
  OfferingKind,
  OfferingStatus,
  TextField,
  TranslationState,
} from './offering.words.ts';

@ObjectType('OfferingTranslation', { description: 'An offering’s text in one language.' })
export class OfferingTranslationType {
  @Field(() => Bcp47Scalar, { description: 'The language of the text.' })
  language!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'In one or two sentences; may be empty.' })
  summary!: string;

  @Field(() => String, { description: 'In full, without markup; may be empty.' })
  description!: string;

  @Field(() => TranslationStateEnum, { description: 'How it stands to the source.' })
  state!: TranslationState;

  @Field(() => Boolean, {
    description: 'Whether it repeats the source letter by letter, and so is no translation.',
  })
  isCopyOfSource!: boolean;

  @Field(() => Bcp47Scalar, {
    nullable: true,
    description: 'The text it was translated from; null for the one that was written first.',
  })
  sourceLanguage!: string | null;

  @Field(() => [OfferingTextFieldEnum], {
    description:
      'Which of its parts fell behind: their source, or the source of that, has changed in meaning.',
  })
  outdatedFields!: readonly TextField[];

  @Field(() => Boolean, {
    description: 'Whether a machine wrote it and nobody has changed or checked it since.',
  })
  isMachine!: boolean;
}

@ObjectType('OfferingAbilities', { description: 'What the viewer may do with an offering.' })
export class OfferingAbilitiesType {
  @Field(() => Boolean, { description: 'Change it.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Show it to everyone.' })
  publish!: boolean;

  @Field(() => Boolean, { description: 'End it.' })
  archive!: boolean;

  @Field(() => Boolean, { description: 'Refer a client to it.' })
  refer!: boolean;

  @Field(() => Boolean, { description: 'See who signed up.' })
  seeSignUps!: boolean;
}

@ObjectType('Place', { description: 'Where an offering takes place.' })
export class PlaceType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'Street and number.' })
  streetAddress!: string;

  @Field(() => String, { nullable: true, description: 'Finnish postal code, five digits.' })
  postalCode!: string | null;

  @Field(() => Float, { nullable: true, description: 'Latitude in degrees, WGS 84.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude in degrees, WGS 84.' })
  longitude!: number | null;

  @Field(() => String, { nullable: true, description: 'How to find the door.' })
  directions!: string | null;
}

@ObjectType('Offering', { description: 'Something that an organisation offers.' })
export class OfferingType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => OfferingKindEnum, { description: 'What it is.' })
  kind!: OfferingKind;

  @Field(() => OfferingStatusEnum, { description: 'Where it stands.' })
  status!: OfferingStatus;

  @Field(() => Int, { description: 'Rises with every change; changes must name it.' })
  version!: number;

  @Field(() => Bcp47Scalar, { description: 'The language its text was written in first.' })
  sourceLanguage!: string;

  @Field(() => [Bcp47Scalar], { description: 'The languages spoken there; not those of its text.' })
  spokenLanguages!: string[];

  @Field(() => FinnishLevelEnum, { description: 'The Finnish needed to take part.' })
  finnishLevel!: FinnishLevel;

  @Field(() => AudienceEnum, { description: 'Whom it is made for.' })
  audience!: Audience;

  @Field(() => Int, { nullable: true, description: 'Youngest age in years.' })
  ageMinimum!: number | null;

  @Field(() => Int, { nullable: true, description: 'Oldest age in years.' })
  ageMaximum!: number | null;

  @Field(() => Boolean, { description: 'Whether only women take part.' })
  womenOnly!: boolean;

  @Field(() => Boolean, { description: 'Whether one may bring children.' })
  childrenWelcome!: boolean;

  @Field(() => Boolean, { description: 'Whether children are looked after meanwhile.' })
  hasChildCare!: boolean;

  @Field(() => Boolean, { description: 'Whether one gets there without steps.' })
  stepFree!: boolean;

  @Field(() => Boolean, { description: 'Whether there is help with getting there.' })
  transportHelp!: boolean;

  @Field(() => Int, { description: 'Its price in euro cents; 0 = free.' })
  priceEuroCents!: number;

  @Field(() => String, { nullable: true, description: 'More about the price, e.g. who pays less.' })
  priceNote!: string | null;

  @Field(() => Int, { nullable: true, description: 'Places on each date; null = no limit.' })
  capacity!: number | null;

  @Field(() => Boolean, { description: 'Whether one signs up to its dates here.' })
  takesSignUps!: boolean;

  @Field(() => Boolean, { description: 'Whether caseworkers may refer clients to it.' })
  takesReferrals!: boolean;

  @Field(() => Boolean, {
    description: 'Whether its name alone may reveal something private; then no mail or notice names it.',
  })
  isSensitive!: boolean;

  @Field(() => String, { nullable: true, description: 'Who answers questions.' })
  contactName!: string | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Where to write to.' })
  contactEmail!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to call.' })
  contactPhone!: string | null;

  @Field(() => Boolean, { description: 'Whether one can join online, also beside a place.' })
  isOnline!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was first published.' })
  publishedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export const OfferingConnectionType = connectionType('Offering', () => OfferingType);
export type OfferingConnectionType = InstanceType<typeof OfferingConnectionType>;
