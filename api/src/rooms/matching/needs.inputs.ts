import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { Bcp47Scalar, MunicipalityCodeScalar } from '../../platform/graphql/scalars.ts';
import { AccessNeedEnum, AgeBandEnum, type AccessNeed, type AgeBand } from '../clients/index.ts';
import { FinnishLevelEnum, PartOfDayEnum, type FinnishLevel, type PartOfDay } from '../offerings/index.ts';

@InputType({ description: 'A point on Earth, WGS 84.' })
export class PointInput {
  @Field(() => Float, { description: 'Degrees north.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east.' })
  longitude!: number;
}

@InputType({ description: 'A part of a weekday.' })
export class FreeTimeInput {
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday.' })
  weekday!: number;

  @Field(() => PartOfDayEnum, { description: 'When on that day.' })
  part!: PartOfDay;
}

@InputType({
  description: 'What somebody needs of an offering, without who it is. What is left out is no wish.',
})
export class OfferingNeedsInput {
  @Field(() => [Bcp47Scalar], {
    nullable: true,
    description: 'Languages they speak, best first; one is enough.',
  })
  languages?: string[] | null;

  @Field(() => MunicipalityCodeScalar, {
    nullable: true,
    description: 'Where they live; distances are from its centre.',
  })
  municipalityCode?: string | null;

  @Field(() => PointInput, { nullable: true, description: 'Where they start from, instead of the centre.' })
  point?: PointInput | null;

  @Field(() => Int, { nullable: true, description: 'How far they can travel, in kilometres, 1 to 500.' })
  maximumDistanceKm?: number | null;

  @Field(() => [FreeTimeInput], {
    nullable: true,
    description: 'When they are free; one of these is enough.',
  })
  freeTimes?: FreeTimeInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Themes they wish for; one is enough, more of them are better.',
  })
  themeIds?: string[] | null;

  @Field(() => FinnishLevelEnum, { nullable: true, description: 'How much Finnish they know.' })
  finnishLevel?: FinnishLevel | null;

  @Field(() => AgeBandEnum, { nullable: true, description: 'How old they are.' })
  ageBand?: AgeBand | null;

  @Field(() => [AccessNeedEnum], { nullable: true, description: 'What they need to be able to come.' })
  accessNeeds?: AccessNeed[] | null;

  @Field(() => Boolean, { nullable: true, description: 'true: they bring children along.' })
  bringsChildren?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'true: it should cost nothing.' })
  free?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: a full offering will do, to wait for a place.',
  })
  acceptsWaitingList?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of a title in any language; case and accents do not matter.',
  })
  text?: string | null;
}
