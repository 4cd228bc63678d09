import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { LocalizedTextType } from '../../platform/graphql/localized-text.types.ts';
import { Bcp47Scalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import { localize, type LocalizedText } from '../../platform/i18n/localized-text.ts';
import { MunicipalityType, RegionService, type MunicipalityRow } from '../regions/index.ts';
import type { AgreementRow } from './agreement.read.ts';
import { abilitiesOf } from './organisation.abilities.ts';
import { partnerAgreementLoader } from './organisation.loaders.ts';
import { organisationPolicy } from './organisation.policy.ts';
import type { OrganisationRow } from './organisation.read.ts';
import { OrganisationService } from './organisation.service.ts';
import {
  OrganisationAbilitiesType,
  OrganisationType,
  PartnerAgreementType,
  PartnerTermsType,
} from './organisation.types.ts';
import type { NoReferralsReason } from './organisation.words.ts';
import { partnerTerms } from './partner-terms.ts';

const languagesArgument = { nullable: true, description: 'Languages the reader wants, best first.' } as const;

/** What an organisation's row does not say outright. */
@Resolver(() => OrganisationType)
export class OrganisationFieldResolver {
  private readonly organisations: OrganisationService;
  private readonly regions: RegionService;

  constructor(hub: Hub) {
    this.organisations = hub.get(OrganisationService);
    this.regions = hub.get(RegionService);
  }

  @FieldResolver(() => MunicipalityType, { description: 'The municipality it is based in.' })
  municipality(@Root() { municipalityCode }: OrganisationRow): Promise<MunicipalityRow | null> {
    return this.regions.municipality(municipalityCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where its sign is, a path of this site; null without one.',
  })
  logoUrl(@Root() { id, logoVersion }: OrganisationRow): string | null {
    return logoVersion === null ? null : `/media/organisations/${id}/logo?v=${logoVersion}`;
  }

  @FieldResolver(() => [Bcp47Scalar], { description: 'The languages it serves in.' })
  languages(@Root() { languageTags }: OrganisationRow): readonly string[] {
    return languageTags;
  }

  @FieldResolver(() => [LocalizedTextType], {
    description: 'What it does, in every language it has written.',
  })
  descriptions(@Root() { descriptions }: OrganisationRow): LocalizedText[] {
    return descriptions.map((text) => ({ ...text, isFallback: false }));
  }

  @FieldResolver(() => LocalizedTextType, {
    nullable: true,
    description: 'What it does, in the best language.',
  })
  description(
    @Root() { descriptions }: OrganisationRow,
    @Arg('languages', () => [Bcp47Scalar], languagesArgument) languages?: string[],
  ): LocalizedText | null {
    return localize(descriptions, languages ?? []);
  }

  @FieldResolver(() => PartnerAgreementType, {
    nullable: true,
    description: 'The newest partner agreement; its members and the network’s admins alone see it.',
  })
  async partnerAgreement(
    @Root() row: OrganisationRow,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<AgreementRow | null> {
    return organisationPolicy.can(viewer, 'seeAgreement', row)
      ? loaders.load(partnerAgreementLoader, row.id)
      : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether referrals can be sent to it now.' })
  canReceiveReferrals(@Root() row: OrganisationRow): boolean {
    return this.organisations.whyNoReferrals(row) === null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why it receives no referrals, told to its members and the network’s admins: NOT_VERIFIED, NO_AGREEMENT or AGREEMENT_EXPIRED.',
  })
  whyNoReferrals(@Root() row: OrganisationRow, @Ctx() { viewer }: Context): NoReferralsReason | null {
    return organisationPolicy.can(viewer, 'seeAgreement', row)
      ? this.organisations.whyNoReferrals(row)
      : null;
  }

  @FieldResolver(() => OrganisationAbilitiesType, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() row: OrganisationRow, @Ctx() { viewer }: Context): OrganisationAbilitiesType {
    return abilitiesOf(viewer, row);
  }
}

@Resolver(() => PartnerAgreementType)
export class PartnerAgreementResolver {
  private readonly organisations: OrganisationService;

  constructor(hub: Hub) {
    this.organisations = hub.get(OrganisationService);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it holds now.' })
  isValid(@Root() agreement: AgreementRow): boolean {
    return this.organisations.isValid(agreement);
  }
}

@Resolver(() => PartnerTermsType)
export class PartnerTermsResolver {
  @FieldResolver(() => LocalizedTextType, { description: 'What is accepted.' })
  text(@Arg('languages', () => [Bcp47Scalar], languagesArgument) languages?: string[]): LocalizedText | null {
    return localize(partnerTerms.texts, languages ?? []);
  }
}
