import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { Bcp47Scalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { Assurance, MemberRole } from '../../platform/policy/viewer.ts';

export const MemberRoleEnum = {
  COORDINATOR: 'COORDINATOR',
  VOLUNTEER: 'VOLUNTEER',
  CASEWORKER: 'CASEWORKER',
  MANAGER: 'MANAGER',
  EXPERT: 'EXPERT',
  ADMIN: 'ADMIN',
  DATA_PROTECTION_OFFICER: 'DATA_PROTECTION_OFFICER',
} as const satisfies Record<MemberRole, MemberRole>;
registerEnumType(MemberRoleEnum, {
  name: 'MemberRole',
  description: 'What a person does in an organisation.',
  valuesConfig: {
    COORDINATOR: { description: 'Runs the offerings and referrals of an association.' },
    VOLUNTEER: { description: 'Helps at an association’s occurrences.' },
    CASEWORKER: { description: 'Serves clients of a municipality.' },
    MANAGER: { description: 'Leads a municipality’s work.' },
    EXPERT: { description: 'Answers consults of municipal workers.' },
    ADMIN: { description: 'Keeps the network in order; sees no clients.' },
    DATA_PROTECTION_OFFICER: { description: 'Watches over a municipality’s use of personal data.' },
  },
});

export const AssuranceEnum = { NONE: 'NONE', LINK: 'LINK', STRONG: 'STRONG' } as const satisfies Record<
  Assurance,
  Assurance
>;
registerEnumType(AssuranceEnum, {
  name: 'Assurance',
  description: 'How sure the hub is who signed in.',
  valuesConfig: {
    NONE: { description: 'Not signed in.' },
    LINK: { description: 'By a link to the mailbox.' },
    STRONG: { description: 'By passkey, one-time code or the employer’s sign-in.' },
  },
});

@ObjectType('ViewerAbilities', { description: 'What the viewer may open.' })
export class ViewerAbilitiesType {
  @Field(() => Boolean, { description: 'The desk of an association.' })
  openAssociationDesk!: boolean;

  @Field(() => Boolean, { description: 'The desk of caseworkers and managers.' })
  openCaseworkerDesk!: boolean;

  @Field(() => Boolean, { description: 'What a municipality has under way, for whoever leads it.' })
  openManagerDesk!: boolean;

  @Field(() => Boolean, { description: 'The desk of a municipality’s data-protection officer.' })
  openProtectionDesk!: boolean;

  @Field(() => Boolean, { description: 'The desk of the network admin.' })
  openAdminDesk!: boolean;
}

@ObjectType('Viewer', { description: 'Who asks.' })
export class ViewerType {
  @Field(() => AssuranceEnum, { description: 'How sure the hub is who signed in.' })
  assurance!: Assurance;
}

@ObjectType('Person', { description: 'Someone with an account.' })
export class PersonType {
  @Field(() => ID, { description: 'Their id.' })
  id!: string;

  @Field(() => String, { description: 'The name they are called by.' })
  displayName!: string;

  @Field(() => Bcp47Scalar, { description: 'The language of mails to them.' })
  languageTag!: string;

  @Field(() => DateTimeScalar, { description: 'When the account was made.' })
  createdAt!: Date;
}

@ObjectType('MembershipAbilities', { description: 'What the viewer may do with a membership.' })
export class MembershipAbilitiesType {
  @Field(() => Boolean, { description: 'End it; one’s own: leave.' })
  remove!: boolean;
}

@ObjectType('Membership', { description: 'A person’s role in an organisation.' })
export class MembershipType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MemberRoleEnum, { description: 'The role.' })
  role!: MemberRole;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;
}

export const PersonConnectionType = connectionType('Person', () => PersonType);
export type PersonConnectionType = InstanceType<typeof PersonConnectionType>;
export const MembershipConnectionType = connectionType('Membership', () => MembershipType);
export type MembershipConnectionType = InstanceType<typeof MembershipConnectionType>;
