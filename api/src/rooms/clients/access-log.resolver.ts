import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { personNameLoader } from '../people/index.ts';
import type { AccessEvent } from './access-log.read.ts';
import { AccessLogService } from './access-log.service.ts';
import { AccessEventConnectionType, AccessEventType } from './access-log.types.ts';
import type { ClientRow } from './client.read.ts';
import { ClientType } from './client.types.ts';

@Resolver(() => ClientType)
export class AccessLogResolver {
  private readonly service: AccessLogService;

  constructor(hub: Hub) {
    this.service = hub.get(AccessLogService);
  }

  @FieldResolver(() => AccessEventConnectionType, {
    nullable: true,
    description:
      'Who looked at or changed the client’s data, the newest first; null where it may not be seen. Reading it is recorded.',
  })
  accessLog(
    @Root() client: ClientRow,
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<AccessEventConnectionType | null> {
    return this.service.ofClient(
      viewer,
      client,
      args,
    ) as unknown as Promise<AccessEventConnectionType | null>;
  }
}

@Resolver(() => AccessEventType)
export class AccessEventResolver {
  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description:
      'On whose behalf; null for the hub itself, the client, and where naming it would tell too much.',
  })
  async organisation(
    @Root() { organisationId }: AccessEvent,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationType | null> {
    return organisationId === null
      ? null
      : (loaders.load(organisationLoader, organisationId) as Promise<OrganisationType | null>);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who it was: for the municipality’s manager and data-protection officer alone.',
  })
  async personName(@Root() { personId }: AccessEvent, @Ctx() { loaders }: Context): Promise<string | null> {
    return personId === null ? null : loaders.load(personNameLoader, personId);
  }
}
