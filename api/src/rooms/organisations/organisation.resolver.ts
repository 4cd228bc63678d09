import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { PartnerAgreements } from './agreement.service.ts';
import { OrganisationApplications } from './organisation.apply.ts';
import { OrganisationDecisions } from './organisation.decide.ts';
import {
  AcceptPartnerAgreementInput,
  ApplyForOrganisationInput,
  OrganisationFilter,
  UpdateOrganisationInput,
  VerifyOrganisationInput,
} from './organisation.inputs.ts';
import { organisationLoader } from './organisation.loaders.ts';
import {
  AcceptPartnerAgreementPayload,
  ApplyForOrganisationPayload,
  UpdateOrganisationPayload,
  VerifyOrganisationPayload,
} from './organisation.payloads.ts';
import { OrganisationService } from './organisation.service.ts';
import { OrganisationConnectionType, OrganisationType, PartnerTermsType } from './organisation.types.ts';
import { OrganisationProfiles } from './organisation.update.ts';
import { partnerTerms } from './partner-terms.ts';

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  private readonly organisations: OrganisationService;

  constructor(private readonly hub: Hub) {
    this.organisations = hub.get(OrganisationService);
  }

  @Query(() => OrganisationConnectionType, {
    name: 'organisations',
    description:
      'Organisations by name: those of the network, one’s own, and for the network’s admins also those that applied.',
  })
  list(
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => OrganisationFilter, { nullable: true, description: 'Which ones.' })
    filter?: OrganisationFilter,
  ): Promise<unknown> {
    return this.organisations.page(viewer, args, filter ?? {});
  }

  @Query(() => OrganisationType, {
    nullable: true,
    description: 'One organisation; null where there is none to see.',
  })
  async organisation(
    @Ctx() { loaders }: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<OrganisationType | null> {
    return isId(id) ? loaders.load(organisationLoader, id.toLowerCase()) : null;
  }

  @Query(() => PartnerTermsType, { name: 'partnerTerms', description: 'The partner terms in force.' })
  terms(): PartnerTermsType {
    return partnerTerms;
  }

  @Mutation(() => ApplyForOrganisationPayload, {
    description:
      'Applies to join the network; no account needed. Reasons: KIND_NOT_OPEN, BUSINESS_ID_INVALID, BUSINESS_ID_TAKEN.',
  })
  async applyForOrganisation(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ApplyForOrganisationInput, { description: 'The application.' })
    input: ApplyForOrganisationInput,
  ): Promise<ApplyForOrganisationPayload> {
    const id = await this.hub.get(OrganisationApplications).apply(viewer, input);
    return { organisation: await this.organisations.getApplied(id) };
  }

  @Mutation(() => UpdateOrganisationPayload, {
    description:
      'Changes an organisation’s public data. Reasons: STALE_VERSION, BUSINESS_ID_TAKEN, LOGO_TOO_LARGE.',
  })
  async updateOrganisation(
    @Ctx() { viewer }: Context,
    @Arg('input', () => UpdateOrganisationInput, { description: 'The change.' })
    input: UpdateOrganisationInput,
  ): Promise<UpdateOrganisationPayload> {
    await this.hub.get(OrganisationProfiles).update(viewer, input);
    return { organisation: await this.organisations.get(viewer, input.organisationId) };
  }

  @Mutation(() => VerifyOrganisationPayload, {
    description: 'Decides on an application; the network’s admins. Reason: ALREADY_DECIDED.',
  })
  async verifyOrganisation(
    @Ctx() { viewer }: Context,
    @Arg('input', () => VerifyOrganisationInput, { description: 'The decision.' })
    input: VerifyOrganisationInput,
  ): Promise<VerifyOrganisationPayload> {
    await this.hub.get(OrganisationDecisions).decide(viewer, input);
    return { organisation: await this.organisations.get(viewer, input.organisationId) };
  }

  @Mutation(() => AcceptPartnerAgreementPayload, {
    description:
      'Accepts the partner terms for two years, so that the organisation receives referrals. Reasons: TERMS_OUTDATED, NOT_VERIFIED.',
  })
  async acceptPartnerAgreement(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AcceptPartnerAgreementInput, { description: 'The acceptance.' })
    input: AcceptPartnerAgreementInput,
  ): Promise<AcceptPartnerAgreementPayload> {
    await this.hub.get(PartnerAgreements).accept(viewer, input);
    return {
      organisation: await this.organisations.get(viewer, input.organisationId),
      partnerAgreement: await this.organisations.agreement(viewer, input.organisationId),
    };
  }
}
