import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { OfferingMatchType } from '../matching/index.ts';
import { findAlternatives } from './referral.alternatives.ts';
import { predecessorLoader, successorsLoader } from './referral.chain.ts';
import { discardDraft } from './referral.discard-draft.ts';
import { rerouteReferral } from './referral.reroute.ts';
import { ReferralPayload, ReferralType } from './referral.types.ts';
import type { ReferralView } from './referral.view.ts';
import {
  DiscardDraftInput,
  DiscardDraftPayload,
  LinkedReferralType,
  RerouteReferralInput,
} from './reroute.types.ts';

/** What comes after a referral that came to nothing. */
@Resolver(() => ReferralType)
export class RerouteResolver {
  constructor(private readonly hub: Hub) {}

  @Query(() => [OfferingMatchType], {
    description:
      'Where a client could go instead, the best fit first; empty while the referral goes on. For its author.',
  })
  referralAlternatives(
    @Ctx() { viewer }: Context,
    @Arg('referralId', () => ID, { description: 'The referral that came to nothing.' }) referralId: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 10.' }) first: number,
  ): Promise<OfferingMatchType[]> {
    return findAlternatives(this.hub, viewer, referralId, first);
  }

  @Mutation(() => ReferralPayload, {
    description:
      'Makes a draft that takes the place of a declined, withdrawn or expired referral. It needs a consent of its own.',
  })
  async rerouteReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RerouteReferralInput, { description: 'Which one, and where to.' })
    input: RerouteReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await rerouteReferral(this.hub, viewer, input) };
  }

  @Mutation(() => DiscardDraftPayload, { description: 'Throws a draft away, with its history.' })
  async discardDraft(
    @Ctx() { viewer }: Context,
    @Arg('input', () => DiscardDraftInput, { description: 'Which one.' }) input: DiscardDraftInput,
  ): Promise<DiscardDraftPayload> {
    return { referralId: await discardDraft(this.hub, viewer, input) };
  }

  @FieldResolver(() => LinkedReferralType, {
    nullable: true,
    description: 'The referral whose place it took; for the referring side alone.',
  })
  predecessor(@Root() { id }: ReferralView, @Ctx() { loaders }: Context): Promise<LinkedReferralType | null> {
    return loaders.load(predecessorLoader, id);
  }

  @FieldResolver(() => [LinkedReferralType], {
    description: 'The referrals that took its place, the oldest first; for the referring side alone.',
  })
  successors(@Root() { id }: ReferralView, @Ctx() { loaders }: Context): Promise<LinkedReferralType[]> {
    return loaders.load(successorsLoader, id);
  }
}

@Resolver(() => LinkedReferralType)
export class LinkedReferralResolver {
  @FieldResolver(() => OrganisationType, { description: 'Who receives it.' })
  receivingOrganisation(
    @Root() linked: ReferralView,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationType> {
    return loaders.load(organisationLoader, linked.receivingOrganisationId) as Promise<OrganisationType>;
  }
}
