import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { Bcp47Scalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ContactKindEnum, NeedEnum, SignUpStatusEnum } from './sign-up.enums.ts';
import type { ContactKind, Need, SignUpStatus } from './sign-up.words.ts';

@ObjectType('SignUpAbilities', { description: 'What the viewer may do with a sign-up.' })
export class SignUpAbilitiesType {
  @Field(() => Boolean, { description: 'Cancel it: by its own link, before the date starts.' })
  cancel!: boolean;

  @Field(() => Boolean, { description: 'Accept the place that is held for them: by its own link, in time.' })
  accept!: boolean;
}

@ObjectType('SignUp', { description: 'Places of a person or family on a date, taken without an account.' })
export class SignUpType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => SignUpStatusEnum, { description: 'Where it stands.' })
  status!: SignUpStatus;

  @Field(() => Int, { description: 'How many persons come, 1 to 10.' })
  partySize!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The first name of who signed up; null once erased, 30 days after the date, and of a client by referral.',
  })
  firstName!: string | null;

  @Field(() => Boolean, {
    description:
      'A client whom a referral brought: who it is stands on the referral alone, while consent holds.',
  })
  isByReferral!: boolean;

  @Field(() => ContactKindEnum, { description: 'What the contact is; says nothing where there is none.' })
  contactKind!: ContactKind;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address, or phone number with its country code; null once erased.',
  })
  contact!: string | null;

  @Field(() => Bcp47Scalar, { description: 'The language this person is written to in.' })
  languageTag!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled.' })
  cancelledAt!: Date | null;

  @Field(() => [NeedEnum], { description: 'What they need to take part; empty once erased.' })
  needs!: readonly Need[];

  @Field(() => Int, {
    nullable: true,
    description: 'Their turn in the waiting list, 1 = next; null for who does not wait.',
  })
  waitingPosition!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'A place is held for them until then; it goes to the next one unless they accept.',
  })
  acceptBy!: Date | null;
}

export const SignUpConnectionType = connectionType('SignUp', () => SignUpType);
export type SignUpConnectionType = InstanceType<typeof SignUpConnectionType>;
