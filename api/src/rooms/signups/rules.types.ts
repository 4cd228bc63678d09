import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { NeedEnum } from './sign-up.enums.ts';
import type { Need } from './sign-up.words.ts';

@ObjectType('SignUpRules', { description: 'When and for whom sign-up to an offering’s dates is.' })
export class SignUpRulesType {
  @Field(() => Int, {
    nullable: true,
    description: 'Sign-up opens so many days before a date; null = at once.',
  })
  opensDaysBefore!: number | null;

  @Field(() => Int, { description: 'Sign-up closes so many hours before a date; 0 = at its start.' })
  closesHoursBefore!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'A date takes place when so many come; null = in any case.',
  })
  minimumPeople!: number | null;

  @Field(() => Int, { description: 'The most persons in one sign-up.' })
  largestParty!: number;

  @Field(() => Int, {
    description: 'Places kept for people who come by referral, until a day before the date.',
  })
  heldPlaces!: number;

  @Field(() => [NeedEnum], { description: 'What people are asked whether they need it.' })
  needsAsked!: readonly Need[];

  @Field(() => Boolean, { description: 'Whether people can wait for a place.' })
  hasWaitingList!: boolean;
}

@InputType({ description: 'The sign-up rules of an offering; all of them, they replace the old ones.' })
export class SetSignUpRulesInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => Int, { nullable: true, description: '1 to 365; null = at once.' })
  opensDaysBefore?: number | null;

  @Field(() => Int, { defaultValue: 0, description: '0 to 336.' })
  closesHoursBefore!: number;

  @Field(() => Int, { nullable: true, description: '1 to 10 000; null = none.' })
  minimumPeople?: number | null;

  @Field(() => Int, { defaultValue: 10, description: '1 to 10.' })
  largestParty!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Fewer than the offering has places.' })
  heldPlaces!: number;

  @Field(() => [NeedEnum], { defaultValue: [], description: 'What to ask.' })
  needsAsked!: Need[];

  @Field(() => Boolean, { defaultValue: true, description: 'Whether people can wait for a place.' })
  hasWaitingList!: boolean;
}

@ObjectType({ description: 'The rules that hold now.' })
export class SetSignUpRulesPayload {
  @Field(() => SignUpRulesType, { description: 'The rules.' })
  rules!: SignUpRulesType;
}
