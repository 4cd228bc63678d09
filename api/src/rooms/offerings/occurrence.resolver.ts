import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { OccurrenceFacetsType } from './facet.types.ts';
import { OccurrenceService } from './occurrence.service.ts';
import { OccurrenceConnectionType, OccurrenceType } from './occurrence.types.ts';
import { OccurrenceFilter } from './offering.filters.ts';
import { occurrenceLoader } from './offering.loaders.ts';

/** Dates to read. */
@Resolver(() => OccurrenceType)
export class OccurrenceResolver {
  private readonly service: OccurrenceService;

  constructor(hub: Hub) {
    this.service = hub.get(OccurrenceService);
  }

  @Query(() => OccurrenceConnectionType, {
    description:
      'What is on: dates of published offerings that are not over, soonest first. Cancelled dates stay, with their status.',
  })
  occurrences(
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => OccurrenceFilter, { nullable: true, description: 'Which ones.' })
    filter?: OccurrenceFilter,
  ): Promise<unknown> {
    return this.service.page(viewer, args, filter ?? {});
  }

  @Query(() => OccurrenceFacetsType, {
    description:
      'What a list of dates could be narrowed by, and how much would be left. Counts published offerings alone. Reasons: OUT_OF_RANGE.',
  })
  occurrenceFacets(
    @Ctx() { viewer }: Context,
    @Arg('filter', () => OccurrenceFilter, { nullable: true, description: 'Which dates.' })
    filter?: OccurrenceFilter,
  ): Promise<OccurrenceFacetsType> {
    return this.service.facets(viewer, filter ?? {});
  }

  @Query(() => OccurrenceType, { nullable: true, description: 'One date; null where there is none to see.' })
  async occurrence(
    @Ctx() { loaders }: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<OccurrenceType | null> {
    return isId(id) ? loaders.load(occurrenceLoader, id.toLowerCase()) : null;
  }
}
