import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs, type Connection } from '../../platform/graphql/connection.ts';
import { defineLoader } from '../../platform/loader.ts';
import { OrganisationType, type OrganisationRow } from '../organisations/index.ts';
import type { OfferingRow } from './offering.row.ts';
import { OfferingService } from './offering.service.ts';
import { OfferingConnectionType } from './offering.types.ts';

type PageKey = [organisationId: string, first: number, after: string | null];

/** Pages of several organisations in one statement, as far as they ask for the same page. */
const offeringsOfLoader = defineLoader<Connection<OfferingRow>>(async (hub, viewer, keys) => {
  const asked = keys.map((key) => JSON.parse(key) as PageKey);
  const groups = Map.groupBy(asked, ([, first, after]) => JSON.stringify([first, after]));
  const pages = new Map<string, Connection<OfferingRow>>();
  for (const [shape, group] of groups) {
    const [first, after] = JSON.parse(shape) as [number, string | null];
    const ids = group.map(([id]) => id);
    const found = await hub.get(OfferingService).pagesOf(viewer, ids, { first, after });
    found.forEach((page, index) => pages.set(JSON.stringify(group[index]), page));
  }
  return keys.map(
    (key) => pages.get(key) ?? new Error('no page for this organisation'),
  ) as Connection<OfferingRow>[];
});

/** What an organisation offers. */
@Resolver(() => OrganisationType)
export class OrganisationOfferingsResolver {
  @FieldResolver(() => OfferingConnectionType, {
    description: 'What it hosts, newest first: the published ones; all of them for its members.',
  })
  offerings(
    @Root() { id }: OrganisationRow,
    @Ctx() { loaders }: Context,
    @Args(() => ConnectionArgs) { first, after }: ConnectionArgs,
  ): Promise<unknown> {
    const key: PageKey = [id, first, after ?? null];
    return loaders.load(offeringsOfLoader, JSON.stringify(key));
  }
}
