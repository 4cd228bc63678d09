import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { acceptClientMove } from './client-move.accept.ts';
import { cancelClientMove, declineClientMove, moveClient } from './client-move.offer.ts';
import { previewClientMove } from './client-move.preview.ts';
import { listClientMoves, type ClientMoveRow } from './client-move.read.ts';
import {
  ClientMoveAbilitiesType,
  ClientMoveInput,
  ClientMovePayload,
  ClientMovePreviewType,
  ClientMoveType,
  MoveClientInput,
} from './client-move.types.ts';
import { clientLoader } from './client.loaders.ts';
import { clientMovePolicy } from './client-move.policy.ts';
import type { ClientRow } from './client.read.ts';
import { ClientType } from './client.types.ts';

/** Clients who go to another municipality. */
@Resolver(() => ClientMoveType)
export class ClientMoveResolver {
  constructor(private readonly hub: Hub) {}

  @Query(() => [ClientMoveType], {
    description:
      'Clients offered by the viewer’s municipality or to it, the oldest first, 100 at most. Errors: UNAUTHENTICATED.',
  })
  clientMoves(@Ctx() { viewer }: Context): Promise<ClientMoveType[]> {
    return listClientMoves(this.hub, viewer);
  }

  @Query(() => ClientMovePreviewType, {
    description:
      'What would move with a client, and what would end; nothing does. Errors: NOT_FOUND, FORBIDDEN, MUNICIPALITY_UNKNOWN.',
  })
  clientMovePreview(
    @Ctx() { viewer }: Context,
    @Arg('clientId', () => ID, { description: 'The client, one’s own.' }) clientId: string,
    @Arg('toOrganisationId', () => ID, { description: 'The other municipality.' }) toOrganisationId: string,
  ): Promise<ClientMovePreviewType> {
    return previewClientMove(this.hub, viewer, clientId, toOrganisationId);
  }

  @Mutation(() => ClientMovePayload, {
    description:
      'Offers a client to another municipality. Errors: NOT_FOUND, FORBIDDEN, MUNICIPALITY_UNKNOWN, CLIENT_NOT_TOLD, STALE_VERSION, ALREADY_OFFERED.',
  })
  async moveClient(
    @Ctx() { viewer }: Context,
    @Arg('input', () => MoveClientInput, { description: 'Who, and where to.' }) input: MoveClientInput,
  ): Promise<ClientMovePayload> {
    return { moveId: await moveClient(this.hub, viewer, input), clientId: null };
  }

  @Mutation(() => ClientMovePayload, {
    description: 'Takes an offered client over, with what goes along. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async acceptClientMove(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ClientMoveInput, { description: 'Which offer.' }) { moveId }: ClientMoveInput,
  ): Promise<ClientMovePayload> {
    return { moveId, clientId: await acceptClientMove(this.hub, viewer, moveId) };
  }

  @Mutation(() => ClientMovePayload, {
    description: 'Does not take an offered client over. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async declineClientMove(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ClientMoveInput, { description: 'Which offer.' }) { moveId }: ClientMoveInput,
  ): Promise<ClientMovePayload> {
    await declineClientMove(this.hub, viewer, moveId);
    return { moveId, clientId: null };
  }

  @Mutation(() => ClientMovePayload, { description: 'Takes an offer back. Errors: NOT_FOUND, FORBIDDEN.' })
  async cancelClientMove(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ClientMoveInput, { description: 'Which offer.' }) { moveId }: ClientMoveInput,
  ): Promise<ClientMovePayload> {
    await cancelClientMove(this.hub, viewer, moveId);
    return { moveId, clientId: null };
  }

  @FieldResolver(() => ClientType, {
    nullable: true,
    description: 'Who it is about; for the offering side alone.',
  })
  async client(@Root() { clientId }: ClientMoveRow, @Ctx() { loaders }: Context): Promise<ClientRow | null> {
    return loaders.load(clientLoader, clientId);
  }

  @FieldResolver(() => OrganisationType, { description: 'Who serves the client now.' })
  fromOrganisation(@Root() row: ClientMoveRow, @Ctx() { loaders }: Context): Promise<OrganisationType> {
    return loaders.load(organisationLoader, row.fromOrganisationId) as Promise<OrganisationType>;
  }

  @FieldResolver(() => OrganisationType, { description: 'Who is to serve the client.' })
  toOrganisation(@Root() row: ClientMoveRow, @Ctx() { loaders }: Context): Promise<OrganisationType> {
    return loaders.load(organisationLoader, row.toOrganisationId) as Promise<OrganisationType>;
  }

  @FieldResolver(() => ClientMoveAbilitiesType, { description: 'What the viewer may do about it.' })
  viewerCan(@Root() row: ClientMoveRow, @Ctx() { viewer }: Context): ClientMoveAbilitiesType {
    return {
      accept: clientMovePolicy.can(viewer, 'acceptMove', row),
      decline: clientMovePolicy.can(viewer, 'declineMove', row),
      cancel: clientMovePolicy.can(viewer, 'cancelMove', row),
    };
  }
}
