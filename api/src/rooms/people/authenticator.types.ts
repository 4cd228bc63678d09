import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ViewerType } from './person.types.ts';

@ObjectType('SignInSecurity', { description: 'How one can sign in strongly.' })
export class SignInSecurityType {
  @Field(() => Boolean, { description: 'Whether an authenticator app is set up.' })
  hasAuthenticator!: boolean;

  @Field(() => Int, { description: 'How many recovery codes are unused.' })
  recoveryCodesLeft!: number;
}

@InputType('StartAuthenticatorInput', { description: 'To set up an authenticator app.' })
export class StartAuthenticatorInput {
  @Field(() => String, {
    nullable: true,
    description: 'When there is an app already: its code, or a recovery code.',
  })
  code?: string | null;
}

@ObjectType('StartAuthenticatorPayload', { description: 'What to give the app; shown this once.' })
export class StartAuthenticatorPayload {
  @Field(() => String, { description: 'The secret in base32, to type where no camera is.' })
  secret!: string;

  @Field(() => String, { description: 'The same for a QR code, an otpauth URI.' })
  uri!: string;
}

@InputType('OneTimeCodeInput', { description: 'A proof that it is you.' })
export class OneTimeCodeInput {
  @Field(() => String, { description: 'Six digits of the app, or a recovery code; spaces don’t count.' })
  code!: string;
}

@ObjectType('ConfirmAuthenticatorPayload', { description: 'The app is in use.' })
export class ConfirmAuthenticatorPayload {
  @Field(() => [String], { description: 'Ten recovery codes; each works once and is shown this once.' })
  recoveryCodes!: string[];

  @Field(() => ViewerType, { description: 'Who is signed in, now strongly.' })
  viewer!: ViewerType;
}

@ObjectType('StepUpPayload', { description: 'A strong session.' })
export class StepUpPayload {
  @Field(() => ViewerType, { description: 'Who is signed in, now strongly.' })
  viewer!: ViewerType;
}

@ObjectType('RenewRecoveryCodesPayload', { description: 'New recovery codes.' })
export class RenewRecoveryCodesPayload {
  @Field(() => [String], { description: 'Ten recovery codes; each works once and is shown this once.' })
  recoveryCodes!: string[];
}

@ObjectType('RemoveAuthenticatorPayload', { description: 'The app is no longer in use.' })
export class RemoveAuthenticatorPayload {
  @Field(() => ViewerType, { description: 'Who is signed in.' })
  viewer!: ViewerType;
}
