import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { ReferralStateEnum } from './referral.enums.ts';
import { readEscalations, type EscalationRow } from './referral.escalations.ts';
import type { ReferralState } from './referral.words.ts';

@ObjectType('ReferralEscalation', {
  description:
    'A referral whose answer or first contact is late: between whom and since when, and nothing else.',
})
class ReferralEscalationType {
  @Field(() => ReferralStateEnum, { description: 'SENT: the answer is late; ACCEPTED: the first contact.' })
  state!: ReferralState;

  @Field(() => Int, { description: 'Full days since it was due.' })
  daysLate!: number;
}

/** What is late in the network, for its admin. */
@Resolver(() => ReferralEscalationType)
export class EscalationResolver {
  constructor(private readonly hub: Hub) {}

  @Query(() => [ReferralEscalationType], {
    description:
      'Late answers and first contacts in the whole network, 200 at most, the longest first, for the network admin. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  referralEscalations(@Ctx() { viewer }: Context): Promise<ReferralEscalationType[]> {
    return readEscalations(this.hub, viewer);
  }

  @FieldResolver(() => OrganisationType, { description: 'Who is to act.' })
  receivingOrganisation(
    @Root() { receivingOrganisationId }: EscalationRow,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationType> {
    return loaders.load(organisationLoader, receivingOrganisationId) as Promise<OrganisationType>;
  }

  @FieldResolver(() => OrganisationType, { description: 'Who waits.' })
  referringOrganisation(
    @Root() { referringOrganisationId }: EscalationRow,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationType> {
    return loaders.load(organisationLoader, referringOrganisationId) as Promise<OrganisationType>;
  }
}
