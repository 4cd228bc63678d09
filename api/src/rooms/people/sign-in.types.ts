import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Bcp47Scalar, EmailAddressScalar } from '../../platform/graphql/scalars.ts';
import { PersonType, ViewerType } from './person.types.ts';

@InputType('RequestSignInLinkInput', { description: 'Where to mail a sign-in link.' })
export class RequestSignInLinkInput {
  @Field(() => EmailAddressScalar, { description: 'The address of the account.' })
  email!: string;

  @Field(() => Bcp47Scalar, { description: 'The language of the page on which it was asked for.' })
  languageTag!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where to go after signing in: a path of this site, e.g. /fi/desk.',
  })
  next?: string | null;
}

@ObjectType('RequestSignInLinkPayload', {
  description: 'The same whether or not the address has an account.',
})
export class RequestSignInLinkPayload {
  @Field(() => EmailAddressScalar, { description: 'The address as it was given.' })
  sentTo!: string;

  @Field(() => Int, { description: 'How long the link is good, in minutes.' })
  expiresInMinutes!: number;
}

@InputType('SignInInput', {
  description: 'One of the two: the token of a link, or the code that another browser shows.',
})
export class SignInInput {
  @Field(() => String, { nullable: true, description: 'The token of the mail’s link.' })
  token?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The six digits, typed in the browser that asked for the link.',
  })
  code?: string | null;
}

@ObjectType('SignInPayload', { description: 'Who is signed in, or what to type in the other browser.' })
export class SignInPayload {
  @Field(() => ViewerType, {
    nullable: true,
    description: 'Who is now signed in; null when a code must be typed.',
  })
  viewer!: ViewerType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Six digits to type in the browser that asked for the link.',
  })
  codeToType!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where to go now: the path named when the link was asked for.',
  })
  next!: string | null;
}

@InputType('DemoSignInInput', { description: 'Which of the demo’s people to be.' })
export class DemoSignInInput {
  @Field(() => String, { description: 'The key of the demo person.' })
  personKey!: string;
}

@InputType('SignOutInput', { description: 'Which sessions to end.' })
export class SignOutInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'All of the person, not this browser alone.',
  })
  everywhere?: boolean | null;
}

@ObjectType('SignOutPayload', { description: 'The end of a session.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'True: nobody is signed in here any more.' })
  signedOut!: boolean;
}

@InputType('UpdateProfileInput', { description: 'The own account; what is left out stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'The name to be called by, up to 100 characters.' })
  displayName?: string | null;

  @Field(() => Bcp47Scalar, { nullable: true, description: 'The language of mails.' })
  languageTag?: string | null;
}

@ObjectType('UpdateProfilePayload', { description: 'The changed account.' })
export class UpdateProfilePayload {
  @Field(() => PersonType, { description: 'The account.' })
  person!: PersonType;
}
