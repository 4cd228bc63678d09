import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { accountFactsLoader } from './account.facts.ts';
import { AccountService } from './account.service.ts';
import {
  CloseAccountInput,
  CloseAccountPayload,
  PersonAbilitiesType,
  ResetSignInInput,
  ResetSignInPayload,
} from './account.types.ts';
import { accountAbilities } from './person.policy.ts';
import type { PersonRow } from './person.read.ts';
import { PersonType } from './person.types.ts';

@Resolver(() => PersonType)
export class AccountResolver {
  private readonly accounts: AccountService;

  constructor(hub: Hub) {
    this.accounts = hub.get(AccountService);
  }

  @FieldResolver(() => PersonAbilitiesType, { description: 'What the viewer may do with the account.' })
  async viewerCan(
    @Root() { id }: PersonRow,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<PersonAbilitiesType> {
    return accountAbilities(viewer, await loaders.load(accountFactsLoader, id));
  }

  @Mutation(() => ResetSignInPayload, {
    description:
      'Takes a lost strong sign-in from someone, on their word; they are told. Errors: NOT_FOUND, FORBIDDEN, STRONG_SESSION_NEEDED.',
  })
  async resetSignIn(
    @Arg('input', () => ResetSignInInput, { description: 'Whose.' }) { personId }: ResetSignInInput,
    @Ctx() { viewer }: Context,
  ): Promise<ResetSignInPayload> {
    await this.accounts.resetSignIn(viewer, personId);
    return { personId };
  }

  @Mutation(() => CloseAccountPayload, {
    description:
      'Closes an account, its roles and sessions. Errors: NOT_FOUND, FORBIDDEN, STRONG_SESSION_NEEDED, LAST_COORDINATOR, LAST_ADMIN.',
  })
  async closeAccount(
    @Arg('input', () => CloseAccountInput, { description: 'Which.' }) { personId }: CloseAccountInput,
    @Ctx() { viewer, cookieChanges }: Context,
  ): Promise<CloseAccountPayload> {
    cookieChanges.push(...(await this.accounts.close(viewer, personId)));
    return { personId };
  }
}
