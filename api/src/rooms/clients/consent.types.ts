import { Field, ID, ObjectType } from 'type-graphql';
import { Bcp47Scalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ConsentFieldEnum, ConsentMethodEnum } from './client.enums.ts';
import { ClientType } from './client.types.ts';
import type { ConsentField, ConsentMethod } from './client.words.ts';

@ObjectType('Consent', { description: 'A client’s permission to tell named things to a named organisation.' })
export class ConsentType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => [ConsentFieldEnum], { description: 'What may be told.' })
  fields!: ConsentField[];

  @Field(() => String, { description: 'The version of the text that the client was shown or read.' })
  textVersion!: string;

  @Field(() => Bcp47Scalar, { description: 'The language in which it was asked.' })
  languageTag!: string;

  @Field(() => ConsentMethodEnum, { description: 'How it was given.' })
  method!: ConsentMethod;

  @Field(() => Boolean, { description: 'Whether an interpreter was there.' })
  interpreterUsed!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the client took it back; null when not.',
  })
  withdrawnAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it holds now.' })
  isActive!: boolean;
}

@ObjectType('ConsentText', { description: 'What a client consents to, in plain words.' })
export class ConsentTextType {
  @Field(() => String, { description: 'The version, to be named when a consent is recorded.' })
  version!: string;

  @Field(() => Bcp47Scalar, {
    description: 'The language of the text; another one than asked for where it is missing.',
  })
  languageTag!: string;

  @Field(() => String, { description: 'The text; an empty line parts its paragraphs.' })
  text!: string;
}

@ObjectType('RecordConsentPayload', { description: 'The recorded consent.' })
export class RecordConsentPayload {
  @Field(() => ConsentType, { description: 'The consent.' })
  consent!: ConsentType;

  @Field(() => ClientType, { description: 'Whose it is.' })
  client!: ClientType;
}

@ObjectType('WithdrawConsentPayload', { description: 'The withdrawn consent.' })
export class WithdrawConsentPayload {
  @Field(() => ConsentType, { description: 'The consent, which no longer holds.' })
  consent!: ConsentType;

  @Field(() => ClientType, { description: 'Whose it was.' })
  client!: ClientType;
}
