import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Bcp47Scalar, EmailAddressScalar } from '../../platform/graphql/scalars.ts';
import { NeedEnum } from './sign-up.enums.ts';
import { SignUpType } from './sign-up.types.ts';
import type { Need } from './sign-up.words.ts';

@InputType({ description: 'Who comes, and how to reach them: exactly one of email and phone.' })
export class CreateSignUpInput {
  @Field(() => ID, { description: 'The date.' })
  occurrenceId!: string;

  @Field(() => String, { description: 'A first name, 1 to 100 characters; any name one answers to.' })
  firstName!: string;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: 'How many persons come, 1 to 10, the one who signs up among them.',
  })
  partySize?: number | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Where the confirmation goes.' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A phone number; a Finnish one may be written without +358.',
  })
  phone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Wait where no place is free; otherwise that is the error OCCURRENCE_FULL.',
  })
  wait?: boolean | null;

  @Field(() => [NeedEnum], { nullable: true, description: 'What they need, of what the offering asks.' })
  needs?: Need[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'A member of a host signs up someone who asked; also before sign-up opens and after it closes.',
  })
  onBehalf?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Take a place that is kept for people who come by referral; only on behalf.',
  })
  usesHeldPlace?: boolean | null;

  @Field(() => Bcp47Scalar, { description: 'The language to write in.' })
  languageTag!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A random key; the same key gives the same sign-up again.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'A place taken.' })
export class CreateSignUpPayload {
  @Field(() => SignUpType, { description: 'The sign-up.' })
  signUp!: SignUpType;

  @Field(() => String, {
    description:
      'The code of one’s own page, 20 characters; told here and in the mail alone. Keep it secret.',
  })
  code!: string;
}

@InputType({ description: 'Which place is given back.' })
export class CancelSignUpInput {
  @Field(() => String, { description: 'The code from the confirmation.' })
  code!: string;
}

@ObjectType({ description: 'A place given back.' })
export class CancelSignUpPayload {
  @Field(() => SignUpType, { description: 'The sign-up.' })
  signUp!: SignUpType;
}

@InputType({ description: 'Whose offered place is accepted.' })
export class AcceptSignUpInput {
  @Field(() => String, { description: 'The code from the mail.' })
  code!: string;
}

@ObjectType({ description: 'A place accepted.' })
export class AcceptSignUpPayload {
  @Field(() => SignUpType, { description: 'The sign-up.' })
  signUp!: SignUpType;
}
