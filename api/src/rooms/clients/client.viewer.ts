import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { ViewerType } from '../people/index.ts';
import { organisationsOf } from '../../platform/policy/viewer.ts';

/** What clients add to who is signed in. */
@Resolver(() => ViewerType)
export class ClientViewerResolver {
  @FieldResolver(() => [OrganisationType], {
    description:
      'The municipalities for which the viewer may enter clients of their own, with a strong sign-in.',
  })
  async clientOrganisations(@Ctx() { viewer, loaders }: Context): Promise<OrganisationType[]> {
    const ids = organisationsOf(viewer, 'CASEWORKER');
    const found = await Promise.all(ids.map((id) => loaders.load(organisationLoader, id)));
    return found.filter((each) => each !== null) as unknown as OrganisationType[];
  }
}
