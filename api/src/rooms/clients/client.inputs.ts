import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Bcp47Scalar, DateScalar, MunicipalityCodeScalar } from '../../platform/graphql/scalars.ts';
import { FinnishLevelEnum } from '../offerings/index.ts';
import { ContactKindEnum } from '../signups/index.ts';
import { AccessNeedEnum, AgeBandEnum, ConsentFieldEnum, ConsentMethodEnum } from './client.enums.ts';
import { ClientType } from './client.types.ts';
import type {
  AccessNeed,
  AgeBand,
  ClientContactKind,
  ClientFinnishLevel,
  ConsentField,
  ConsentMethod,
} from './client.words.ts';

@InputType({ description: 'Who a client is.' })
export class ClientIdentityInput {
  @Field(() => String, { description: 'The given name, 1 to 100 characters.' })
  givenName!: string;

  @Field(() => ContactKindEnum, { description: 'What the contact is.' })
  contactKind!: ClientContactKind;

  @Field(() => String, {
    description: 'E-mail address or phone number; a Finnish number may be written without +358.',
  })
  contact!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How it is safe to make contact, up to 280 characters.',
  })
  safeContactNote?: string | null;
}

@InputType({ description: 'A new client.' })
export class CreateClientInput {
  @Field(() => ID, { description: 'The municipality that serves the client.' })
  organisationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'An opaque reference to the register elsewhere, up to 64 characters. Never an identity code.',
  })
  registerReference?: string | null;

  @Field(() => MunicipalityCodeScalar, { description: 'Where the client lives.' })
  municipalityCode!: string;

  @Field(() => [Bcp47Scalar], { description: 'The languages the client speaks, best first; 1 to 10.' })
  languages!: string[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether an interpreter is needed.',
  })
  needsInterpreter?: boolean | null;

  @Field(() => AgeBandEnum, { description: 'How old the client is.' })
  ageBand!: AgeBand;

  @Field(() => FinnishLevelEnum, { description: 'How much Finnish the client knows.' })
  finnishLevel!: ClientFinnishLevel;

  @Field(() => [ID], { nullable: true, description: 'Themes the client wishes for, up to 20.' })
  themeIds?: string[] | null;

  @Field(() => [AccessNeedEnum], { nullable: true, description: 'What the client needs to be able to come.' })
  accessNeeds?: AccessNeed[] | null;

  @Field(() => ClientIdentityInput, { description: 'Who the client is.' })
  identity!: ClientIdentityInput;

  @Field(() => String, {
    nullable: true,
    description: 'A random key; the same key gives the same client again.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a client; what is left out stays.' })
export class UpdateClientInput {
  @Field(() => ID, { description: 'The client.' })
  clientId!: string;

  @Field(() => Int, { description: 'The version the change was decided on.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'An opaque reference to the register elsewhere; null removes it.',
  })
  registerReference?: string | null;

  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Where the client lives.' })
  municipalityCode?: string | null;

  @Field(() => [Bcp47Scalar], {
    nullable: true,
    description: 'The languages the client speaks, best first; 1 to 10.',
  })
  languages?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an interpreter is needed.' })
  needsInterpreter?: boolean | null;

  @Field(() => AgeBandEnum, { nullable: true, description: 'How old the client is.' })
  ageBand?: AgeBand | null;

  @Field(() => FinnishLevelEnum, { nullable: true, description: 'How much Finnish the client knows.' })
  finnishLevel?: ClientFinnishLevel | null;

  @Field(() => [ID], { nullable: true, description: 'Themes the client wishes for; replaces the list.' })
  themeIds?: string[] | null;

  @Field(() => [AccessNeedEnum], {
    nullable: true,
    description: 'What the client needs to be able to come; replaces the list.',
  })
  accessNeeds?: AccessNeed[] | null;

  @Field(() => ClientIdentityInput, {
    nullable: true,
    description: 'Who the client is; replaces all of it. Needs a strong sign-in.',
  })
  identity?: ClientIdentityInput | null;
}

@InputType({ description: 'What a client said yes to.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'The client.' })
  clientId!: string;

  @Field(() => ID, { description: 'The organisation that may be told.' })
  organisationId!: string;

  @Field(() => [ConsentFieldEnum], { description: 'What may be told.' })
  fields!: ConsentField[];

  @Field(() => String, { description: 'The version of the text that the client was shown or read.' })
  textVersion!: string;

  @Field(() => Bcp47Scalar, { description: 'The language in which it was asked.' })
  languageTag!: string;

  @Field(() => ConsentMethodEnum, { description: 'How it was given: SPOKEN or PAPER.' })
  method!: ConsentMethod;

  @Field(() => Boolean, { description: 'Whether an interpreter was there.' })
  interpreterUsed!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Its last day, up to two years from now; a year from now when left out.',
  })
  expiresOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A random key; the same key gives the same consent again.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which consent the client takes back.' })
export class WithdrawConsentInput {
  @Field(() => ID, { description: 'The consent.' })
  consentId!: string;
}

@ObjectType('ClientPayload', { description: 'The client after the change.' })
export class ClientPayload {
  @Field(() => ClientType, { description: 'The client.' })
  client!: ClientType;
}
