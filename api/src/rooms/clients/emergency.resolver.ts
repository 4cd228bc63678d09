import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { personNameLoader } from '../people/index.ts';
import { clientPolicy } from './client.policy.ts';
import { breakGlass } from './emergency.open.ts';
import { listEmergencies, reviewEmergency, type EmergencyRow } from './emergency.review.ts';
import {
  BreakGlassInput,
  BreakGlassPayload,
  EmergencyAccessAbilitiesType,
  EmergencyAccessType,
  ReviewEmergencyInput,
  ReviewEmergencyPayload,
} from './emergency.types.ts';

/** Breaking the glass, and looking at it afterwards. */
@Resolver(() => EmergencyAccessType)
export class EmergencyResolver {
  constructor(private readonly hub: Hub) {}

  @Query(() => [EmergencyAccessType], {
    description:
      'The broken glasses of a municipality, those without review first; 100 at most. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  emergencyAccesses(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The municipality.' }) organisationId: string,
  ): Promise<EmergencyAccessType[]> {
    return listEmergencies(this.hub, viewer, organisationId);
  }

  @Mutation(() => BreakGlassPayload, {
    description:
      'Opens to a manager for an hour who a client is; the caseworker is told. Errors: NOT_FOUND, FORBIDDEN, REASON_TOO_SHORT.',
  })
  async breakGlass(
    @Ctx() { viewer }: Context,
    @Arg('input', () => BreakGlassInput, { description: 'Whose, and why.' }) input: BreakGlassInput,
  ): Promise<BreakGlassPayload> {
    return { emergencyId: await breakGlass(this.hub, viewer, input) };
  }

  @Mutation(() => ReviewEmergencyPayload, {
    description:
      'Reviews a broken glass, by the data-protection officer or another manager. Errors: NOT_FOUND, OWN_EMERGENCY, ALREADY_REVIEWED.',
  })
  async reviewEmergency(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ReviewEmergencyInput, { description: 'Which, and what you think.' })
    input: ReviewEmergencyInput,
  ): Promise<ReviewEmergencyPayload> {
    return { emergency: await reviewEmergency(this.hub, viewer, input) };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who broke it, by name.' })
  personName(@Root() { personId }: EmergencyRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return loaders.load(personNameLoader, personId);
  }

  @FieldResolver(() => EmergencyAccessAbilitiesType, { description: 'What the viewer may do about it.' })
  viewerCan(@Root() row: EmergencyRow, @Ctx() { viewer }: Context): EmergencyAccessAbilitiesType {
    return { review: row.reviewedAt === null && clientPolicy.can(viewer, 'reviewEmergency', row) };
  }
}
