import { Arg, Ctx, Extensions, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { personNameLoader } from '../people/index.ts';
import { delegateClients, endDelegation } from './caseload.delegate.ts';
import { delegationsLoader } from './caseload.delegation.read.ts';
import { handOverClients } from './caseload.hand-over.ts';
import { caseworkersOf, countWithoutCaseworker, type CaseworkerRow } from './caseload.team.ts';
import {
  CaseworkerAbilitiesType,
  CaseworkerType,
  ClientDelegationType,
  ClientsWithoutCaseworkerType,
  DelegateClientsInput,
  DelegationPayload,
  EndDelegationInput,
  HandOverClientsInput,
  HandOverClientsPayload,
} from './caseload.types.ts';
import { clientPolicy } from './client.policy.ts';

/** Who serves a municipality's clients, and how they change hands. */
@Resolver(() => CaseworkerType)
export class CaseloadResolver {
  constructor(private readonly hub: Hub) {}

  @Query(() => [CaseworkerType], {
    description:
      'The caseworkers of a municipality, for those who work there with clients. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  caseworkers(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The municipality.' }) organisationId: string,
  ): Promise<CaseworkerType[]> {
    return caseworkersOf(this.hub, viewer, organisationId);
  }

  @Query(() => ClientsWithoutCaseworkerType, {
    nullable: true,
    description:
      'The clients of a municipality whom nobody serves, since their caseworker left; for its manager. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  clientsWithoutCaseworker(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The municipality.' }) organisationId: string,
  ): Promise<ClientsWithoutCaseworkerType | null> {
    return countWithoutCaseworker(this.hub, viewer, organisationId);
  }

  @Mutation(() => HandOverClientsPayload, {
    description:
      'Gives clients to a colleague, with their referrals. Errors: FORBIDDEN, NOT_FOUND, CASEWORKER_UNKNOWN.',
  })
  async handOverClients(
    @Ctx() { viewer }: Context,
    @Arg('input', () => HandOverClientsInput, { description: 'Whose, and to whom.' })
    input: HandOverClientsInput,
  ): Promise<HandOverClientsPayload> {
    const clientCount = await handOverClients(this.hub, viewer, input);
    return { clientCount, caseworkers: await caseworkersOf(this.hub, viewer, input.organisationId) };
  }

  @Mutation(() => DelegationPayload, {
    description:
      'Has a colleague stand in for a while. Errors: FORBIDDEN, CASEWORKER_UNKNOWN, LEAVE_NOT_ALLOWED, ALREADY_DELEGATED.',
  })
  async delegateClients(
    @Ctx() { viewer }: Context,
    @Arg('input', () => DelegateClientsInput, { description: 'Who, for whom, when.' })
    input: DelegateClientsInput,
  ): Promise<DelegationPayload> {
    await delegateClients(this.hub, viewer, input);
    return { caseworkers: await caseworkersOf(this.hub, viewer, input.organisationId) };
  }

  @Mutation(() => DelegationPayload, {
    description: 'Ends a stand-in before its last day. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async endDelegation(
    @Ctx() { viewer }: Context,
    @Arg('input', () => EndDelegationInput, { description: 'Which.' }) { delegationId }: EndDelegationInput,
  ): Promise<DelegationPayload> {
    const organisationId = await endDelegation(this.hub, viewer, delegationId);
    return { caseworkers: await caseworkersOf(this.hub, viewer, organisationId) };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Their name.' })
  displayName(@Root() { personId }: CaseworkerRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return loaders.load(personNameLoader, personId);
  }

  @FieldResolver(() => CaseworkerAbilitiesType, { description: 'What the viewer may do with their clients.' })
  viewerCan(
    @Root() { organisationId, personId }: CaseworkerRow,
    @Ctx() { viewer }: Context,
  ): CaseworkerAbilitiesType {
    const caseload = { organisationId, caseworkerId: personId };
    return {
      handOverClients: clientPolicy.can(viewer, 'handOver', caseload),
      delegateClients: clientPolicy.can(viewer, 'delegate', caseload),
    };
  }

  // One stands in at a time, and another one is planned at most: no page of rows.
  @Extensions({ rows: 3 })
  @FieldResolver(() => [ClientDelegationType], {
    description: 'Who stands in for them now or is going to, the next first.',
  })
  delegations(
    @Root() { organisationId, personId }: CaseworkerRow,
    @Ctx() { loaders }: Context,
  ): Promise<ClientDelegationType[]> {
    return loaders.load(delegationsLoader, `${organisationId} ${personId}`);
  }
}
