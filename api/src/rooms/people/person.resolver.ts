import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs, type Connection } from '../../platform/graphql/connection.ts';
import { EmailAddressScalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { memberFacts } from './member.service.ts';
import { membershipLoader, membershipsOfPersonLoader, personLoader } from './person.loaders.ts';
import { memberPolicy, personPolicy } from './person.policy.ts';
import type { MembershipRow, PersonRow } from './person.read.ts';
import { PersonService } from './person.service.ts';
import {
  MembershipAbilitiesType,
  MembershipType,
  PersonConnectionType,
  PersonType,
  ViewerAbilitiesType,
  ViewerType,
} from './person.types.ts';
import { UpdateProfileInput, UpdateProfilePayload } from './sign-in.types.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who asks, also when nobody is signed in.' })
  viewer(@Ctx() { viewer }: Context): ViewerType {
    return viewer;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The account; null when nobody is signed in.',
  })
  async person(@Root() viewer: Viewer, @Ctx() { loaders }: Context): Promise<PersonType | null> {
    return viewer.personId ? loaders.load(personLoader, viewer.personId) : null;
  }

  @FieldResolver(() => [MembershipType], { description: 'The viewer’s roles.' })
  async memberships(@Root() viewer: Viewer, @Ctx() { loaders }: Context): Promise<MembershipType[]> {
    return viewer.personId ? loaders.load(membershipsOfPersonLoader, viewer.personId) : [];
  }

  @FieldResolver(() => ViewerAbilitiesType, { description: 'What the viewer may open.' })
  viewerCan(@Root() viewer: Viewer): ViewerAbilitiesType {
    return {
      openAssociationDesk: personPolicy.can(viewer, 'openAssociationDesk', null),
      openCaseworkerDesk: personPolicy.can(viewer, 'openCaseworkerDesk', null),
      openManagerDesk: personPolicy.can(viewer, 'openManagerDesk', null),
      openProtectionDesk: personPolicy.can(viewer, 'openProtectionDesk', null),
      openAdminDesk: personPolicy.can(viewer, 'openAdminDesk', null),
    };
  }
}

@Resolver(() => PersonType)
export class PersonResolver {
  private readonly persons: PersonService;

  constructor(hub: Hub) {
    this.persons = hub.get(PersonService);
  }

  @Query(() => PersonConnectionType, { description: 'All accounts, oldest first; for the network admin.' })
  people(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<PersonRow>> {
    return this.persons.people(viewer, args);
  }

  @Mutation(() => UpdateProfilePayload, {
    description: 'Changes the own account. Errors: UNAUTHENTICATED, INVALID_INPUT.',
  })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'What changes.' }) input: UpdateProfileInput,
    @Ctx() { viewer }: Context,
  ): Promise<UpdateProfilePayload> {
    return { person: await this.persons.updateProfile(viewer, input) };
  }

  @FieldResolver(() => EmailAddressScalar, {
    description:
      'The address; for the person, the network admin and those who lead an organisation of theirs.',
  })
  email(@Root() person: PersonRow, @Ctx() { viewer }: Context): string {
    return this.persons.emailOf(viewer, person);
  }

  @FieldResolver(() => [MembershipType], { description: 'The roles that the viewer may know of.' })
  memberships(@Root() { id }: PersonRow, @Ctx() { loaders }: Context): Promise<MembershipType[]> {
    return loaders.load(membershipsOfPersonLoader, id);
  }
}

@Resolver(() => MembershipType)
export class MembershipResolver {
  @Query(() => MembershipType, {
    nullable: true,
    description: 'A running membership: one’s own, or in an organisation that the viewer leads.',
  })
  membership(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<MembershipType | null> {
    return loaders.load(membershipLoader, id);
  }

  @FieldResolver(() => PersonType, { description: 'Who.' })
  person(@Root() { personId }: MembershipRow, @Ctx() { loaders }: Context): Promise<PersonType | null> {
    return loaders.load(personLoader, personId);
  }

  @FieldResolver(() => MembershipAbilitiesType, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() membership: MembershipRow, @Ctx() { viewer }: Context): MembershipAbilitiesType {
    return { remove: memberPolicy.can(viewer, 'removeMember', memberFacts(viewer, membership)) };
  }
}
