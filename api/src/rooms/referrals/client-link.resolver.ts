import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Bcp47Scalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import { AccessEventType, consentTextIn, ConsentTextType, readAccessLog } from '../clients/index.ts';
import { occurrenceLoader, OccurrenceType, offeringLoader, OfferingType } from '../offerings/index.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { createClientLink } from './client-link.create.ts';
import { clientLinkViewer } from './client-link.viewer.ts';
import type { ClientPage } from './client-link.page.ts';
import { ClientLinkService } from './client-link.service.ts';
import {
  ClientLinkInput,
  ClientLinkPayload,
  ClientPageType,
  ConfirmConsentByLinkInput,
  CreateClientLinkInput,
  CreateClientLinkPayload,
} from './client-link.types.ts';

const done = { isDone: true };

@Resolver()
export class ClientLinkResolver {
  private readonly service: ClientLinkService;

  constructor(private readonly hub: Hub) {
    this.service = hub.get(ClientLinkService);
  }

  @Query(() => ClientPageType, {
    nullable: true,
    description:
      'A client’s own page, by their link; null for any link that opens nothing. Looking changes nothing.',
  })
  clientPage(
    @Ctx() { address }: Context,
    @Arg('token', () => String, { description: 'The secret from the link.' }) token: string,
  ): Promise<ClientPageType | null> {
    return this.service.find({ token, address });
  }

  @Mutation(() => CreateClientLinkPayload, {
    description:
      'Makes a link with which the client answers and looks, without an account; an older one stops working. Reason: CLIENT_HAS_NO_MAIL.',
  })
  createClientLink(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateClientLinkInput, { description: 'To what, and how it is handed over.' })
    input: CreateClientLinkInput,
  ): Promise<CreateClientLinkPayload> {
    return createClientLink(this.hub, viewer, input);
  }

  @Mutation(() => ClientLinkPayload, { description: 'The client says yes: the referral is sent.' })
  async confirmConsentByLink(
    @Ctx() { address }: Context,
    @Arg('input', () => ConfirmConsentByLinkInput, { description: 'By which link.' })
    { token, languageTag }: ConfirmConsentByLinkInput,
  ): Promise<ClientLinkPayload> {
    await this.service.confirm({ token, address }, languageTag);
    return done;
  }

  @Mutation(() => ClientLinkPayload, { description: 'The client says no: nothing is sent.' })
  async refuseConsentByLink(
    @Ctx() { address }: Context,
    @Arg('input', () => ClientLinkInput, { description: 'By which link.' }) { token }: ClientLinkInput,
  ): Promise<ClientLinkPayload> {
    await this.service.refuse({ token, address });
    return done;
  }

  @Mutation(() => ClientLinkPayload, {
    description: 'The client stops the sharing: the receiver’s access ends at once.',
  })
  async stopSharingByLink(
    @Ctx() { address }: Context,
    @Arg('input', () => ClientLinkInput, { description: 'By which link.' }) { token }: ClientLinkInput,
  ): Promise<ClientLinkPayload> {
    await this.service.stop({ token, address });
    return done;
  }
}

@Resolver(() => ClientPageType)
export class ClientPageResolver {
  constructor(private readonly hub: Hub) {}

  @FieldResolver(() => [AccessEventType], {
    description:
      'Who looked at or changed the client’s data, the newest fifty; employees are not named, nor organisations that are no side of this referral. Reading it is recorded.',
  })
  accessLog(@Root() page: ClientPage): Promise<AccessEventType[]> {
    const { clientId, receivingOrganisationId, referringOrganisationId } = page;
    const named = [receivingOrganisationId, referringOrganisationId];
    const log = { clientId, organisationId: null, withPeople: false, named };
    return readAccessLog(this.hub, clientLinkViewer(), log, { after: null, fetchCount: 50 });
  }

  @FieldResolver(() => OrganisationType, { description: 'Who receives, and is told.' })
  receivingOrganisation(@Root() page: ClientPage, @Ctx() { loaders }: Context): Promise<OrganisationType> {
    return loaders.load(organisationLoader, page.receivingOrganisationId) as Promise<OrganisationType>;
  }

  @FieldResolver(() => OrganisationType, { description: 'Whose worker refers.' })
  referringOrganisation(@Root() page: ClientPage, @Ctx() { loaders }: Context): Promise<OrganisationType> {
    return loaders.load(organisationLoader, page.referringOrganisationId) as Promise<OrganisationType>;
  }

  @FieldResolver(() => OfferingType, {
    nullable: true,
    description: 'What it is about; null where its name alone would tell too much.',
  })
  async offering(
    @Root() { offeringId }: ClientPage,
    @Ctx() { loaders }: Context,
  ): Promise<OfferingType | null> {
    return offeringId === null
      ? null
      : (loaders.load(offeringLoader, offeringId) as Promise<OfferingType | null>);
  }

  @FieldResolver(() => OccurrenceType, {
    nullable: true,
    description: 'When they meet next, once the client was taken in.',
  })
  async nextOccurrence(
    @Root() { nextOccurrenceId }: ClientPage,
    @Ctx() { loaders }: Context,
  ): Promise<OccurrenceType | null> {
    return nextOccurrenceId === null
      ? null
      : (loaders.load(occurrenceLoader, nextOccurrenceId) as Promise<OccurrenceType | null>);
  }

  @FieldResolver(() => ConsentTextType, { description: 'What the client is asked, in plain words.' })
  text(
    @Root() { textVersion }: ClientPage,
    @Ctx() { viewer }: Context,
    @Arg('languageTag', () => Bcp47Scalar, {
      nullable: true,
      description: 'In which language; the visitor’s own when left out.',
    })
    languageTag: string | null,
  ): ConsentTextType {
    return consentTextIn(languageTag ?? viewer.languageTag, textVersion);
  }
}
