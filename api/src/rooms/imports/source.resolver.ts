import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { defineLoader, groupedById } from '../../platform/loader.ts';
import { organisationPolicy, OrganisationType, type OrganisationRow } from '../organisations/index.ts';
import { ImportSourceService } from './source.service.ts';
import { ImportSourceType, UnfollowImportInput, UnfollowImportPayload } from './source.types.ts';

const sourcesLoader = defineLoader(async (hub, viewer, ids) =>
  groupedById(
    ids,
    await hub.get(ImportSourceService).of(viewer, ids),
    ({ organisationId }) => organisationId,
  ),
);

@Resolver(() => OrganisationType)
export class OrganisationImportsResolver {
  private readonly sources: ImportSourceService;

  constructor(hub: Hub) {
    this.sources = hub.get(ImportSourceService);
  }

  @FieldResolver(() => [ImportSourceType], {
    nullable: true,
    description: 'Addresses it follows; null for those who do not publish for it.',
  })
  async importSources(
    @Root() row: OrganisationRow,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<ImportSourceType[] | null> {
    return organisationPolicy.can(viewer, 'createOffering', row) ? loaders.load(sourcesLoader, row.id) : null;
  }

  @Mutation(() => UnfollowImportPayload, { description: 'Follows an address no more; its offerings stay.' })
  async unfollowImport(
    @Ctx() { viewer }: Context,
    @Arg('input', () => UnfollowImportInput, { description: 'Which one.' }) { sourceId }: UnfollowImportInput,
  ): Promise<UnfollowImportPayload> {
    await this.sources.stop(viewer, sourceId);
    return { sourceId };
  }
}
