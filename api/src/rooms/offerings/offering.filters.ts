import { Field, ID, InputType } from 'type-graphql';
import { Bcp47Scalar, DateTimeScalar, MunicipalityCodeScalar } from '../../platform/graphql/scalars.ts';
import { FinnishLevelEnum, OfferingKindEnum, OfferingStatusEnum } from './offering.enums.ts';
import type { FinnishLevel, OfferingKind, OfferingStatus } from './offering.words.ts';

@InputType({ description: 'What filters of offerings and of dates have in common.' })
export class OfferingFacetsInput {
  @Field(() => [MunicipalityCodeScalar], { nullable: true, description: 'In one of these municipalities.' })
  municipalityCodes?: string[] | null;

  @Field(() => [Bcp47Scalar], { nullable: true, description: 'One of these languages is spoken there.' })
  languages?: string[] | null;

  @Field(() => [OfferingKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: OfferingKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'With one of these themes.' })
  themeIds?: string[] | null;

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

  @Field(() => String, {
    nullable: true,
    description: 'Words of a title in any language; case, accents and small slips do not matter.',
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

  @Field(() => FinnishLevelEnum, { nullable: true, description: 'Needing this much Finnish or less.' })
  finnishLevelAtMost?: FinnishLevel | null;
}
