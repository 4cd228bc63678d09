import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import {
  InvitationService,
  InvitationType,
  invitationsOfOrganisationLoader,
  MembershipConnectionType,
  MemberService,
  MembershipType,
  type InvitationRow,
  type MembershipRow,
} from '../people/index.ts';
import { organisationLoader } from './organisation.loaders.ts';
import { organisationPolicy } from './organisation.policy.ts';
import type { OrganisationRow } from './organisation.read.ts';
import { OrganisationType } from './organisation.types.ts';

/** The people of an organisation. */
@Resolver(() => OrganisationType)
export class OrganisationMemberResolver {
  private readonly members: MemberService;
  private readonly invitations: InvitationService;

  constructor(hub: Hub) {
    this.members = hub.get(MemberService);
    this.invitations = hub.get(InvitationService);
  }

  @FieldResolver(() => MembershipConnectionType, {
    name: 'members',
    nullable: true,
    description: 'Its members, oldest first; null for those who may not see them.',
  })
  async membersOf(
    @Root() row: OrganisationRow,
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<unknown> {
    return organisationPolicy.can(viewer, 'seeMembers', row)
      ? this.members.members(viewer, row.id, args)
      : null;
  }

  @FieldResolver(() => [InvitationType], {
    name: 'invitations',
    nullable: true,
    description: 'Its invitations that wait for an answer; null for those who may not see them.',
  })
  async invitationsOf(
    @Root() row: OrganisationRow,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<InvitationType[] | null> {
    return organisationPolicy.can(viewer, 'seeMembers', row)
      ? this.opened(await loaders.load(invitationsOfOrganisationLoader, row.id))
      : null;
  }

  private opened(rows: readonly InvitationRow[]): InvitationType[] {
    return rows.map((row) => this.invitations.opened(row));
  }
}

@Resolver(() => MembershipType)
export class MembershipOrganisationResolver {
  @FieldResolver(() => OrganisationType, { description: 'Where.' })
  organisation(
    @Root() { organisationId }: MembershipRow,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationRow | null> {
    return loaders.load(organisationLoader, organisationId);
  }
}
