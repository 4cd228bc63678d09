import { Field, ObjectType } from 'type-graphql';
import { OrganisationType, PartnerAgreementType } from './organisation.types.ts';

@ObjectType({ description: 'What came of an application.' })
export class ApplyForOrganisationPayload {
  @Field(() => OrganisationType, { description: 'The organisation, waiting for the network’s decision.' })
  organisation!: OrganisationType;
}

@ObjectType({ description: 'What came of a change.' })
export class UpdateOrganisationPayload {
  @Field(() => OrganisationType, { description: 'The organisation after the change.' })
  organisation!: OrganisationType;
}

@ObjectType({ description: 'What came of a decision.' })
export class VerifyOrganisationPayload {
  @Field(() => OrganisationType, { description: 'The organisation after the decision.' })
  organisation!: OrganisationType;
}

@ObjectType({ description: 'What came of an acceptance.' })
export class AcceptPartnerAgreementPayload {
  @Field(() => OrganisationType, { description: 'The organisation after the acceptance.' })
  organisation!: OrganisationType;

  @Field(() => PartnerAgreementType, { description: 'The agreement.' })
  partnerAgreement!: PartnerAgreementType;
}
