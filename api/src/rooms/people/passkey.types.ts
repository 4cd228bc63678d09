import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { PasskeyPurpose } from './passkey.challenge.ts';
import { ViewerType } from './person.types.ts';

export const PasskeyPurposeEnum = { ENROL: 'ENROL', SIGN_IN: 'SIGN_IN' } as const satisfies Record<
  PasskeyPurpose,
  PasskeyPurpose
>;
registerEnumType(PasskeyPurposeEnum, {
  name: 'PasskeyPurpose',
  description: 'What a passkey is asked for.',
  valuesConfig: {
    ENROL: { description: 'To set one up.' },
    SIGN_IN: { description: 'To sign in with one.' },
  },
});

@ObjectType('Passkey', { description: 'A key in one’s phone, computer or stick.' })
export class PasskeyType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What its owner calls it.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it signed in last; null for never.' })
  lastUsedAt!: Date | null;
}

@InputType('StartPasskeyInput', { description: 'To ask a passkey.' })
export class StartPasskeyInput {
  @Field(() => PasskeyPurposeEnum, { description: 'What for.' })
  purpose!: PasskeyPurpose;
}

@ObjectType('StartPasskeyPayload', { description: 'A question for the browser.' })
export class StartPasskeyPayload {
  @Field(() => String, {
    description: 'JSON of PublicKeyCredentialCreationOptions, or of …RequestOptions to sign in.',
  })
  options!: string;
}

@InputType('EnrolPasskeyInput', { description: 'A new passkey.' })
export class EnrolPasskeyInput {
  @Field(() => String, { description: 'The browser’s answer: JSON of a RegistrationResponse.' })
  response!: string;

  @Field(() => String, { description: 'What to call it, up to 60 characters.' })
  name!: string;
}

@ObjectType('EnrolPasskeyPayload', { description: 'The passkey is in use.' })
export class EnrolPasskeyPayload {
  @Field(() => PasskeyType, { description: 'The passkey.' })
  passkey!: PasskeyType;

  @Field(() => ViewerType, { description: 'Who is signed in, now strongly.' })
  viewer!: ViewerType;
}

@InputType('SignInWithPasskeyInput', { description: 'A passkey’s proof.' })
export class SignInWithPasskeyInput {
  @Field(() => String, { description: 'The browser’s answer: JSON of an AuthenticationResponse.' })
  response!: string;
}

@ObjectType('SignInWithPasskeyPayload', { description: 'A strong session.' })
export class SignInWithPasskeyPayload {
  @Field(() => ViewerType, { description: 'Who is signed in, strongly.' })
  viewer!: ViewerType;
}

@InputType('RenamePasskeyInput', { description: 'Another name for a passkey.' })
export class RenamePasskeyInput {
  @Field(() => ID, { description: 'The passkey.' })
  passkeyId!: string;

  @Field(() => String, { description: 'What to call it, up to 60 characters.' })
  name!: string;
}

@ObjectType('RenamePasskeyPayload', { description: 'The passkey has another name.' })
export class RenamePasskeyPayload {
  @Field(() => PasskeyType, { description: 'The passkey.' })
  passkey!: PasskeyType;
}

@InputType('RemovePasskeyInput', { description: 'Which passkey to let go.' })
export class RemovePasskeyInput {
  @Field(() => ID, { description: 'The passkey.' })
  passkeyId!: string;
}

@ObjectType('RemovePasskeyPayload', { description: 'The passkey is no longer in use.' })
export class RemovePasskeyPayload {
  @Field(() => ID, { description: 'Its id.' })
  passkeyId!: string;
}
