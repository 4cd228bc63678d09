import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { SignInSecurityType } from './authenticator.types.ts';
import { PasskeyService } from './passkey.service.ts';
import {
  EnrolPasskeyInput,
  EnrolPasskeyPayload,
  PasskeyType,
  RemovePasskeyInput,
  RemovePasskeyPayload,
  RenamePasskeyInput,
  RenamePasskeyPayload,
  SignInWithPasskeyInput,
  SignInWithPasskeyPayload,
  StartPasskeyInput,
  StartPasskeyPayload,
} from './passkey.types.ts';
import { continueAs } from './sign-in.context.ts';

@Resolver(() => SignInSecurityType)
export class PasskeyResolver {
  private readonly keys: PasskeyService;

  constructor(hub: Hub) {
    this.keys = hub.get(PasskeyService);
  }

  @FieldResolver(() => [PasskeyType], { description: 'The viewer’s passkeys, oldest first.' })
  passkeys(@Ctx() { viewer }: Context): Promise<PasskeyType[]> {
    return this.keys.passkeysOf(viewer);
  }

  @Mutation(() => StartPasskeyPayload, {
    description:
      'A question for a passkey, good once. Errors, to enrol: UNAUTHENTICATED, STRONG_SESSION_NEEDED, TOO_MANY_PASSKEYS.',
  })
  async startPasskey(
    @Arg('input', () => StartPasskeyInput, { description: 'What for.' }) { purpose }: StartPasskeyInput,
    @Ctx() { viewer }: Context,
  ): Promise<StartPasskeyPayload> {
    return { options: await this.keys.start(viewer, purpose) };
  }

  @Mutation(() => EnrolPasskeyPayload, {
    description:
      'Takes a passkey into use. Errors: UNAUTHENTICATED, PASSKEY_NOT_VALID, STRONG_SESSION_NEEDED, PASSKEY_KNOWN, TOO_MANY_PASSKEYS.',
  })
  async enrolPasskey(
    @Arg('input', () => EnrolPasskeyInput, { description: 'The passkey.' })
    { response, name }: EnrolPasskeyInput,
    @Ctx() context: Context,
  ): Promise<EnrolPasskeyPayload> {
    const { viewer, cookieChanges, passkey } = await this.keys.enrol(context.viewer, response, name);
    continueAs(context, viewer, cookieChanges);
    return { viewer, passkey };
  }

  @Mutation(() => SignInWithPasskeyPayload, {
    description: 'Signs in strongly by a passkey. Errors: PASSKEY_NOT_VALID.',
  })
  async signInWithPasskey(
    @Arg('input', () => SignInWithPasskeyInput, { description: 'The proof.' })
    { response }: SignInWithPasskeyInput,
    @Ctx() context: Context,
  ): Promise<SignInWithPasskeyPayload> {
    const { viewer, cookieChanges } = await this.keys.signIn(context.viewer, response);
    continueAs(context, viewer, cookieChanges);
    return { viewer };
  }

  @Mutation(() => RenamePasskeyPayload, {
    description: 'Calls a passkey by another name. Errors: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT.',
  })
  async renamePasskey(
    @Arg('input', () => RenamePasskeyInput, { description: 'Which, and how.' })
    { passkeyId, name }: RenamePasskeyInput,
    @Ctx() { viewer }: Context,
  ): Promise<RenamePasskeyPayload> {
    return { passkey: await this.keys.rename(viewer, passkeyId, name) };
  }

  @Mutation(() => RemovePasskeyPayload, {
    description:
      'Lets a passkey go, signs out elsewhere. Errors: UNAUTHENTICATED, STRONG_SESSION_NEEDED, NOT_FOUND.',
  })
  async removePasskey(
    @Arg('input', () => RemovePasskeyInput, { description: 'Which.' }) { passkeyId }: RemovePasskeyInput,
    @Ctx() { viewer }: Context,
  ): Promise<RemovePasskeyPayload> {
    await this.keys.remove(viewer, passkeyId);
    return { passkeyId };
  }
}
