import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { AuthenticatorService } from './authenticator.service.ts';
import {
  ConfirmAuthenticatorPayload,
  OneTimeCodeInput,
  RemoveAuthenticatorPayload,
  RenewRecoveryCodesPayload,
  SignInSecurityType,
  StartAuthenticatorInput,
  StartAuthenticatorPayload,
  StepUpPayload,
} from './authenticator.types.ts';
import { ViewerType } from './person.types.ts';
import { continueAs } from './sign-in.context.ts';

@Resolver(() => ViewerType)
export class AuthenticatorResolver {
  private readonly authenticators: AuthenticatorService;

  constructor(hub: Hub) {
    this.authenticators = hub.get(AuthenticatorService);
  }

  @FieldResolver(() => SignInSecurityType, {
    nullable: true,
    description: 'How the viewer can sign in strongly; null when nobody is signed in.',
  })
  signInSecurity(@Root() viewer: Viewer): Promise<SignInSecurityType | null> {
    return this.authenticators.securityOf(viewer);
  }

  @Mutation(() => StartAuthenticatorPayload, {
    description:
      'A secret to scan into an app; in use once confirmed. Errors: UNAUTHENTICATED, ONE_TIME_CODE_NEEDED, STRONG_SESSION_NEEDED.',
  })
  startAuthenticator(
    @Arg('input', () => StartAuthenticatorInput, { description: 'Proof when there is an app already.' })
    { code }: StartAuthenticatorInput,
    @Ctx() { viewer }: Context,
  ): Promise<StartAuthenticatorPayload> {
    return this.authenticators.start(viewer, code);
  }

  @Mutation(() => ConfirmAuthenticatorPayload, {
    description:
      'Takes the app into use, signs out elsewhere. Errors: UNAUTHENTICATED, ONE_TIME_CODE_WRONG, SET_UP_NOT_BEGUN.',
  })
  async confirmAuthenticator(
    @Arg('input', () => OneTimeCodeInput, { description: 'A code of the new app.' })
    { code }: OneTimeCodeInput,
    @Ctx() context: Context,
  ): Promise<ConfirmAuthenticatorPayload> {
    const { viewer, cookieChanges, recoveryCodes } = await this.authenticators.confirm(context.viewer, code);
    continueAs(context, viewer, cookieChanges);
    return { viewer, recoveryCodes };
  }

  @Mutation(() => StepUpPayload, {
    description:
      'Makes the session strong. Errors: UNAUTHENTICATED, ONE_TIME_CODE_WRONG, ONE_TIME_CODES_LOCKED, AUTHENTICATOR_MISSING.',
  })
  async stepUp(
    @Arg('input', () => OneTimeCodeInput, { description: 'The proof.' }) { code }: OneTimeCodeInput,
    @Ctx() context: Context,
  ): Promise<StepUpPayload> {
    const { viewer, cookieChanges } = await this.authenticators.stepUp(context.viewer, code);
    continueAs(context, viewer, cookieChanges);
    return { viewer };
  }

  @Mutation(() => RenewRecoveryCodesPayload, {
    description: 'New recovery codes instead of the old. Errors as of stepUp.',
  })
  async renewRecoveryCodes(
    @Arg('input', () => OneTimeCodeInput, { description: 'The proof.' }) { code }: OneTimeCodeInput,
    @Ctx() { viewer }: Context,
  ): Promise<RenewRecoveryCodesPayload> {
    return { recoveryCodes: await this.authenticators.renewRecoveryCodes(viewer, code) };
  }

  @Mutation(() => RemoveAuthenticatorPayload, {
    description: 'Lets the app and its recovery codes go, signs out elsewhere. Errors as of stepUp.',
  })
  async removeAuthenticator(
    @Arg('input', () => OneTimeCodeInput, { description: 'The proof.' }) { code }: OneTimeCodeInput,
    @Ctx() { viewer }: Context,
  ): Promise<RemoveAuthenticatorPayload> {
    await this.authenticators.remove(viewer, code);
    return { viewer };
  }
}
