import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Bcp47Scalar, DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ConsentFieldEnum, type ConsentField } from '../clients/index.ts';
import type { ClientStep } from './client-link.page.ts';

export const ClientStepEnum = {
  ASKED: 'ASKED',
  RECEIVED: 'RECEIVED',
  WAITING: 'WAITING',
  ACCEPTED: 'ACCEPTED',
  MEETING: 'MEETING',
  PAUSED: 'PAUSED',
  NOT_TAKEN: 'NOT_TAKEN',
  ENDED: 'ENDED',
  STOPPED: 'STOPPED',
} as const satisfies Record<ClientStep, ClientStep>;
registerEnumType(ClientStepEnum, {
  name: 'ClientStep',
  description: 'How a referral stands, as its client is told it.',
  valuesConfig: {
    ASKED: { description: 'The client is asked for consent.' },
    RECEIVED: { description: 'The organisation has it and is to answer.' },
    WAITING: { description: 'On a waiting list.' },
    ACCEPTED: { description: 'The organisation takes the client in and will get in touch.' },
    MEETING: { description: 'It is under way.' },
    PAUSED: { description: 'Interrupted for a while.' },
    NOT_TAKEN: { description: 'The organisation cannot take the client in.' },
    ENDED: { description: 'It has ended.' },
    STOPPED: { description: 'Nothing is shared any more.' },
  },
});

@ObjectType('ClientPageAbilities', { description: 'What a client may do by their link now.' })
export class ClientPageAbilitiesType {
  @Field(() => Boolean, { description: 'Say yes.' })
  confirm!: boolean;

  @Field(() => Boolean, { description: 'Say no.' })
  refuse!: boolean;

  @Field(() => Boolean, { description: 'Stop the sharing.' })
  stop!: boolean;
}

@ObjectType('ClientPage', {
  description:
    'What a client sees by their own link: how it stands and what is shared, but not who they are.',
})
export class ClientPageType {
  @Field(() => ClientStepEnum, { description: 'How it stands.' })
  step!: ClientStep;

  @Field(() => [ConsentFieldEnum], { description: 'What the receiver may know, or is to know.' })
  fields!: ConsentField[];

  @Field(() => DateTimeScalar, { description: 'When the sharing ends by itself.' })
  sharedUntil!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when the organisation is to answer.' })
  answerDueAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'By when the organisation is to get in touch.',
  })
  callDueAt!: Date | null;

  @Field(() => ClientPageAbilitiesType, { description: 'What the client may do now.' })
  viewerCan!: ClientPageAbilitiesType;
}

@InputType({ description: 'A new link for a client to their own referral.' })
export class CreateClientLinkInput {
  @Field(() => ID, { description: 'The referral: one that awaits consent, or one with consent.' })
  referralId!: string;

  @Field(() => [ConsentFieldEnum], {
    nullable: true,
    description: 'What the client is asked to let the receiver know; GIVEN_NAME and CONTACT when left out.',
  })
  fields?: ConsentField[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of the consent, up to two years from now; a year from now when left out.',
  })
  expiresOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Also send it to the client’s own e-mail address.' })
  sendByMail?: boolean | null;
}

@ObjectType('CreateClientLinkPayload', { description: 'The link. Its address is told this once.' })
export class CreateClientLinkPayload {
  @Field(() => String, { description: 'Its whole address, in a language of the client’s.' })
  url!: string;

  @Field(() => DateTimeScalar, { description: 'When it stops working.' })
  expiresAt!: Date;
}

@InputType({ description: 'Which link.' })
export class ClientLinkInput {
  @Field(() => String, { description: 'The secret from its address.' })
  token!: string;
}

@InputType({ description: 'The client’s yes.' })
export class ConfirmConsentByLinkInput extends ClientLinkInput {
  @Field(() => Bcp47Scalar, { description: 'The language in which the client read the question.' })
  languageTag!: string;
}

@ObjectType('ClientLinkPayload', { description: 'What the client did.' })
export class ClientLinkPayload {
  @Field(() => Boolean, { description: 'True; what cannot be done is an error.' })
  isDone!: boolean;
}
