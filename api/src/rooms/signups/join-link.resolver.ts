import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { UrlScalar } from '../../platform/graphql/scalars.ts';
import { joinLinkOf } from './join-link.ts';
import type { SignUpRow } from './sign-up.row.ts';
import { SignUpType } from './sign-up.types.ts';

/** The way into an online date, for who has a place on it. */
@Resolver(() => SignUpType)
export class SignUpJoinLinkResolver {
  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description:
      'Where one joins online: by its own link alone, with a confirmed place, until the date is over; else null.',
  })
  joinLink(@Root() signUp: SignUpRow, @Ctx() { hub, loaders }: Context): Promise<string | null> {
    return joinLinkOf(hub, loaders, signUp);
  }
}
