import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MunicipalityCodeScalar } from '../../platform/graphql/scalars.ts';
import { OfferingType, PlaceType } from './offering.types.ts';

@InputType({ description: 'Which draft to publish.' })
export class PublishOfferingInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => Int, { description: 'The version that was read; a stale one is refused.' })
  version!: number;
}

@InputType({ description: 'Which offering to end.' })
export class ArchiveOfferingInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => Int, { description: 'The version that was read; a stale one is refused.' })
  version!: number;
}

@InputType({ description: 'Which offering to copy.' })
export class CopyOfferingInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A random key, the same for a repeated call: it answers with what the first one made.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'An offering as it stands now.' })
export class OfferingPayload {
  @Field(() => OfferingType, { description: 'The offering.' })
  offering!: OfferingType;
}

@InputType({ description: 'A new place of an organisation.' })
export class CreatePlaceInput {
  @Field(() => ID, { description: 'The organisation whose place it is.' })
  organisationId!: string;

  @Field(() => String, { description: 'What it is called, at most 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'Street and number, at most 100 characters.' })
  streetAddress!: string;

  @Field(() => String, { nullable: true, description: 'Finnish postal code, five digits.' })
  postalCode?: string | null;

  @Field(() => MunicipalityCodeScalar, { description: 'The municipality it is in.' })
  municipalityCode!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Latitude in degrees, WGS 84, 59 to 71; together with longitude.',
  })
  latitude?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Longitude in degrees, WGS 84, 19 to 32; together with latitude.',
  })
  longitude?: number | null;

  @Field(() => String, { nullable: true, description: 'How to find the door, at most 500 characters.' })
  directions?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A random key, the same for a repeated call: it answers with what the first one made.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'A new place.' })
export class CreatePlacePayload {
  @Field(() => PlaceType, { description: 'The place.' })
  place!: PlaceType;
}
