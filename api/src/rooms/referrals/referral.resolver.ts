import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import { UrlScalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import { clientLoader, ClientType, type ClientRow } from '../clients/index.ts';
import { offeringLoader, OfferingType } from '../offerings/index.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { personNameLoader } from '../people/index.ts';
import { MunicipalityType, RegionService } from '../regions/index.ts';
import { ReferralFilter, ReferralPreviewInput } from './referral.inputs.ts';
import { joinLinkOf } from './referral.join-link.ts';
import { eventsLoader, referralIdentityLoader, type EventRow } from './referral.loaders.ts';
import { clientPageKey, referralsOfClientLoader } from './referral.of-clients.ts';
import { previewReferral } from './referral.preview.ts';
import type { SummaryRow } from './referral.row.ts';
import { ReferralService } from './referral.service.ts';
import { ReferralConnectionType, ReferralEventType, ReferralType } from './referral.types.ts';
import type { ReferralView } from './referral.view.ts';
import { ReferralIdentityType, ReferralPreviewType, ReferralSummaryType } from './tier.types.ts';

@Resolver(() => ReferralType)
export class ReferralResolver {
  private readonly service: ReferralService;

  constructor(private readonly hub: Hub) {
    this.service = hub.get(ReferralService);
  }

  @Query(() => ReferralConnectionType, {
    name: 'referrals',
    description: 'What the viewer sent and received, the newest first.',
  })
  listed(
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ReferralFilter, { nullable: true, description: 'Which ones.' })
    filter?: ReferralFilter,
  ): Promise<ReferralConnectionType> {
    return this.service.list(viewer, args, filter ?? {}) as unknown as Promise<ReferralConnectionType>;
  }

  @Query(() => ReferralType, {
    nullable: true,
    description: 'A referral; null where it does not exist or may not be seen.',
  })
  referral(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ReferralType | null> {
    return this.service.find(viewer, id);
  }

  @Query(() => ReferralPreviewType, {
    description: 'Exactly what a receiver would see, and what stands in the way. Nothing is sent.',
  })
  referralPreview(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ReferralPreviewInput, { description: 'The referral as far as it is written.' })
    input: ReferralPreviewInput,
  ): Promise<ReferralPreviewType> {
    return previewReferral(this.hub, viewer, input);
  }

  @FieldResolver(() => OfferingType, { nullable: true, description: 'What it is about.' })
  offering(@Root() referral: ReferralView, @Ctx() { loaders }: Context): Promise<OfferingType | null> {
    return loaders.load(offeringLoader, referral.offeringId) as Promise<OfferingType | null>;
  }

  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description:
      'The link by which the client joins online: for the referring side, once the client is taken in; else null.',
  })
  joinLink(@Root() referral: ReferralView, @Ctx() { loaders }: Context): Promise<string | null> {
    return joinLinkOf(this.hub, loaders, referral);
  }

  @FieldResolver(() => OrganisationType, { description: 'Who receives.' })
  receivingOrganisation(
    @Root() referral: ReferralView,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationType> {
    return loaders.load(organisationLoader, referral.receivingOrganisationId) as Promise<OrganisationType>;
  }

  @FieldResolver(() => OrganisationType, { description: 'Who refers.' })
  referringOrganisation(
    @Root() referral: ReferralView,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationType> {
    return loaders.load(organisationLoader, referral.referringOrganisationId) as Promise<OrganisationType>;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who made it; null where the tier hides it.' })
  async referrerName(
    @Root() { referrerId }: ReferralView,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return referrerId === null ? null : loaders.load(personNameLoader, referrerId);
  }

  @FieldResolver(() => ClientType, {
    nullable: true,
    description: 'Who is referred; for the referring side alone.',
  })
  async client(@Root() { clientId }: ReferralView, @Ctx() { loaders }: Context): Promise<ClientRow | null> {
    return clientId === null ? null : loaders.load(clientLoader, clientId);
  }

  @FieldResolver(() => ReferralSummaryType, {
    nullable: true,
    description: 'What both sides see; null where the tier hides it.',
  })
  summary(@Root() referral: ReferralView): ReferralSummaryType | null {
    return referral.summary;
  }

  @FieldResolver(() => ReferralIdentityType, {
    nullable: true,
    description:
      'Who it is, for the receiver after it accepted, while consent holds, with a strong sign-in. Reading it is recorded. The referring side reads it on the client.',
  })
  identity(
    @Root() referral: ReferralView,
    @Ctx() { loaders }: Context,
  ): Promise<ReferralIdentityType | null> {
    return loaders.load(referralIdentityLoader, referral.id);
  }

  @FieldResolver(() => [ReferralEventType], {
    description: 'What happened, the oldest first; for the receiver from when it was sent.',
  })
  events(@Root() referral: ReferralView, @Ctx() { loaders }: Context): Promise<ReferralEventType[]> {
    return loaders.load(eventsLoader, referral.id);
  }
}

@Resolver(() => ReferralEventType)
export class ReferralEventResolver {
  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'Which side did it; null for the hub itself.',
  })
  async byOrganisation(
    @Root() event: EventRow,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationType | null> {
    const { actorOrganisationId: id } = event;
    return id === null ? null : (loaders.load(organisationLoader, id) as Promise<OrganisationType | null>);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer did it.' })
  byYou(@Root() event: EventRow, @Ctx() { viewer }: Context): boolean {
    return viewer.personId !== null && event.actorPersonId === viewer.personId;
  }
}

@Resolver(() => ReferralSummaryType)
export class ReferralSummaryResolver {
  private readonly regions: RegionService;

  constructor(hub: Hub) {
    this.regions = hub.get(RegionService);
  }

  @FieldResolver(() => MunicipalityType, { description: 'Where the client lives.' })
  municipality(@Root() summary: SummaryRow): Promise<MunicipalityType> {
    return this.regions.municipality(summary.municipalityCode) as Promise<MunicipalityType>;
  }
}

@Resolver(() => ClientType)
export class ClientReferralsResolver {
  @FieldResolver(() => ReferralConnectionType, { description: 'The client’s referrals, the newest first.' })
  referrals(
    @Root() client: ClientRow,
    @Ctx() { loaders }: Context,
    @Args(() => ConnectionArgs) { first, after }: ConnectionArgs,
  ): Promise<ReferralConnectionType> {
    const key = clientPageKey(client.id, first, after ?? null);
    return loaders.load(referralsOfClientLoader, key) as unknown as Promise<ReferralConnectionType>;
  }
}
