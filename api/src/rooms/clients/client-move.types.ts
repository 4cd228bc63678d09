import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Bcp47Scalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { ClientMoveEffect, ClientMoveEffectKind } from './client-move.events.ts';

const ClientMoveEffectKindEnum = {
  CLIENT: 'CLIENT',
  IDENTITY: 'IDENTITY',
  OPEN_REFERRALS: 'OPEN_REFERRALS',
  ENDED_REFERRALS: 'ENDED_REFERRALS',
  CONSENTS_IN_USE: 'CONSENTS_IN_USE',
  OPEN_REQUESTS: 'OPEN_REQUESTS',
  CASEWORKER: 'CASEWORKER',
  REGISTER_REFERENCE: 'REGISTER_REFERENCE',
  DRAFTS: 'DRAFTS',
  CONSENT_QUESTIONS: 'CONSENT_QUESTIONS',
  UNUSED_CONSENTS: 'UNUSED_CONSENTS',
} as const satisfies Record<ClientMoveEffectKind, ClientMoveEffectKind>;
registerEnumType(ClientMoveEffectKindEnum, {
  name: 'ClientMoveEffectKind',
  description: 'What moves with a client to another municipality, or ends.',
  valuesConfig: {
    CLIENT: { description: 'What matching knows: languages, wishes, needs.' },
    IDENTITY: { description: 'Who the client is and how to reach them.' },
    OPEN_REFERRALS: { description: 'Referrals under way whose consent holds.' },
    ENDED_REFERRALS: { description: 'Referrals that have ended, as history.' },
    CONSENTS_IN_USE: { description: 'Consents on which a referral under way rests.' },
    OPEN_REQUESTS: { description: 'Requests of the client that wait for an answer.' },
    CASEWORKER: { description: 'The caseworker’s own access, and that of whoever stands in.' },
    REGISTER_REFERENCE: { description: 'The reference to the municipality’s register.' },
    DRAFTS: { description: 'Referrals that were never sent.' },
    CONSENT_QUESTIONS: { description: 'Referrals of which the client is asked and has not answered.' },
    UNUSED_CONSENTS: { description: 'Consents on which nothing rests that goes on.' },
  },
});

const ClientMoveGoesEnum = { MOVES: 'MOVES', ENDS: 'ENDS' } as const;
registerEnumType(ClientMoveGoesEnum, {
  name: 'ClientMoveGoes',
  description: 'Whether something goes along with a client.',
  valuesConfig: { MOVES: { description: 'It goes along.' }, ENDS: { description: 'It ends.' } },
});

@ObjectType('ClientMoveEffect', { description: 'What a move does to so many things of one kind.' })
export class ClientMoveEffectType {
  @Field(() => ClientMoveEffectKindEnum, { description: 'Of which kind.' })
  kind!: ClientMoveEffectKind;

  @Field(() => ClientMoveGoesEnum, { description: 'Whether they go along or end.' })
  goes!: ClientMoveEffect['goes'];

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('ClientMovePreview', { description: 'What moving a client to another municipality would mean.' })
export class ClientMovePreviewType {
  @Field(() => [ClientMoveEffectType], {
    description: 'What would move and what would end; nothing has yet.',
  })
  effects!: ClientMoveEffectType[];
}

@ObjectType('ClientMoveAbilities', { description: 'What the viewer may do about an offered client.' })
export class ClientMoveAbilitiesType {
  @Field(() => Boolean, { description: 'Take the client over.' })
  accept!: boolean;

  @Field(() => Boolean, { description: 'Not take the client over.' })
  decline!: boolean;

  @Field(() => Boolean, { description: 'Take the offer back.' })
  cancel!: boolean;
}

@ObjectType('ClientMove', {
  description: 'A client offered to another municipality, which has not decided yet.',
})
export class ClientMoveType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => [Bcp47Scalar], { description: 'The client’s languages, best first.' })
  languages!: string[];

  @Field(() => Boolean, { description: 'Whether the client needs an interpreter.' })
  needsInterpreter!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was offered.' })
  offeredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it can be taken over.' })
  expiresAt!: Date;
}

@InputType({ description: 'Which client goes to which municipality.' })
export class MoveClientInput {
  @Field(() => ID, { description: 'The client, one’s own.' })
  clientId!: string;

  @Field(() => Int, { description: 'The version of the client it was decided on.' })
  version!: number;

  @Field(() => ID, { description: 'The municipality’s organisation.' })
  toOrganisationId!: string;

  @Field(() => Boolean, { description: 'That the client was told what moves to whom.' })
  isClientTold!: boolean;
}

@InputType({ description: 'Which offered client.' })
export class ClientMoveInput {
  @Field(() => ID, { description: 'The offer’s id.' })
  moveId!: string;
}

@ObjectType('ClientMovePayload', { description: 'What became of a move.' })
export class ClientMovePayload {
  @Field(() => ID, { description: 'The offer’s id.' })
  moveId!: string;

  @Field(() => ID, { nullable: true, description: 'The client, once they are the viewer’s.' })
  clientId!: string | null;
}
