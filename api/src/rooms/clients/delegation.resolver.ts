import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { personNameLoader } from '../people/index.ts';
import { firstDayOf, lastDayOf } from './caseload.calendar.ts';
import type { DelegationRow } from './caseload.delegation.read.ts';
import { ClientDelegationAbilitiesType, ClientDelegationType } from './caseload.types.ts';
import { clientPolicy } from './client.policy.ts';

/** Who stands in, and on which days. */
@Resolver(() => ClientDelegationType)
export class ClientDelegationResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The name of whoever stands in.' })
  standInName(@Root() { standInId }: DelegationRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return loaders.load(personNameLoader, standInId);
  }

  @FieldResolver(() => DateScalar, { description: 'The first day.' })
  startsOn(@Root() { startsAt }: DelegationRow): string {
    return firstDayOf(startsAt);
  }

  @FieldResolver(() => DateScalar, { description: 'The last day; after it, it is over by itself.' })
  endsOn(@Root() { endsAt }: DelegationRow): string {
    return lastDayOf(endsAt);
  }

  @FieldResolver(() => ClientDelegationAbilitiesType, { description: 'What the viewer may do about it.' })
  viewerCan(
    @Root() { organisationId, caseworkerId }: DelegationRow,
    @Ctx() { viewer }: Context,
  ): ClientDelegationAbilitiesType {
    return { end: clientPolicy.can(viewer, 'delegate', { organisationId, caseworkerId }) };
  }
}
