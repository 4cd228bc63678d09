import { Field, ID, ObjectType } from 'type-graphql';
import { Bcp47Scalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { MemberRole } from '../../platform/policy/viewer.ts';
import { MemberRoleEnum } from '../people/index.ts';

@ObjectType('Demo', { description: 'What the demo offers to try the hub with.' })
export class DemoType {}

@ObjectType('DemoPerson', { description: 'Someone made up whom one can sign in as.' })
export class DemoPersonType {
  @Field(() => String, { description: 'For demoSignIn.' })
  key!: string;

  @Field(() => String, { description: 'Their name.' })
  displayName!: string;

  @Field(() => MemberRoleEnum, { description: 'Their role.' })
  role!: MemberRole;

  @Field(() => String, { description: 'Where they work or help.' })
  organisationName!: string;
}

@ObjectType('DemoMail', { description: 'A mail that would have left.' })
export class DemoMailType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The receiver’s address.' })
  to!: string;

  @Field(() => String, { description: 'The subject.' })
  subject!: string;

  @Field(() => String, { description: 'The text, plain.' })
  text!: string;

  @Field(() => Bcp47Scalar, { description: 'The language it is written in.' })
  languageTag!: string;

  @Field(() => DateTimeScalar, { description: 'When it was delivered.' })
  at!: Date;
}
