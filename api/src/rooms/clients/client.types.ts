import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { Bcp47Scalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { FinnishLevelEnum } from '../offerings/index.ts';
import { ContactKindEnum } from '../signups/index.ts';
import { AccessNeedEnum, AgeBandEnum } from './client.enums.ts';
import type { AccessNeed, AgeBand, ClientContactKind, ClientFinnishLevel } from './client.words.ts';

@ObjectType('ClientAbilities', { description: 'What the viewer may do with a client.' })
export class ClientAbilitiesType {
  @Field(() => Boolean, { description: 'Change the client’s data.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Record what the client consents to.' })
  recordConsent!: boolean;

  @Field(() => Boolean, { description: 'Take back a consent for the client.' })
  withdrawConsent!: boolean;

  @Field(() => Boolean, { description: 'See in an emergency who the client is.' })
  breakGlass!: boolean;

  @Field(() => Boolean, { description: 'Offer the client to another municipality.' })
  move!: boolean;

  @Field(() => Boolean, { description: 'See who has looked at the client’s data.' })
  readAccessLog!: boolean;

  @Field(() => Boolean, { description: 'Refer the client to an organisation.' })
  refer!: boolean;
}

@ObjectType('ClientIdentity', { description: 'Who a client is. Reading it is recorded.' })
export class ClientIdentityType {
  @Field(() => String, { description: 'The given name.' })
  givenName!: string;

  @Field(() => ContactKindEnum, { description: 'What the contact is.' })
  contactKind!: ClientContactKind;

  @Field(() => String, { description: 'E-mail address, or phone number with its country code.' })
  contact!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How it is safe to make contact; null when nothing needs care.',
  })
  safeContactNote!: string | null;
}

@ObjectType('Client', { description: 'A person whom a caseworker serves, under a pseudonym.' })
export class ClientType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'A name for lists that says nothing about the person.' })
  pseudonym!: string;

  @Field(() => [Bcp47Scalar], { description: 'The languages the client speaks, best first.' })
  languages!: string[];

  @Field(() => Boolean, { description: 'Whether an interpreter is needed.' })
  needsInterpreter!: boolean;

  @Field(() => AgeBandEnum, { description: 'How old the client is.' })
  ageBand!: AgeBand;

  @Field(() => FinnishLevelEnum, { description: 'How much Finnish the client knows.' })
  finnishLevel!: ClientFinnishLevel;

  @Field(() => [AccessNeedEnum], { description: 'What the client needs to be able to come.' })
  accessNeeds!: AccessNeed[];

  @Field(() => DateTimeScalar, { description: 'When the client was entered.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Rises with every change; changes must name it.' })
  version!: number;
}

export const ClientConnectionType = connectionType('Client', () => ClientType);
export type ClientConnectionType = InstanceType<typeof ClientConnectionType>;
