import { Extensions, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Bcp47Scalar, DateTimeScalar, MunicipalityCodeScalar } from '../../platform/graphql/scalars.ts';
import { AccessNeedEnum, AgeBandEnum, type AccessNeed, type AgeBand } from '../clients/index.ts';
import { FinnishLevelEnum, PartOfDayEnum, type FinnishLevel, type PartOfDay } from '../offerings/index.ts';
import { MatchCodeEnum, MatchWishEnum } from './matching.enums.ts';
import type { MatchCode, MatchWish } from './matching.words.ts';

/** A few lines that come with what they stand in: no page of rows that somebody has to read. */
export const computed = { rows: 1 };

@ObjectType('FreeTime', { description: 'A part of a weekday.' })
export class FreeTimeType {
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday.' })
  weekday!: number;

  @Field(() => PartOfDayEnum, { description: 'When on that day.' })
  part!: PartOfDay;
}

@ObjectType('MatchFinding', {
  description: 'One thing about an offering beside the needs, as a code with values.',
})
export class MatchFindingType {
  @Field(() => MatchCodeEnum, { description: 'What was found.' })
  code!: MatchCode;

  @Field(() => MatchWishEnum, { nullable: true, description: 'About which wish; null where none asked.' })
  wish!: MatchWish | null;

  @Field(() => [Bcp47Scalar], { description: 'The languages it is about; empty for other codes.' })
  languages!: readonly string[];

  @Extensions(computed)
  @Field(() => [FreeTimeType], { description: 'The times it is about; empty for other codes.' })
  times!: readonly FreeTimeType[];
}

@ObjectType('OfferingMatch', {
  description: 'An offering that was found, with what speaks for it and against it.',
})
export class OfferingMatchType {
  @Field(() => Boolean, { description: 'Whether every wish is met.' })
  fitsAll!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'Kilometres as the crow flies; null online, or where it is not known.',
  })
  distanceKm!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Its next date; null where the time is agreed.',
  })
  nextAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Places left on its next date; null without limit.' })
  placesLeft!: number | null;

  @Extensions(computed)
  @Field(() => [MatchFindingType], { description: 'The wishes that are met.' })
  reasons!: readonly MatchFindingType[];

  @Extensions(computed)
  @Field(() => [MatchFindingType], { description: 'The wishes that are not met.' })
  misfits!: readonly MatchFindingType[];

  @Extensions(computed)
  @Field(() => [MatchFindingType], { description: 'What no wish asked about and somebody should know.' })
  remarks!: readonly MatchFindingType[];
}

@ObjectType('DroppedWishes', { description: 'What would be found without some wishes.' })
export class DroppedWishesType {
  @Field(() => [MatchWishEnum], { description: 'The wishes to drop.' })
  wishes!: readonly MatchWish[];

  @Field(() => Int, { description: 'How many offerings then meet every other wish.' })
  fitAllCount!: number;
}

@ObjectType('OfferingMatches', { description: 'What was found for somebody’s needs.' })
export class OfferingMatchesType {
  @Field(() => [OfferingMatchType], { description: 'The best fit first; a wish moves them, and hides none.' })
  matches!: readonly OfferingMatchType[];

  @Field(() => Int, { description: 'How many offerings take referrals at all.' })
  consideredCount!: number;

  @Field(() => Int, { description: 'How many of them meet every wish.' })
  fitAllCount!: number;

  @Extensions(computed)
  @Field(() => [DroppedWishesType], {
    description: 'For every single wish what its dropping would give, the most helpful first.',
  })
  withoutOne!: readonly DroppedWishesType[];

  @Field(() => DroppedWishesType, {
    nullable: true,
    description: 'The two wishes whose dropping gives most; null with fewer than two.',
  })
  bestPair!: DroppedWishesType | null;
}

@ObjectType('OfferingNeeds', { description: 'What is known of a client, as the needs a search begins with.' })
export class OfferingNeedsType {
  @Field(() => [Bcp47Scalar], { description: 'Languages, best first.' })
  languages!: readonly string[];

  @Field(() => MunicipalityCodeScalar, { description: 'Where the client lives.' })
  municipalityCode!: string;

  @Field(() => Int, { description: 'How far the client is taken to travel, in kilometres.' })
  maximumDistanceKm!: number;

  @Field(() => [ID], { description: 'Themes the client wishes for.' })
  themeIds!: readonly string[];

  @Field(() => FinnishLevelEnum, { description: 'How much Finnish the client knows.' })
  finnishLevel!: FinnishLevel;

  @Field(() => AgeBandEnum, { description: 'How old the client is.' })
  ageBand!: AgeBand;

  @Field(() => [AccessNeedEnum], { description: 'What the client needs to be able to come.' })
  accessNeeds!: readonly AccessNeed[];
}
