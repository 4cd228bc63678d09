import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { occurrenceLoader, OccurrenceType } from '../offerings/index.ts';
import {
  AcceptSignUpInput,
  AcceptSignUpPayload,
  CancelSignUpInput,
  CancelSignUpPayload,
  CreateSignUpInput,
  CreateSignUpPayload,
} from './sign-up.inputs.ts';
import { signUpPolicy } from './sign-up.policy.ts';
import type { SignUpRow } from './sign-up.row.ts';
import { SignUpService } from './sign-up.service.ts';
import { SignUpAbilitiesType, SignUpConnectionType, SignUpType } from './sign-up.types.ts';

@Resolver(() => SignUpType)
export class SignUpResolver {
  private readonly service: SignUpService;

  constructor(hub: Hub) {
    this.service = hub.get(SignUpService);
  }

  @Query(() => SignUpType, {
    nullable: true,
    description:
      'One’s own place, by the code of its link; null for an unknown code. Looking changes nothing.',
  })
  signUp(
    @Ctx() { viewer }: Context,
    @Arg('code', () => String, { description: 'The code from the confirmation.' }) code: string,
  ): Promise<SignUpType | null> {
    return this.service.find(viewer, code);
  }

  @Query(() => SignUpConnectionType, {
    description:
      'Who signed up to a date, as they came in: for coordinators of its hosts alone. Reading is recorded.',
  })
  signUps(
    @Ctx() { viewer }: Context,
    @Arg('occurrenceId', () => ID, { description: 'The date.' }) occurrenceId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<unknown> {
    return this.service.list(viewer, occurrenceId, args);
  }

  @Mutation(() => CreateSignUpPayload, {
    description:
      'Signs up without an account. Reasons: OCCURRENCE_FULL, OCCURRENCE_CANCELLED, OCCURRENCE_PAST, ' +
      'SIGN_UP_NOT_OPEN_YET, SIGN_UP_CLOSED, PARTY_TOO_LARGE, NEED_NOT_ASKED, SIGN_UPS_NOT_TAKEN, ALREADY_SIGNED_UP, CONTACT_MISSING, ONE_CONTACT_ONLY, INVALID_PHONE, PARTY_SIZE_OUT_OF_RANGE.',
  })
  createSignUp(
    @Ctx() { viewer, address }: Context,
    @Arg('input', () => CreateSignUpInput, { description: 'Who comes.' }) input: CreateSignUpInput,
  ): Promise<CreateSignUpPayload> {
    return this.service.create(viewer, input, address);
  }

  @Mutation(() => CancelSignUpPayload, {
    description: 'Gives one’s place back; a second time changes nothing. Reason: OCCURRENCE_PAST.',
  })
  async cancelSignUp(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CancelSignUpInput, { description: 'Which place.' }) input: CancelSignUpInput,
  ): Promise<CancelSignUpPayload> {
    return { signUp: await this.service.cancel(viewer, input.code) };
  }

  @Mutation(() => AcceptSignUpPayload, {
    description:
      'Accepts the place that is held for who waited; a second time changes nothing. Reason: NO_PLACE_OFFERED.',
  })
  async acceptSignUp(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AcceptSignUpInput, { description: 'Whose.' }) input: AcceptSignUpInput,
  ): Promise<AcceptSignUpPayload> {
    return { signUp: await this.service.accept(viewer, input.code) };
  }

  @FieldResolver(() => OccurrenceType, { description: 'The date.' })
  occurrence(@Root() { occurrenceId }: SignUpRow, @Ctx() { loaders }: Context): Promise<OccurrenceType> {
    return loaders.load(occurrenceLoader, occurrenceId) as Promise<OccurrenceType>;
  }

  @FieldResolver(() => SignUpAbilitiesType, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() signUp: SignUpRow, @Ctx() { viewer, hub }: Context): SignUpAbilitiesType {
    const facts = { ...signUp, now: hub.clock.now() };
    return {
      cancel: signUpPolicy.can(viewer, 'cancel', facts),
      accept: signUpPolicy.can(viewer, 'accept', facts),
    };
  }
}
