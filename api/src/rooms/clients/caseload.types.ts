import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';

@ObjectType('Caseworker', { description: 'Someone who serves clients of a municipality.' })
export class CaseworkerType {
  @Field(() => ID, { description: 'Whose clients they are: the person’s id.' })
  personId!: string;

  @Field(() => Boolean, { description: 'Whether it is the viewer.' })
  isViewer!: boolean;

  @Field(() => Boolean, { description: 'They work there no more, and left clients behind.' })
  hasLeft!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How many clients they serve: for themselves and the municipality’s manager.',
  })
  clientCount!: number | null;
}

@ObjectType('ClientsWithoutCaseworker', {
  description: 'Clients whom nobody serves, since their caseworker left.',
})
export class ClientsWithoutCaseworkerType {
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('CaseworkerAbilities', { description: 'What the viewer may do with a caseworker’s clients.' })
export class CaseworkerAbilitiesType {
  @Field(() => Boolean, { description: 'Give their clients to a colleague.' })
  handOverClients!: boolean;

  @Field(() => Boolean, { description: 'Have a colleague stand in for a while.' })
  delegateClients!: boolean;
}

@ObjectType('ClientDelegation', {
  description:
    'A colleague stands in while a caseworker is away: sees the clients without who they are, and answers for the referrals.',
})
export class ClientDelegationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'Who stands in: the person’s id.' })
  standInId!: string;
}

@ObjectType('ClientDelegationAbilities', { description: 'What the viewer may do about a stand-in.' })
export class ClientDelegationAbilitiesType {
  @Field(() => Boolean, { description: 'End it before its last day.' })
  end!: boolean;
}

@InputType({ description: 'Who stands in for whom, and when.' })
export class DelegateClientsInput {
  @Field(() => ID, { description: 'The municipality.' })
  organisationId!: string;

  @Field(() => ID, { nullable: true, description: 'Who is away; the viewer when left out.' })
  fromPersonId?: string | null;

  @Field(() => ID, { description: 'The caseworker of the municipality who stands in.' })
  toPersonId!: string;

  @Field(() => DateScalar, { description: 'The first day, from today on.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day, within a year.' })
  endsOn!: string;
}

@InputType({ description: 'Which stand-in ends.' })
export class EndDelegationInput {
  @Field(() => ID, { description: 'Its id.' })
  delegationId!: string;
}

@ObjectType('DelegationPayload', {
  description: 'The municipality’s caseworkers and who stands in for them now.',
})
export class DelegationPayload {
  @Field(() => [CaseworkerType], { description: 'The caseworkers of the municipality.' })
  caseworkers!: CaseworkerType[];
}

@InputType({ description: 'Whose clients go to whom.' })
export class HandOverClientsInput {
  @Field(() => ID, { description: 'The municipality.' })
  organisationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The caseworker who has them, also one who left; the viewer when left out.',
  })
  fromPersonId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those whom nobody serves, since their caseworker left; for the municipality’s manager.',
  })
  fromNobody?: boolean | null;

  @Field(() => ID, { description: 'The caseworker of the municipality who gets them.' })
  toPersonId!: string;

  @Field(() => [ID], { nullable: true, description: 'Which clients; all of theirs when left out.' })
  clientIds?: string[] | null;
}

@ObjectType('HandOverClientsPayload', { description: 'What changed hands.' })
export class HandOverClientsPayload {
  @Field(() => Int, { description: 'How many clients.' })
  clientCount!: number;

  @Field(() => [CaseworkerType], { description: 'The caseworkers of the municipality now.' })
  caseworkers!: CaseworkerType[];
}
