import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { OfferingType } from './offering.types.ts';

@InputType({ description: 'What is known so far of an offering that somebody writes.' })
export class SimilarOfferingInput {
  @Field(() => String, { description: 'Its title in any language; below four letters nothing is like it.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its first date on the clocks of Helsinki, e.g. 2026-12-01T17:00.',
  })
  startsAtLocal?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its place.' })
  placeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who offers it.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The offering itself, when it is there already.' })
  exceptId?: string | null;
}

@ObjectType('SimilarOffering', {
  description: 'An offering that may be the same as the one that is written.',
})
export class SimilarOfferingType {
  @Field(() => OfferingType, { description: 'The offering.' })
  offering!: OfferingType;

  @Field(() => Boolean, { description: 'Whether one of its titles is nearly the same.' })
  isSameTitle!: boolean;

  @Field(() => Boolean, { description: 'Whether it meets on the same weekday at the same time.' })
  isSameTime!: boolean;

  @Field(() => Boolean, { description: 'Whether it is at the same place.' })
  isSamePlace!: boolean;

  @Field(() => Boolean, { description: 'Whether the same organisation hosts it.' })
  isSameOrganisation!: boolean;
}
