import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { InvitationAcceptance } from './invitation.accept.ts';
import { InvitationService } from './invitation.service.ts';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  InvitationPreviewType,
  InviteMemberInput,
  InviteMemberPayload,
  RemoveMemberInput,
  RemoveMemberPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from './invitation.types.ts';
import { MemberService } from './member.service.ts';
import { membershipLoader } from './person.loaders.ts';
import { continueAs } from './sign-in.context.ts';

@Resolver()
export class MemberResolver {
  private readonly members: MemberService;
  private readonly invitations: InvitationService;
  private readonly acceptance: InvitationAcceptance;

  constructor(hub: Hub) {
    this.members = hub.get(MemberService);
    this.invitations = hub.get(InvitationService);
    this.acceptance = hub.get(InvitationAcceptance);
  }

  @Query(() => InvitationPreviewType, {
    nullable: true,
    description: 'An invitation by its link; null when that is not valid.',
  })
  invitation(
    @Arg('token', () => String, { description: 'The token of the mail’s link.' }) token: string,
  ): Promise<InvitationPreviewType | null> {
    return this.invitations.preview(token);
  }

  @Mutation(() => InviteMemberPayload, {
    description: 'Invites by mail. Errors: NOT_FOUND, FORBIDDEN, ALREADY_MEMBER, ALREADY_INVITED.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Whom.' }) input: InviteMemberInput,
    @Ctx() { viewer }: Context,
  ): Promise<InviteMemberPayload> {
    return { invitation: await this.invitations.invite(viewer, input) };
  }

  @Mutation(() => RevokeInvitationPayload, {
    description: 'Takes an invitation back. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async revokeInvitation(
    @Arg('input', () => RevokeInvitationInput, { description: 'Which.' })
    { invitationId }: RevokeInvitationInput,
    @Ctx() { viewer }: Context,
  ): Promise<RevokeInvitationPayload> {
    return { invitation: await this.invitations.revoke(viewer, invitationId) };
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: 'Accepts an invitation and signs in. Errors: INVITATION_NOT_VALID, INVALID_INPUT.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'The answer.' }) input: AcceptInvitationInput,
    @Ctx() context: Context,
  ): Promise<AcceptInvitationPayload> {
    const { viewer, cookieChanges, membershipId } = await this.acceptance.accept(input);
    continueAs(context, viewer, cookieChanges);
    const membership = await context.loaders.load(membershipLoader, membershipId);
    if (!viewer || !membership) throw notFound();
    return { viewer, membership };
  }

  @Mutation(() => RemoveMemberPayload, {
    description:
      'Ends a membership, also one’s own. Errors: NOT_FOUND, FORBIDDEN, LAST_COORDINATOR, LAST_ADMIN.',
  })
  async removeMember(
    @Arg('input', () => RemoveMemberInput, { description: 'Which.' }) { membershipId }: RemoveMemberInput,
    @Ctx() { viewer }: Context,
  ): Promise<RemoveMemberPayload> {
    return { membershipId: await this.members.remove(viewer, membershipId) };
  }
}
