import { Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType('PersonAbilities', { description: 'What the viewer may do with an account.' })
export class PersonAbilitiesType {
  @Field(() => Boolean, { description: 'Let them set up a new strong sign-in when they lost theirs.' })
  resetSignIn!: boolean;

  @Field(() => Boolean, { description: 'Close it.' })
  closeAccount!: boolean;
}

@InputType('ResetSignInInput', { description: 'Whose strong sign-in is lost.' })
export class ResetSignInInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}

@ObjectType('ResetSignInPayload', { description: 'The person sets up a new one.' })
export class ResetSignInPayload {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}

@InputType('CloseAccountInput', { description: 'Which account to close.' })
export class CloseAccountInput {
  @Field(() => ID, { description: 'The person: oneself, or anyone else for the network admin.' })
  personId!: string;
}

@ObjectType('CloseAccountPayload', { description: 'The account is closed.' })
export class CloseAccountPayload {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}
