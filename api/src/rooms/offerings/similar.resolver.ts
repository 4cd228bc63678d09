import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { findSimilar } from './similar.find.ts';
import { SimilarOfferingInput, SimilarOfferingType } from './similar.types.ts';

/** Warns whoever writes an offering that it may be there already. */
@Resolver()
export class SimilarOfferingResolver {
  constructor(private readonly hub: Hub) {}

  @Query(() => [SimilarOfferingType], {
    description:
      'Offerings of the whole region that may be the same as one that somebody writes, the likest first, 5 at most; for who is signed in.',
  })
  similarOfferings(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SimilarOfferingInput, { description: 'What is written so far.' })
    input: SimilarOfferingInput,
  ): Promise<unknown> {
    return findSimilar(this.hub, viewer, input);
  }
}
