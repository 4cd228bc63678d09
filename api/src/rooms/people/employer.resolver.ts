import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { EmployerSignInService } from './employer.service.ts';
import {
  EmployerSignInType,
  FinishEmployerSignInInput,
  StartEmployerSignInInput,
  StartEmployerSignInPayload,
} from './employer.types.ts';
import { continueAs } from './sign-in.context.ts';
import { signInCookie } from './sign-in.service.ts';
import { SignInPayload } from './sign-in.types.ts';

@Resolver()
export class EmployerResolver {
  private readonly employers: EmployerSignInService;

  constructor(hub: Hub) {
    this.employers = hub.get(EmployerSignInService);
  }

  @Query(() => [EmployerSignInType], {
    description: 'Employers whose sign-in service is set up; often none.',
  })
  employerSignIns(): EmployerSignInType[] {
    return this.employers.providers();
  }

  @Mutation(() => StartEmployerSignInPayload, {
    description:
      'Begins a sign-in at an employer’s service. Errors: NOT_FOUND, NEXT_NOT_IN_SITE, EMPLOYER_UNREACHABLE.',
  })
  async startEmployerSignIn(
    @Arg('input', () => StartEmployerSignInInput, { description: 'Which.' })
    { employerId, next }: StartEmployerSignInInput,
    @Ctx() { cookies, cookieChanges }: Context,
  ): Promise<StartEmployerSignInPayload> {
    const { url, cookie } = await this.employers.start(employerId, next, cookies[signInCookie]);
    cookieChanges.push(cookie);
    return { url };
  }

  @Mutation(() => SignInPayload, {
    description:
      'Signs in strongly by an employer’s word. Errors: NOT_FOUND, EMPLOYER_SIGN_IN_FAILED, EMPLOYER_UNKNOWN_PERSON, EMPLOYER_UNREACHABLE.',
  })
  async finishEmployerSignIn(
    @Arg('input', () => FinishEmployerSignInInput, { description: 'What came back.' })
    { employerId, query }: FinishEmployerSignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    const result = await this.employers.finish(employerId, query, context.cookies[signInCookie]);
    continueAs(context, result.viewer, result.cookieChanges);
    return result;
  }
}
