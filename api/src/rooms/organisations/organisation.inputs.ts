import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { LocalizedTextInput } from '../../platform/graphql/localized-text.types.ts';
import {
  Bcp47Scalar,
  EmailAddressScalar,
  MunicipalityCodeScalar,
  UrlScalar,
} from '../../platform/graphql/scalars.ts';
import { OrganisationKindEnum, OrganisationStatusEnum } from './organisation.types.ts';
import type { OrganisationKind, OrganisationStatus, VerificationDecision } from './organisation.words.ts';

const VerificationDecisionEnum = {
  VERIFY: 'VERIFY',
  REJECT: 'REJECT',
} as const satisfies Record<VerificationDecision, VerificationDecision>;
registerEnumType(VerificationDecisionEnum, {
  name: 'VerificationDecision',
  description: 'What the network decides on an application.',
  valuesConfig: {
    VERIFY: { description: 'The organisation joins; the applicant is invited as its coordinator.' },
    REJECT: { description: 'The organisation does not join; the applicant is told.' },
  },
});

@InputType({ description: 'Which organisations a list shows.' })
export class OrganisationFilter {
  @Field(() => String, { nullable: true, description: 'A part of the name; case and accents do not matter.' })
  text?: string | null;

  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Only those of this municipality.' })
  municipalityCode?: string | null;

  @Field(() => OrganisationKindEnum, { nullable: true, description: 'Only those of this kind.' })
  kind?: OrganisationKind | null;

  @Field(() => OrganisationStatusEnum, {
    nullable: true,
    description: 'Only those of this status. Without it: all that the viewer may see but the rejected ones.',
  })
  status?: OrganisationStatus | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those in which the viewer has a role.' })
  mine?: boolean | null;
}

@InputType({ description: 'An image as the sign of an organisation.' })
export class LogoInput {
  @Field(() => String, { description: 'image/png, image/jpeg or image/webp; compared with the content.' })
  mediaType!: string;

  @Field(() => String, { description: 'The file in base64, at most 64 kB.' })
  base64!: string;
}

@InputType({ description: 'An application to join the network.' })
export class ApplyForOrganisationInput {
  @Field(() => OrganisationKindEnum, { description: 'ASSOCIATION, CONGREGATION, SCHOOL or AUTHORITY.' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'The organisation’s name, at most 100 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its Finnish business id (Y-tunnus), if it has one.' })
  businessId?: string | null;

  @Field(() => MunicipalityCodeScalar, { description: 'The municipality it is based in.' })
  municipalityCode!: string;

  @Field(() => EmailAddressScalar, { description: 'The public e-mail address of the organisation.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Its public phone number.' })
  phone?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Its website.' })
  website?: string | null;

  @Field(() => [Bcp47Scalar], { nullable: true, description: 'The languages it serves in.' })
  languages?: string[] | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: 'What it does, one text per language.' })
  descriptions?: LocalizedTextInput[] | null;

  @Field(() => String, { description: 'Who applies; erased when the network decides.' })
  applicantName!: string;

  @Field(() => EmailAddressScalar, {
    description: 'Where the answer goes. With a positive one comes an invitation as the first coordinator.',
  })
  applicantEmail!: string;

  @Field(() => String, { nullable: true, description: 'A random key; a repeated call with it applies once.' })
  idempotencyKey?: string | null;
}

@InputType({
  description: 'A change of an organisation’s public data; what is left out stays, null empties.',
})
export class UpdateOrganisationInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name, at most 100 characters.' })
  name?: string | null;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'Its public e-mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Its public phone number.' })
  phone?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Its website.' })
  website?: string | null;

  @Field(() => [Bcp47Scalar], {
    nullable: true,
    description: 'The languages it serves in; replaces the list.',
  })
  languages?: string[] | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: 'What it does; replaces the list.' })
  descriptions?: LocalizedTextInput[] | null;

  @Field(() => String, { nullable: true, description: 'Its Finnish business id (Y-tunnus).' })
  businessId?: string | null;

  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'The municipality it is based in.' })
  municipalityCode?: string | null;

  @Field(() => LogoInput, { nullable: true, description: 'Its sign; null removes it.' })
  logo?: LogoInput | null;
}

@InputType({ description: 'The network’s decision on an application.' })
export class VerifyOrganisationInput {
  @Field(() => ID, { description: 'The organisation that applied.' })
  organisationId!: string;

  @Field(() => VerificationDecisionEnum, { description: 'The decision.' })
  decision!: VerificationDecision;
}

@InputType({ description: 'An acceptance of the partner terms.' })
export class AcceptPartnerAgreementInput {
  @Field(() => ID, { description: 'The organisation that accepts.' })
  organisationId!: string;

  @Field(() => String, { description: 'The version of the terms that was read (`partnerTerms.version`).' })
  termsVersion!: string;
}
