import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { MunicipalityType, RegionService, ThemeType } from '../regions/index.ts';
import { ClientCreation } from './client.create.ts';
import { ClientPayload, CreateClientInput, UpdateClientInput } from './client.inputs.ts';
import { clientIdentityLoader, consentsOfClientLoader } from './client.loaders.ts';
import { clientMovePolicy } from './client-move.policy.ts';
import { clientPolicy } from './client.policy.ts';
import type { ClientRow } from './client.read.ts';
import { ClientService } from './client.service.ts';
import { ClientAbilitiesType, ClientConnectionType, ClientIdentityType, ClientType } from './client.types.ts';
import { ConsentType } from './consent.types.ts';

@Resolver(() => ClientType)
export class ClientResolver {
  private readonly clients: ClientService;
  private readonly creation: ClientCreation;
  private readonly regions: RegionService;

  constructor(hub: Hub) {
    this.clients = hub.get(ClientService);
    this.creation = hub.get(ClientCreation);
    this.regions = hub.get(RegionService);
  }

  @Query(() => ClientConnectionType, {
    name: 'clients',
    description: 'The viewer’s clients, the newest first; a manager’s municipality’s too.',
  })
  listed(
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<ClientConnectionType> {
    return this.clients.list(viewer, args) as unknown as Promise<ClientConnectionType>;
  }

  @Query(() => ClientType, {
    nullable: true,
    description: 'A client; null where it does not exist or may not be seen.',
  })
  client(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ClientType | null> {
    return this.clients.find(viewer, id);
  }

  @Mutation(() => ClientPayload, {
    description: 'Takes a client in. Needs a caseworker with a strong sign-in.',
  })
  async createClient(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateClientInput, { description: 'The client.' }) input: CreateClientInput,
  ): Promise<ClientPayload> {
    return { client: await this.creation.create(viewer, input) };
  }

  @Mutation(() => ClientPayload, { description: 'Changes a client of one’s own.' })
  async updateClient(
    @Ctx() { viewer }: Context,
    @Arg('input', () => UpdateClientInput, { description: 'What changes.' }) input: UpdateClientInput,
  ): Promise<ClientPayload> {
    return { client: await this.clients.update(viewer, input) };
  }

  @FieldResolver(() => OrganisationType, { description: 'The municipality that serves the client.' })
  organisation(@Root() client: ClientRow, @Ctx() { loaders }: Context): Promise<OrganisationType> {
    return loaders.load(organisationLoader, client.organisationId) as Promise<OrganisationType>;
  }

  @FieldResolver(() => MunicipalityType, { description: 'Where the client lives.' })
  municipality(@Root() client: ClientRow): Promise<MunicipalityType> {
    return this.regions.municipality(client.municipalityCode) as Promise<MunicipalityType>;
  }

  @FieldResolver(() => [ThemeType], { description: 'What the client wishes for.' })
  async wishes(@Root() client: ClientRow): Promise<ThemeType[]> {
    const themes = await Promise.all(client.themeIds.map((id) => this.regions.theme(id)));
    return themes.filter((theme) => theme !== null);
  }

  @FieldResolver(() => ClientIdentityType, {
    nullable: true,
    description:
      'Who it is: for the own caseworker with a strong sign-in, null for others. Reading it is recorded.',
  })
  identity(@Root() client: ClientRow, @Ctx() { loaders }: Context): Promise<ClientIdentityType | null> {
    return loaders.load(clientIdentityLoader, client.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'An opaque reference to the client in the register elsewhere: for the own caseworker.',
  })
  registerReference(@Root() client: ClientRow, @Ctx() { viewer }: Context): string | null {
    return clientPolicy.can(viewer, 'readRegisterReference', client) ? client.registerReference : null;
  }

  @FieldResolver(() => [ConsentType], { description: 'What the client consented to, the newest first.' })
  consents(@Root() client: ClientRow, @Ctx() { loaders }: Context): Promise<ConsentType[]> {
    return loaders.load(consentsOfClientLoader, client.id);
  }

  @FieldResolver(() => ClientAbilitiesType, { description: 'What the viewer may do with the client.' })
  viewerCan(@Root() client: ClientRow, @Ctx() { viewer }: Context): ClientAbilitiesType {
    return {
      update: clientPolicy.can(viewer, 'update', client),
      recordConsent: clientPolicy.can(viewer, 'recordConsent', client),
      withdrawConsent: clientPolicy.can(viewer, 'withdrawConsent', client),
      breakGlass: clientPolicy.can(viewer, 'breakGlass', client),
      move: clientMovePolicy.can(viewer, 'move', client),
      readAccessLog: clientPolicy.can(viewer, 'readAccessLog', client),
      refer: clientPolicy.can(viewer, 'refer', client),
    };
  }
}
