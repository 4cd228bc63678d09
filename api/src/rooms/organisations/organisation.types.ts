import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar, EmailAddressScalar, UrlScalar } from '../../platform/graphql/scalars.ts';
import type { OrganisationKind, OrganisationStatus } from './organisation.words.ts';

export const OrganisationKindEnum = {
  CITY: 'CITY',
  MUNICIPALITY: 'MUNICIPALITY',
  ASSOCIATION: 'ASSOCIATION',
  CONGREGATION: 'CONGREGATION',
  SCHOOL: 'SCHOOL',
  AUTHORITY: 'AUTHORITY',
} as const satisfies Record<OrganisationKind, OrganisationKind>;
registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: 'What an organisation is.',
  valuesConfig: {
    CITY: { description: 'A city that is a member of the network.' },
    MUNICIPALITY: { description: 'Another municipality of the network.' },
    ASSOCIATION: { description: 'A registered association or a group.' },
    CONGREGATION: { description: 'A parish or another religious community.' },
    SCHOOL: { description: 'A school, college or adult education centre.' },
    AUTHORITY: { description: 'An authority or a public service.' },
  },
});

export const OrganisationStatusEnum = {
  APPLIED: 'APPLIED',
  VERIFIED: 'VERIFIED',
  REJECTED: 'REJECTED',
} as const satisfies Record<OrganisationStatus, OrganisationStatus>;
registerEnumType(OrganisationStatusEnum, {
  name: 'OrganisationStatus',
  description: 'Where an organisation stands in the network.',
  valuesConfig: {
    APPLIED: { description: 'It waits for the network’s decision; only the network sees it.' },
    VERIFIED: { description: 'It belongs to the network; everyone sees it.' },
    REJECTED: { description: 'The network turned it away.' },
  },
});

@ObjectType('OrganisationAbilities', { description: 'What the viewer may do with an organisation.' })
export class OrganisationAbilitiesType {
  @Field(() => Boolean, { description: 'Change its public data.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Decide on its application.' })
  verify!: boolean;

  @Field(() => Boolean, { description: 'Invite people into it.' })
  inviteMember!: boolean;

  @Field(() => Boolean, { description: 'Accept the partner terms on its behalf.' })
  acceptPartnerAgreement!: boolean;

  @Field(() => Boolean, { description: 'Publish offerings on its behalf.' })
  createOffering!: boolean;

  @Field(() => Boolean, { description: 'See its members and open invitations.' })
  seeMembers!: boolean;

  @Field(() => Boolean, { description: 'Manage its API keys and webhooks.' })
  manageIntegrations!: boolean;
}

@ObjectType('Organisation', {
  description: 'A city, municipality, association, congregation, school or authority.',
})
export class OrganisationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'A readable name for addresses; it never changes.' })
  slug!: string;

  @Field(() => OrganisationKindEnum, { description: 'What it is.' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => OrganisationStatusEnum, { description: 'Where it stands in the network.' })
  status!: OrganisationStatus;

  @Field(() => Boolean, { description: 'Whether it is made up, to show how the hub works.' })
  isExample!: boolean;

  @Field(() => String, { nullable: true, description: 'Its Finnish business id (Y-tunnus), e.g. 0212371-7.' })
  businessId!: string | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Its public e-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Its public phone number.' })
  phone!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Its website.' })
  website!: string | null;

  @Field(() => Int, { description: 'Rises with every change; changes must name it.' })
  version!: number;
}

@ObjectType('PartnerAgreement', {
  description: 'Which data-protection terms an organisation accepted, and until when.',
})
export class PartnerAgreementType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The version of the terms.' })
  termsVersion!: string;

  @Field(() => DateTimeScalar, { description: 'When the terms were accepted.' })
  acceptedAt!: Date;

  @Field(() => DateScalar, { description: 'Its last day.' })
  validUntil!: string;
}

@ObjectType('PartnerTerms', {
  description: 'The terms that an organisation accepts before it receives referrals.',
})
export class PartnerTermsType {
  @Field(() => String, { description: 'Their version, to be named when accepting.' })
  version!: string;
}

export const OrganisationConnectionType = connectionType('Organisation', () => OrganisationType);
export type OrganisationConnectionType = InstanceType<typeof OrganisationConnectionType>;
