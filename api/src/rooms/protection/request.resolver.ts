import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { clientLoader, ClientType } from '../clients/index.ts';
import { ClientLinkPayload } from '../referrals/index.ts';
import { protectionPolicy } from './protection.policy.ts';
import { createClientRequest, leaveRequestByLink } from './request.create.ts';
import { decideClientRequest } from './request.decide.ts';
import { requestDetailsLoader } from './request.loaders.ts';
import type { RequestRow } from './request.read.ts';
import { RequestService } from './request.service.ts';
import {
  ClientRequestAbilitiesType,
  ClientRequestConnectionType,
  ClientRequestPayload,
  ClientRequestType,
  CreateClientRequestInput,
  DecideClientRequestInput,
  LeaveRequestByLinkInput,
  SubjectExportType,
} from './request.types.ts';
import { exportSubject } from './subject.export.ts';

@Resolver(() => ClientRequestType)
export class RequestResolver {
  constructor(private readonly hub: Hub) {}

  @Query(() => ClientRequestConnectionType, {
    description: 'What clients of the viewer’s municipality asked for, the newest first: for its officer.',
  })
  clientRequests(
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only those that wait, or only the others.' })
    open: boolean | null,
    @Arg('clientId', () => ID, { nullable: true, description: 'Only those of one client.' })
    clientId: string | null,
  ): Promise<ClientRequestConnectionType> {
    const filter = { open, clientId };
    return this.hub
      .get(RequestService)
      .list(viewer, args, filter) as unknown as Promise<ClientRequestConnectionType>;
  }

  @Query(() => SubjectExportType, {
    description: 'All that is held on a client, for their caseworker and officer. Taking it is recorded.',
  })
  subjectExport(
    @Ctx() { viewer }: Context,
    @Arg('clientId', () => ID, { description: 'On whom.' }) clientId: string,
  ): Promise<SubjectExportType> {
    return exportSubject(this.hub, viewer, clientId);
  }

  @Mutation(() => ClientRequestPayload, { description: 'Puts down what a client asked for.' })
  async createClientRequest(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateClientRequestInput, { description: 'Who, and what.' })
    input: CreateClientRequestInput,
  ): Promise<ClientRequestPayload> {
    return { request: await createClientRequest(this.hub, viewer, input) };
  }

  @Mutation(() => ClientLinkPayload, { description: 'The client leaves a request on their own page.' })
  async leaveRequestByLink(
    @Ctx() { address }: Context,
    @Arg('input', () => LeaveRequestByLinkInput, { description: 'What for.' }) input: LeaveRequestByLinkInput,
  ): Promise<ClientLinkPayload> {
    await leaveRequestByLink(this.hub, { token: input.token, address }, input);
    return { isDone: true };
  }

  @Mutation(() => ClientRequestPayload, {
    description:
      'Answers a request; where it is done by the hub, it is done at once. Needs a strong sign-in.',
  })
  async decideClientRequest(
    @Ctx() { viewer }: Context,
    @Arg('input', () => DecideClientRequestInput, { description: 'Which, and how.' })
    input: DecideClientRequestInput,
  ): Promise<ClientRequestPayload> {
    return { request: await decideClientRequest(this.hub, viewer, input) };
  }

  @FieldResolver(() => ClientType, { nullable: true, description: 'Who asked; null once they are erased.' })
  async client(@Root() { clientId }: RequestRow, @Ctx() { loaders }: Context): Promise<ClientType | null> {
    return clientId === null ? null : loaders.load(clientLoader, clientId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'In the client’s words, with a strong sign-in. Reading it is recorded.',
  })
  details(@Root() { id }: RequestRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return loaders.load(requestDetailsLoader, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it waits longer than the law allows.' })
  isOverdue(@Root() { decidedAt, dueAt }: RequestRow): boolean {
    return decidedAt === null && dueAt < this.hub.clock.now();
  }

  @FieldResolver(() => ClientRequestAbilitiesType, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() request: RequestRow, @Ctx() { viewer }: Context): ClientRequestAbilitiesType {
    const isOpen = request.decidedAt === null;
    return { decide: isOpen && protectionPolicy.can(viewer, 'decideRequest', request) };
  }
}
