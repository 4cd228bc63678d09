import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { SessionService } from './session.service.ts';
import { continueAs } from './sign-in.context.ts';
import {
  linkMinutes,
  signInCookie,
  SignInService,
  type SignInResult,
  type Visitor,
} from './sign-in.service.ts';
import {
  DemoSignInInput,
  RequestSignInLinkInput,
  RequestSignInLinkPayload,
  SignInInput,
  SignInPayload,
  SignOutInput,
  SignOutPayload,
} from './sign-in.types.ts';

const visitorOf = ({ address, cookies }: Context): Visitor => ({
  address,
  browserSecret: cookies[signInCookie],
});

const entered = (context: Context, result: SignInResult): SignInPayload => {
  if (result.viewer) continueAs(context, result.viewer, result.cookieChanges);
  return result;
};

@Resolver()
export class SignInResolver {
  private readonly signIns: SignInService;
  private readonly sessions: SessionService;

  constructor(hub: Hub) {
    this.signIns = hub.get(SignInService);
    this.sessions = hub.get(SessionService);
  }

  @Mutation(() => RequestSignInLinkPayload, {
    description:
      'Mails a sign-in link if the address has an account. Same answer if not. Errors: RATE_LIMITED.',
  })
  async requestSignInLink(
    @Arg('input', () => RequestSignInLinkInput, { description: 'Where to.' }) input: RequestSignInLinkInput,
    @Ctx() context: Context,
  ): Promise<RequestSignInLinkPayload> {
    context.cookieChanges.push(await this.signIns.requestLink(input, visitorOf(context)));
    return { sentTo: input.email, expiresInMinutes: linkMinutes };
  }

  @Mutation(() => SignInPayload, {
    description:
      'Signs in by link or code. Errors: LINK_NOT_VALID, WRONG_CODE, CODE_NOT_VALID, TOKEN_OR_CODE_NEEDED.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Token or code.' }) input: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    return entered(context, await this.signIns.signIn(input, visitorOf(context)));
  }

  @Mutation(() => SignInPayload, {
    description: 'Signs in as one of the demo’s people. NOT_FOUND outside the demo.',
  })
  async demoSignIn(
    @Arg('input', () => DemoSignInInput, { description: 'As whom.' }) { personKey }: DemoSignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    return entered(context, await this.signIns.demoSignIn(personKey));
  }

  @Mutation(() => SignOutPayload, {
    description: 'Ends this session, or all of the person. Errors: UNAUTHENTICATED.',
  })
  async signOut(
    @Arg('input', () => SignOutInput, { description: 'How far.' }) { everywhere }: SignOutInput,
    @Ctx() context: Context,
  ): Promise<SignOutPayload> {
    const cookie = await this.sessions.signOut(context.viewer, everywhere ?? false);
    continueAs(context, null, [cookie]);
    return { signedOut: true };
  }
}
