import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Bcp47Scalar, DateTimeScalar, EmailAddressScalar } from '../../platform/graphql/scalars.ts';
import type { MemberRole } from '../../platform/policy/viewer.ts';
import { MemberRoleEnum, MembershipType, ViewerType } from './person.types.ts';

@ObjectType('Invitation', { description: 'An invitation by mail that waits for an answer.' })
export class InvitationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => EmailAddressScalar, { description: 'Where it went.' })
  email!: string;

  @Field(() => MemberRoleEnum, { description: 'The role it offers.' })
  role!: MemberRole;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when its link is good.' })
  expiresAt!: Date;
}

@ObjectType('InvitationPreview', {
  description: 'What the page of an invitation shows before it is accepted.',
})
export class InvitationPreviewType {
  @Field(() => String, { description: 'The organisation that invites.' })
  organisationName!: string;

  @Field(() => MemberRoleEnum, { description: 'The role it offers.' })
  role!: MemberRole;

  @Field(() => DateTimeScalar, { description: 'Until when the link is good.' })
  expiresAt!: Date;
}

@InputType('InviteMemberInput', { description: 'Whom to invite, where, as what.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => EmailAddressScalar, { description: 'Where the invitation goes.' })
  email!: string;

  @Field(() => MemberRoleEnum, { description: 'The role.' })
  role!: MemberRole;

  @Field(() => Bcp47Scalar, {
    nullable: true,
    description: 'The language of the mail; the viewer’s unless told.',
  })
  languageTag?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A random key of 8 to 100 characters: the same call again invites once.',
  })
  idempotencyKey?: string | null;
}

@InputType('RevokeInvitationInput', { description: 'Which invitation to take back.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;
}

@InputType('AcceptInvitationInput', { description: 'The answer to an invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The token of the mail’s link.' })
  token!: string;

  @Field(() => String, {
    description: 'The name to be called by, up to 100 characters; an account that exists keeps its own.',
  })
  displayName!: string;

  @Field(() => Bcp47Scalar, {
    nullable: true,
    description: 'The language of mails; the invitation’s unless told.',
  })
  languageTag?: string | null;
}

@InputType('RemoveMemberInput', { description: 'Which membership to end.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;
}

@ObjectType('InviteMemberPayload', { description: 'The invitation that was sent.' })
export class InviteMemberPayload {
  @Field(() => InvitationType, { description: 'The invitation.' })
  invitation!: InvitationType;
}

@ObjectType('RevokeInvitationPayload', { description: 'The invitation that was taken back.' })
export class RevokeInvitationPayload {
  @Field(() => InvitationType, { description: 'The invitation.' })
  invitation!: InvitationType;
}

@ObjectType('AcceptInvitationPayload', { description: 'Who is now signed in, and the role.' })
export class AcceptInvitationPayload {
  @Field(() => ViewerType, { description: 'Who is now signed in.' })
  viewer!: ViewerType;

  @Field(() => MembershipType, { description: 'The role that was accepted.' })
  membership!: MembershipType;
}

@ObjectType('RemoveMemberPayload', { description: 'The membership that has ended.' })
export class RemoveMemberPayload {
  @Field(() => ID, { description: 'Its id.' })
  membershipId!: string;
}
