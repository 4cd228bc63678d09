import { Field, Float, ID, InputType } from 'type-graphql';
import { Bcp47Scalar, DateTimeScalar, MunicipalityCodeScalar } from '../../platform/graphql/scalars.ts';
import {
  AudienceEnum,
  FinnishLevelEnum,
  OfferingKindEnum,
  OfferingStatusEnum,
  PartOfDayEnum,
  RhythmEnum,
} from './offering.enums.ts';
import type {
  Audience,
  FinnishLevel,
  OfferingKind,
  OfferingStatus,
  PartOfDay,
  Rhythm,
} from './offering.words.ts';

@InputType({ description: 'Not farther away than this, as the crow flies.' })
export class NearInput {
  @Field(() => MunicipalityCodeScalar, { description: 'From the centre of this municipality.' })
  municipalityCode!: string;

  @Field(() => Float, { description: 'So many kilometres, above 0, at most 500.' })
  kilometres!: number;
}

@InputType({ description: 'What filters of offerings and of dates have in common.' })
export class OfferingFacetsInput {
  @Field(() => [MunicipalityCodeScalar], { nullable: true, description: 'In one of these municipalities.' })
  municipalityCodes?: string[] | null;

  @Field(() => NearInput, {
    nullable: true,
    description: 'Near a municipality’s centre; one without a place counts where its organisation is.',
  })
  near?: NearInput | null;

  @Field(() => [Bcp47Scalar], { nullable: true, description: 'One of these languages is spoken there.' })
  languages?: string[] | null;

  @Field(() => FinnishLevelEnum, { nullable: true, description: 'Needing this much Finnish or less.' })
  finnishLevelAtMost?: FinnishLevel | null;

  @Field(() => [OfferingKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: OfferingKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'With one of these themes.' })
  themeIds?: string[] | null;

  @Field(() => [AudienceEnum], { nullable: true, description: 'Made for one of these.' })
  audiences?: Audience[] | null;

  @Field(() => RhythmEnum, { nullable: true, description: 'Taking place so often.' })
  rhythm?: Rhythm | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only what costs nothing. false is the same as none.',
  })
  free?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only where one may bring children. false is the same as none.',
  })
  childrenWelcome?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only what is for women alone. false is the same as none.',
  })
  womenOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only where the way in has no steps. false is the same as none.',
  })
  stepFree?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only where one can take part online. false is the same as none.',
  })
  online?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of its texts in any language, in any form; case, accents and small slips do not matter. All of them must be found.',
  })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Hosted by this organisation.' })
  organisationId?: string | null;
}

@InputType({ description: 'Which dates a list shows.' })
export class OccurrenceFilter extends OfferingFacetsInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Not over before this instant; now unless told.',
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Starting before this instant.' })
  to?: Date | null;

  @Field(() => [PartOfDayEnum], { nullable: true, description: 'Beginning in one of these parts of a day.' })
  partsOfDay?: PartOfDay[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only what takes place and has a place left for anyone, or no limit. false is the same as none.',
  })
  hasRoom?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: each offering once, by the next date that fits; a cancelled date before it stays. false is the same as none.',
  })
  nextOnly?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Of this offering.' })
  offeringId?: string | null;
}

@InputType({ description: 'Which offerings a list shows.' })
export class OfferingFilter extends OfferingFacetsInput {
  @Field(() => OfferingStatusEnum, {
    nullable: true,
    description: 'Of this status. Others than PUBLISHED are seen in one’s own organisations alone.',
  })
  status?: OfferingStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only what takes referrals. false is the same as none.',
  })
  takesReferrals?: boolean | null;
}
