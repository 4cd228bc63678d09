import { Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType('EmployerSignIn', { description: 'An employer’s sign-in service that one can come by.' })
export class EmployerSignInType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Whose it is.' })
  name!: string;
}

@InputType('StartEmployerSignInInput', { description: 'Which way to sign in.' })
export class StartEmployerSignInInput {
  @Field(() => ID, { description: 'The employer’s service.' })
  employerId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where to go after signing in: a path of this site, e.g. /fi/desk.',
  })
  next?: string | null;
}

@ObjectType('StartEmployerSignInPayload', { description: 'Where the browser goes now.' })
export class StartEmployerSignInPayload {
  @Field(() => String, { description: 'An address of the employer’s service.' })
  url!: string;
}

@InputType('FinishEmployerSignInInput', { description: 'What the browser brought back.' })
export class FinishEmployerSignInInput {
  @Field(() => ID, { description: 'The employer’s service.' })
  employerId!: string;

  @Field(() => String, { description: 'The query of the address to which the service sent the browser.' })
  query!: string;
}
